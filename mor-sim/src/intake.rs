//! Turns an HTTP request into its record: path, query, form, files.

use std::time::SystemTime;

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{FromRequest as _, Multipart},
    http::{HeaderMap, header::CONTENT_TYPE, request::Parts},
};

use crate::{
    answer::Answer,
    hash::{NotChecked, Verdict},
    params::Params,
    redact,
    request::{Outcome, RawRequest, Request, UploadedFile},
    route::route,
};

/// Longer bodies are refused with status 413.
const BODY_LIMIT: usize = 16 * 1024 * 1024;

/// The record of a request as far as its head tells.
pub(crate) fn head(parts: &Parts, number: u64) -> Request {
    let path = parts.uri.path();
    let (function, path_id) = route(path).map_or_else(Default::default, |route| (route.function, route.id));
    Request {
        number,
        method: parts.method.to_string(),
        path: String::new(),
        function,
        path_id: None,
        query: Vec::new(),
        form: Vec::new(),
        files: Vec::new(),
        headers: headers(&parts.headers),
        content_type: parts
            .headers
            .get(CONTENT_TYPE)
            .map(|value| String::from_utf8_lossy(value.as_bytes()).into()),
        verdict: Verdict::NotChecked(NotChecked::Unreadable),
        fault: None,
        time: SystemTime::now(),
        outcome: Outcome::default(),
        raw: RawRequest {
            path: path.to_owned(),
            path_id,
            query: Params::pairs(parts.uri.query().unwrap_or_default().as_bytes()),
            form: Vec::new(),
        },
    }
}

/// Reads the body into the record, or returns the answer if it could not be read.
pub(crate) async fn body(record: &mut Request, parts: Parts, body: Body) -> Result<(), Answer> {
    match to_bytes(body, BODY_LIMIT).await {
        Ok(body) => read_body(record, parts, body).await,
        Err(_) => Err(Answer::html("413", "Request Entity Too Large").with_status(413)),
    }
}

fn headers(headers: &HeaderMap) -> Vec<(String, String)> {
    let shown = |name: &str, value: &[u8]| {
        if redact::is_secret_header(name) {
            redact::HIDDEN.to_owned()
        } else {
            String::from_utf8_lossy(value).into_owned()
        }
    };
    headers.iter().map(|(name, value)| (name.to_string(), shown(name.as_str(), value.as_bytes()))).collect()
}

/// A body of any other type has no parameters, as on the server.
async fn read_body(record: &mut Request, parts: Parts, body: Bytes) -> Result<(), Answer> {
    let content_type = record.content_type.as_deref().unwrap_or_default();
    let media_type = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match media_type.as_str() {
        "application/x-www-form-urlencoded" => record.raw.form = Params::pairs(&body),
        "multipart/form-data" => read_multipart(record, parts, body).await.map_err(|()| bad_request())?,
        _ => {}
    }
    Ok(())
}

/// A part with a file name is a file, any other one a parameter.
async fn read_multipart(record: &mut Request, parts: Parts, body: Bytes) -> Result<(), ()> {
    let request = axum::extract::Request::from_parts(parts, Body::from(body));
    let mut multipart = Multipart::from_request(request, &()).await.map_err(drop)?;
    while let Some(field) = multipart.next_field().await.map_err(drop)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field.file_name().map(str::to_owned);
        let content = field.bytes().await.map_err(drop)?.to_vec();
        match file_name {
            Some(file_name) => record.files.push(UploadedFile { field: name, file_name, content }),
            None => record.raw.form.push((name, String::from_utf8_lossy(&content).into_owned())),
        }
    }
    Ok(())
}

fn bad_request() -> Answer {
    Answer::html("400", "Bad Request").with_status(400)
}
