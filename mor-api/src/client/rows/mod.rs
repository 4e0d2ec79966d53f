//! The rows of an answer while it arrives: the client's side of [`RowDecoder`].

mod arriving;
mod stream;

use core::fmt;
use core::marker::PhantomData;
use std::sync::Arc;

use tokio::time::Instant;
use tracing::{Instrument, Span};

use self::arriving::{Arriving, Sniffed};
pub use self::stream::RowStream;
use super::http::HttpTransport;
use super::retry::Tries;
use super::transport::StreamTransport;
use super::{Inner, TARGET, outcome};
use crate::{
    AnswerError, Endpoint, Error, Failure, FromXml, PreparedRequest, RequestError, RowDecoder, RowPath,
    TransportError,
};

/// The rows of an answer, decoded while it arrives. [`Call::rows`](super::Call::rows) makes it.
///
/// Nothing is sent before the first [`next`](Self::next), and nothing is taken from the connection before it
/// is asked for: memory is bound by the pieces in which the answer arrives and by the largest row, whatever the
/// size of the answer, and a slow consumer slows down the server. Dropping it closes the connection.
///
/// An answer that is none of the function (a refusal, a page, a redirect) is the same error as for
/// [`Call::send`](super::Call::send). The call is tried again by the same policy, but only before the first row was
/// handed over: a second answer need not have the same rows. Errors may come after rows: [`Error::rows_before`]
/// says after how many.
///
/// An answer in a zip archive is unpacked while it arrives, if the function may send one
/// ([`Response::MAY_BE_ZIPPED`](crate::Response::MAY_BE_ZIPPED), feature `zip`). That it is whole is known at its end:
/// a wrong checksum is an error behind the rows.
///
/// The client's limit on the size of answers does not apply, but no single row may be larger than
/// [`ClientBuilder::max_row`](super::ClientBuilder::max_row). The timeout is for each wait (until the answer starts, then for each piece of it), not for the whole.
#[must_use = "nothing is sent until the first row is asked for"]
pub struct Rows<R, E, T: StreamTransport = HttpTransport> {
    client: Arc<Inner<T>>,
    request: Result<PreparedRequest, RequestError>,
    path: RowPath<R>,
    tries: Tries,
    source: Source<T>,
    decoder: RowDecoder<R>,
    count: u64,
    span: Span,
    endpoint: PhantomData<fn() -> E>,
}

/// How far the call is.
enum Source<T: StreamTransport> {
    /// Nothing was done yet, or nothing that counts. It is not sent before that time.
    Unsent(Option<Instant>),
    /// The request is on its way.
    Sending,
    /// The answer is arriving; what it is, is not known.
    Starting(Box<Arriving<T::Body>>),
    /// Rows are arriving.
    Open(Box<Arriving<T::Body>>),
    /// The answer has ended; rows may be left.
    Read(Box<Arriving<T::Body>>),
    /// There is nothing more to come.
    Done,
}

impl<R: FromXml, E: Endpoint, T: StreamTransport> Rows<R, E, T> {
    pub(super) fn new(
        client: Arc<Inner<T>>,
        request: Result<PreparedRequest, RequestError>,
        tries: Tries,
        path: RowPath<R>,
        span: Span,
    ) -> Self {
        let decoder = RowDecoder::new(path.clone()).with_max_row(client.max_row);
        Self {
            client,
            request,
            path,
            tries,
            source: Source::Unsent(None),
            decoder,
            count: 0,
            span,
            endpoint: PhantomData,
        }
    }

    /// Waits for the next row; `None` at the end of a complete answer, and after an error.
    ///
    /// A future that is dropped loses no row, but a call that is given up before its answer starts stays given
    /// up: the next one is an error.
    pub async fn next(&mut self) -> Option<Result<R, Error<E::Fault>>> {
        loop {
            match self.decoder.next_row() {
                Some(Ok(row)) => {
                    self.count += 1;
                    return Some(Ok(row));
                }
                Some(Err(error)) => {
                    let error = self.refused(error);
                    if self.tries_again(&error) {
                        continue;
                    }
                    return Some(Err(self.fail(error)));
                }
                None => {}
            }
            match self.source {
                Source::Done => return None,
                Source::Read(_) => {
                    self.end(Ok(()));
                    return None;
                }
                Source::Sending => {
                    let lost = TransportError::lost("the call was given up before its answer started");
                    return Some(Err(self.fail(Error::transport(E::SPEC, lost))));
                }
                Source::Unsent(_) | Source::Starting(_) | Source::Open(_) => {}
            }
            let span = self.span.clone();
            if let Err(error) = self.advance().instrument(span).await
                && !self.tries_again(&error)
            {
                return Some(Err(self.fail(error)));
            }
        }
    }

