//! Turns an HTTP request into its record: path, query, form, files.

use std::time::SystemTime;

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{FromRequest as _, Multipart},
    http::{HeaderMap, header::CONTENT_TYPE, request::Parts},
};

use super::{
    answer::Answer,
    decode::{self, Pair, Text},
    request::{Outcome, RawRequest, Request, UploadedFile, Wire},
    route::route,
};
use crate::{
    catalog::Functions,
    hash::{NotChecked, Verdict},
    redact,
};

/// Longer bodies are refused with status 413.
const BODY_LIMIT: usize = 16 * 1024 * 1024;

const FORM: &str = "application/x-www-form-urlencoded";

/// The record of a request, as far as the head describes it.
pub(crate) fn head(parts: &Parts, number: u64, functions: &Functions) -> Request {
    let path = parts.uri.path();
    let (function, path_id) =
        route(path, functions).map_or_else(Default::default, |route| (route.function, route.id));
    let mut request = Request {
        number,
        method: parts.method.to_string(),
        path: String::new(),
        function,
        path_id: None,
        query: Vec::new(),
        form: Vec::new(),
        files: Vec::new(),
        headers: headers(&parts.headers),
        content_type: parts.headers.get(CONTENT_TYPE).map(|value| decode::escaped(value.as_bytes())),
        verdict: Verdict::NotChecked(NotChecked::Unreadable),
        remarks: Vec::new(),
        fault: None,
        time: SystemTime::now(),
        outcome: Outcome::default(),
        raw: RawRequest { path: path.to_owned(), path_id, ..RawRequest::default() },
        wire: Wire::default(),
    };
    let query = parts.uri.query().unwrap_or_default();
    add(&mut request, decode::pairs(query.as_bytes()), |raw| &mut raw.query);
    request
}

fn add(
    request: &mut Request,
    pairs: Vec<Pair>,
    part: impl Fn(&mut RawRequest) -> &mut Vec<(String, String)>,
) {
    request.wire.plus.extend(pairs.iter().filter(|pair| pair.has_plus).map(|pair| pair.name.clone()));
    request.raw.add(pairs, part);
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
        if redact::is_secret_header(name) { redact::HIDDEN.to_owned() } else { decode::escaped(value) }
    };
    headers.iter().map(|(name, value)| (name.to_string(), shown(name.as_str(), value.as_bytes()))).collect()
}

/// A body of any other type has no parameters, as on the server.
async fn read_body(record: &mut Request, parts: Parts, body: Bytes) -> Result<(), Answer> {
    let content_type = record.content_type.as_deref().unwrap_or_default();
    let media_type = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    record.wire.not_read = not_read(&media_type, &body);
    match media_type.as_str() {
        FORM => add(record, decode::pairs(&body), |raw| &mut raw.form),
        "multipart/form-data" => read_multipart(record, parts, body).await.map_err(|()| bad_request())?,
        _ => {}
    }
    Ok(())
}

/// What a body is, if it has no parameters for the server. `curl --data` sends JSON under the type of a form.
fn not_read(media_type: &str, body: &[u8]) -> Option<String> {
    let body = body.trim_ascii();
    let is_json = media_type.ends_with("json")
        || matches!((body.first(), body.last()), (Some(b'{'), Some(b'}')) | (Some(b'['), Some(b']')));
    match media_type {
        _ if body.is_empty() => None,
        "multipart/form-data" => None,
        _ if is_json => Some("JSON".to_owned()),
        FORM => None,
        "" => Some("without a content type".to_owned()),
        _ => Some(media_type.to_owned()),
    }
}

/// A part with a file name is a file, any other one a parameter.
async fn read_multipart(record: &mut Request, parts: Parts, body: Bytes) -> Result<(), ()> {
    let request = axum::extract::Request::from_parts(parts, Body::from(body));
    let mut multipart = Multipart::from_request(request, &()).await.map_err(drop)?;
    while let Some(field) = multipart.next_field().await.map_err(drop)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field.file_name().map(str::to_owned);
        let content = field.bytes().await.map_err(drop)?.to_vec();
        if let Some(file_name) = file_name {
            record.files.push(UploadedFile { field: name, file_name, content });
        } else {
            let pair = Pair { name, value: Text::new(content), has_plus: false };
            add(record, vec![pair], |raw| &mut raw.form);
        }
    }
    Ok(())
}

fn bad_request() -> Answer {
    Answer::html("400", "Bad Request").with_status(400)
}
