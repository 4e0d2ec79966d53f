//! What carries requests.

use core::future::Future;

use crate::{PreparedRequest, TransportError};

/// An HTTP stack.
///
/// It sends the request's [`method`](PreparedRequest::method), [`url`](PreparedRequest::url),
/// [`content_type`](PreparedRequest::content_type) and [`body`](PreparedRequest::body), honours its [`timeout`](PreparedRequest::timeout) and
/// [`max_body`](PreparedRequest::max_body), does not follow redirects, and returns whatever the server
/// answers. The errors it makes decide whether a call may be repeated: [`TransportError::not_sent`] only
/// when nothing can have reached the server.
pub trait Transport: Send + Sync + 'static {
    /// Sends one request.
    fn send(
        &self,
        request: PreparedRequest,
    ) -> impl Future<Output = Result<http::Response<Vec<u8>>, TransportError>> + Send;
}
