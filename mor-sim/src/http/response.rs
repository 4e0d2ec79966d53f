//! Turns an answer into an HTTP response, broken off half-way or held up if a fault says so.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    body::{Body, Bytes, HttpBody},
    http::{Response, StatusCode, header},
};
use http_body::{Frame, SizeHint};
use tokio::time::{Sleep, sleep};

use super::{answer::Answer, receipt::Receipt};
use crate::script::Delivery;

/// The response, and a receipt if it is the whole answer to a write. An answer that cannot be sent, such as one with a
/// line break in a header, becomes an error that says so.
pub(crate) fn response(answer: Answer, delivery: Delivery, receipt: Option<Receipt>) -> Response<Body> {
    build(answer, delivery, receipt).unwrap_or_else(|error| {
        let mut response =
            Response::new(Body::from(format!("mor-sim: the scripted answer is no HTTP: {error}\n")));
        *response.status_mut() = StatusCode::NOT_IMPLEMENTED;
        response
    })
}

fn build(
    answer: Answer,
    delivery: Delivery,
    receipt: Option<Receipt>,
) -> Result<Response<Body>, axum::http::Error> {
    let mut response = Response::builder().status(answer.status);
    if let Some(content_type) = &answer.content_type {
        response = response.header(header::CONTENT_TYPE, content_type);
    }
    for (name, value) in &answer.headers {
        response = response.header(name, value);
    }
    match delivery {
        // Of a connection that is broken already nothing is sent.
        Delivery::Never(_) => response.body(Body::empty()),
        Delivery::Whole | Delivery::After(_) => {
            let response = response.body(Body::from(answer.body))?;
            receipt.into_iter().for_each(Receipt::answered);
            Ok(response)
        }
        Delivery::CutAfter(bytes) => {
            // One byte more than is there keeps the promise broken even if nothing is cut off.
            let promised = answer.body.len().max(bytes.saturating_add(1));
            let mut sent = answer.body;
            sent.truncate(bytes);
            let body = CutBody { rest: Some(Bytes::from(sent)), flushed: false };
            response.header(header::CONTENT_LENGTH, promised).body(Body::new(body))
        }
        Delivery::Drip { bytes, every } => {
            let pause = Box::pin(sleep(every));
            let rest = Bytes::from(answer.body);
            response.body(Body::new(DripBody { rest, bytes: bytes.max(1), every, pause, receipt }))
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

/// Sends a few bytes after each pause.
struct DripBody {
    rest: Bytes,
    bytes: usize,
    every: Duration,
    pause: Pin<Box<Sleep>>,
    /// Given when the last byte is.
    receipt: Option<Receipt>,
}

impl HttpBody for DripBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        if self.rest.is_empty() {
            return Poll::Ready(None);
        }
        ready!(self.pause.as_mut().poll(context));
        let count = self.bytes.min(self.rest.len());
        let piece = self.rest.split_to(count);
        self.pause = Box::pin(sleep(self.every));
        if self.rest.is_empty() {
            self.receipt.take().into_iter().for_each(Receipt::answered);
        }
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest.len() as u64)
    }
}