    /// The next row, if it is decoded already.
    pub(super) fn decoded(&mut self) -> Option<R> {
        let row = self.decoder.decoded()?;
        self.count += 1;
        Some(row)
    }

    /// The same rows as a [`Stream`](futures_util::Stream), for those who have use for its adapters.
    pub fn into_stream(self) -> RowStream<R, E, T>
    where
        R: Send + 'static,
        E: 'static,
    {
        RowStream::new(self)
    }

    /// How many rows came so far.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// One step towards the next row: sends the request, or waits for a piece of the answer.
    async fn advance(&mut self) -> Result<(), Error<E::Fault>> {
        match &mut self.source {
            Source::Unsent(_) => self.send().await,
            Source::Starting(arriving) => {
                if !arriving.is_redirect() {
                    arriving.read_head::<E>().await?;
                }
                self.sniff()
            }
            Source::Open(arriving) => {
                match arriving.read::<E>().await? {
                    Some(chunk) => self.decoder.feed(&chunk),
                    None => self.finish(),
                }
                Ok(())
            }
            Source::Sending | Source::Read(_) | Source::Done => Ok(()),
        }
    }

    async fn send(&mut self) -> Result<(), Error<E::Fault>> {
        if let Source::Unsent(Some(time)) = self.source {
            tokio::time::sleep_until(time).await;
        }
        let request = self.tries.begin(self.request.clone()?);
        self.source = Source::Sending;
        let redactor = request.redactor();
        let answer = self.client.transport.open(request).await;
        let answer = answer.map_err(|error| Error::transport(E::SPEC, error))?;
        self.source = Source::Starting(Box::new(Arriving::new(answer, redactor)));
        Ok(())
    }

    fn sniff(&mut self) -> Result<(), Error<E::Fault>> {
        let Source::Starting(mut arriving) = core::mem::replace(&mut self.source, Source::Done) else {
            return Ok(());
        };
        match arriving.sniff::<E>() {
            Sniffed::Failed(error) => return Err(error),
            Sniffed::Open => self.source = Source::Starting(arriving),
            Sniffed::Rows(head) => {
                self.decoder.feed(&head);
                let ended = arriving.has_ended();
                self.source = Source::Open(arriving);
                if ended {
                    self.finish();
                }
            }
        }
        Ok(())
    }

    fn finish(&mut self) {
        if let Source::Open(arriving) = core::mem::replace(&mut self.source, Source::Done) {
            self.decoder.finish();
            self.source = Source::Read(arriving);
        }
    }

    /// The decoder found the answer wanting.
    fn refused(&self, error: AnswerError) -> Error<E::Fault> {
        match &self.source {
            Source::Open(arriving) | Source::Read(arriving) => arriving.error::<E>(error),
            // The decoder has seen nothing before the answer is open.
            _ => Error::transport(E::SPEC, TransportError::lost(error)),
        }
    }

    /// Starts all over, if nobody has seen a row and the policy is for it.
    fn tries_again(&mut self, error: &Error<E::Fault>) -> bool {
        if self.count > 0 {
            return false;
        }
        let Some(wait) = self.span.in_scope(|| self.tries.failed(Failure::of(error))) else { return false };
        self.source = Source::Unsent(Some(Instant::now() + wait));
        self.decoder = RowDecoder::new(self.path.clone()).with_max_row(self.client.max_row);
        true
    }

    fn fail(&mut self, error: Error<E::Fault>) -> Error<E::Fault> {
        let error = error.after_tries(self.tries.count()).after_rows(self.count);
        self.end(Err(&error));
        error
    }

    /// Lets go of the connection and says how the call ended.
    fn end(&mut self, result: Result<(), &Error<E::Fault>>) {
        self.source = Source::Done;
        if result.is_ok() {
            self.tries.succeeded();
        }
        let outcome = outcome(result);
        self.span.record("outcome", outcome);
        let rows = self.count;
        self.span.in_scope(|| tracing::debug!(target: TARGET, outcome, rows, "call ended"));
    }
}

impl<R, E: Endpoint, T: StreamTransport> fmt::Debug for Rows<R, E, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows")
            .field("function", &E::SPEC.function)
            .field("count", &self.count)
            .finish_non_exhaustive()
    }
}
