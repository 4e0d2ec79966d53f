//! What carries requests.

use core::future::Future;

use crate::{PreparedRequest, TransportError};

/// An HTTP stack.
///
/// It sends the request's [`method`](PreparedRequest::method), [`url`](PreparedRequest::url),
/// [`content_type`](PreparedRequest::content_type) and [`body`](PreparedRequest::body), honours its [`timeout`](PreparedRequest::timeout) and
/// [`max_body`](PreparedRequest::max_body), does not follow redirects, and returns whatever the server
/// answers with its headers: `Content-Length` or `Transfer-Encoding: chunked` among them says that a body is complete,
/// since one that ends too early must be an error. The errors it makes decide whether a call may be repeated: [`TransportError::not_sent`] only
/// when nothing can have reached the server.
pub trait Transport: Send + Sync + 'static {
    /// Sends one request.
    fn send(
        &self,
        request: PreparedRequest,
    ) -> impl Future<Output = Result<http::Response<Vec<u8>>, TransportError>> + Send;
}

/// An HTTP stack that can hand over an answer while it arrives, for [`Call::rows`](super::Call::rows).
///
/// Here the request's [`timeout`](PreparedRequest::timeout) is for each wait: for the start of the answer, and
/// for every piece of it. [`max_body`](PreparedRequest::max_body) does not apply.
pub trait StreamTransport: Transport {
    /// A body that is being received. Dropping it gives up the rest.
    type Body: AnswerBody;

    /// Sends one request and waits for the start of the answer.
    fn open(
        &self,
        request: PreparedRequest,
    ) -> impl Future<Output = Result<http::Response<Self::Body>, TransportError>> + Send;
}

/// The body of an answer, piece by piece.
pub trait AnswerBody: Send + 'static {
    /// Waits for the next piece; `None` at the end. A body that ends before the length or the last piece that
    /// the server announced is an error, not an end. When the future is dropped no piece may be lost.
    fn chunk(&mut self) -> impl Future<Output = Result<Option<Vec<u8>>, TransportError>> + Send;
}
