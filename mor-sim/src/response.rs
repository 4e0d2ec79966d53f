//! Turns an answer into an HTTP response, broken off half-way if a fault says so.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    body::{Body, Bytes, HttpBody},
    http::{Response, StatusCode, header},
};
use http_body::Frame;

use crate::{answer::Answer, fault::Delivery};

/// An answer that cannot be sent, such as one with a line break in a header, becomes an error that says so.
pub(crate) fn response(answer: Answer, delivery: Delivery) -> Response<Body> {
    build(answer, delivery).unwrap_or_else(|error| {
        let mut response =
            Response::new(Body::from(format!("mor-sim: the scripted answer is no HTTP: {error}\n")));
        *response.status_mut() = StatusCode::NOT_IMPLEMENTED;
        response
    })
}

fn build(answer: Answer, delivery: Delivery) -> Result<Response<Body>, axum::http::Error> {
    let mut response = Response::builder().status(answer.status);
    if let Some(content_type) = &answer.content_type {
        response = response.header(header::CONTENT_TYPE, content_type);
    }
    for (name, value) in &answer.headers {
        response = response.header(name, value);
    }
    match delivery {
        Delivery::Whole | Delivery::After(_) => response.body(Body::from(answer.body)),
        Delivery::CutAfter(bytes) => {
            // One byte more than is there keeps the promise broken even if nothing is cut off.
            let promised = answer.body.len().max(bytes.saturating_add(1));
            let mut sent = answer.body;
            sent.truncate(bytes);
            let body = CutBody { rest: Some(Bytes::from(sent)), flushed: false };
            response.header(header::CONTENT_LENGTH, promised).body(Body::new(body))
        }
    }
}

/// Sends what there is, lets it reach the wire, then fails, upon which the server closes the connection.
struct CutBody {
    rest: Option<Bytes>,
    flushed: bool,
}

impl HttpBody for CutBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        if let Some(rest) = self.rest.take().filter(|rest| !rest.is_empty()) {
            return Poll::Ready(Some(Ok(Frame::data(rest))));
        }
        if !self.flushed {
            self.flushed = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(io::Error::other("the connection is cut here"))))
    }
}
