//! Answers that are handed over while they arrive: the other half of the default transport.

use core::fmt;
use core::time::Duration;

use super::http_transport::{HttpTransport, classify};
use super::transport::{AnswerBody, StreamTransport};
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
        let mut response = within(timeout, self.request(&request).await?.send()).await?;
        let mut answer = http::Response::new(());
        *answer.status_mut() = response.status();
        *answer.headers_mut() = core::mem::take(response.headers_mut());
        Ok(answer.map(|()| HttpBody { response, timeout }))
    }
}

impl AnswerBody for HttpBody {
    async fn chunk(&mut self) -> Result<Option<Vec<u8>>, TransportError> {
        let chunk = within(self.timeout, self.response.chunk()).await?;
        Ok(chunk.map(Vec::from))
    }
}

/// A limit of reqwest's own would be one for the whole answer.
async fn within<T>(
    limit: Option<Duration>,
    work: impl Future<Output = Result<T, reqwest::Error>>,
) -> Result<T, TransportError> {
    let Some(limit) = limit else { return work.await.map_err(classify) };
    match tokio::time::timeout(limit, work).await {
        Ok(result) => result.map_err(classify),
        Err(elapsed) => Err(TransportError::timeout(elapsed)),
    }
}

impl fmt::Debug for HttpBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpBody").field("timeout", &self.timeout).finish_non_exhaustive()
    }
}
