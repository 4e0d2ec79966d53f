//! Answers that are handed over while they arrive: the other half of the default transport.

use core::fmt;
use core::time::Duration;

use super::deadline::Deadline;
use super::transport::{HttpTransport, to_transport_error};
use crate::client::transport::{AnswerBody, StreamTransport};
use crate::error::Awaited;
use crate::{PreparedRequest, TransportError};

/// The body of an answer that is being received over [`HttpTransport`]. Dropping it before its end closes the
/// connection.
pub struct HttpBody {
    response: reqwest::Response,
    timeout: Option<Duration>,
}

impl StreamTransport for HttpTransport {
    type Body = HttpBody;

    async fn open(&self, request: PreparedRequest) -> Result<http::Response<HttpBody>, TransportError> {
        let timeout = request.timeout();
        let answer = self.start(&request).await?;
        let mut response = Deadline::after(timeout).wait(Awaited::Start, answer).await?;
        let mut answer = http::Response::new(());
        *answer.status_mut() = response.status();
        *answer.headers_mut() = core::mem::take(response.headers_mut());
        Ok(answer.map(|()| HttpBody { response, timeout }))
    }
}

impl AnswerBody for HttpBody {
    async fn chunk(&mut self) -> Result<Option<Vec<u8>>, TransportError> {
        let response = &mut self.response;
        let chunk = async { response.chunk().await.map_err(to_transport_error) };
        let chunk = Deadline::after(self.timeout).wait(Awaited::Piece, chunk).await?;
        Ok(chunk.map(Vec::from))
    }
}

impl fmt::Debug for HttpBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpBody").field("timeout", &self.timeout).finish_non_exhaustive()
    }
}
