//! An answer that is arriving: what it is, by its first bytes, and what an error should quote of it.

use http::{HeaderMap, Response, StatusCode};

use crate::answer::charset::to_utf8;
use crate::answer::sniff::{Start, excerpt, sniff, sniff_start};
use crate::answer::zip::Unzip;
use crate::client::transport::AnswerBody;
use crate::error::KEPT;
use crate::{
    AnswerError, Endpoint, Error, Payload, RawAnswer, Redactor, Response as _, Unexpected, decode_redacted,
};

/// How much of an answer is read to see what it is. What is longer and still says nothing is left to the
/// decoder.
const ENOUGH: usize = 64 << 10;

pub(super) struct Arriving<B> {
    status: StatusCode,
    headers: HeaderMap,
    body: B,
    /// The start of the body.
    head: Vec<u8>,
    /// What unpacks the body, if it is an archive.
    unzip: Option<Box<Unzip>>,
    /// The start of what is in the archive.
    unpacked: Vec<u8>,
    received: usize,
    ended: bool,
    redactor: Redactor,
}

/// What an answer turned out to be.
pub(super) enum Sniffed<F> {
    /// Perhaps rows: these are the bytes so far.
    Rows(Vec<u8>),
    Failed(Error<F>),
    /// It takes more bytes to tell.
    Open,
}

impl<B: AnswerBody> Arriving<B> {
    pub(super) fn new(response: Response<B>, redactor: Redactor) -> Self {
        let (parts, body) = response.into_parts();
        Self {
            status: parts.status,
            headers: parts.headers,
            body,
            head: Vec::new(),
            unzip: None,
            unpacked: Vec::new(),
            received: 0,
            ended: false,
            redactor,
        }
    }

    /// Waits for the next piece, unpacked if the body is an archive; `None` at the end.
    pub(super) async fn read<E: Endpoint>(&mut self) -> Result<Option<Vec<u8>>, Error<E::Fault>> {
        loop {
            match self.unzip.as_mut().map_or(Ok(None), |unzip| unzip.next_piece()) {
                Ok(None) => {}
                Ok(Some(piece)) => return Ok(Some(piece)),
                Err(bad) => return Err(self.error::<E>(bad.into())),
            }
            let chunk = self.body.chunk().await.map_err(|error| Error::transport(E::SPEC, error))?;
            self.received += chunk.as_ref().map_or(0, Vec::len);
            match (&mut self.unzip, chunk) {
                (None, chunk) => return Ok(chunk),
                (Some(unzip), Some(chunk)) => unzip.feed(&chunk),
                (Some(unzip), None) => {
                    return unzip.finish().map(|()| None).map_err(|bad| self.error::<E>(bad.into()));
                }
            }
        }
    }

    /// Waits for the next piece of the answer's start.
    pub(super) async fn read_head<E: Endpoint>(&mut self) -> Result<(), Error<E::Fault>> {
        let chunk = self.read::<E>().await?;
        let head = if self.unzip.is_some() { &mut self.unpacked } else { &mut self.head };
        match chunk {
            Some(chunk) => head.extend_from_slice(&chunk),
            None => self.ended = true,
        }
        Ok(())
    }

    /// Whether nothing of the body is needed to see that it cannot be rows.
    pub(super) fn is_redirect(&self) -> bool {
        self.status.is_redirection()
    }

    /// Says what the answer is, as far as its start tells.
    pub(super) fn sniff<E: Endpoint>(&mut self) -> Sniffed<E::Fault> {
        if E::Response::MAY_BE_ZIPPED && self.status.is_success() && self.unzip.is_none() {
            self.unzip = Unzip::start(&self.head).map(Box::new);
            if self.unzip.is_some() {
                self.keep_head();
                return Sniffed::Open;
            }
        }
        let head = if self.unzip.is_some() { &self.unpacked } else { &self.head };
        let whole = self.ended || head.len() >= ENOUGH;
        let start = if self.status.is_success() { sniff_start(head) } else { Start::Text };
        match start {
            Start::Strange => Sniffed::Failed(self.failure::<E>()),
            // A refusal explains a bad status, and some functions refuse by a text: both are read whole.
            Start::Text if whole || self.is_redirect() => Sniffed::Failed(self.failure::<E>()),
            Start::Open if self.ended && head.trim_ascii().is_empty() => Sniffed::Failed(self.failure::<E>()),
            Start::Open | Start::Text if !whole => Sniffed::Open,
            Start::Open | Start::Text | Start::Xml => {
                if self.unzip.is_some() {
                    return Sniffed::Rows(core::mem::take(&mut self.unpacked));
                }
                let head = self.head.clone();
                self.keep_head();
                Sniffed::Rows(head)
            }
        }
    }

    /// Keeps of the head what an error quotes.
    fn keep_head(&mut self) {
        self.head.truncate(KEPT);
        self.head.shrink_to_fit();
    }

    /// The error that the same answer would be, had it been read whole.
    fn failure<E: Endpoint>(&self) -> Error<E::Fault> {
        if self.unzip.is_some() {
            let text = to_utf8(&self.unpacked);
            let unpacked = sniff(&text).map_err(AnswerError::from).and_then(Payload::into_xml);
            return self.error::<E>(unpacked.err().unwrap_or(Unexpected::Xml.into()));
        }
        let decoded = decode_redacted::<E>(self.status, &self.headers, &self.head, &self.redactor);
        decoded.err().unwrap_or_else(|| {
            let text = String::from_utf8_lossy(&self.head);
            self.error::<E>(Unexpected::Text(excerpt(&text)).into())
        })
    }

    /// Whether the end was reached while looking at the start.
    pub(super) fn has_ended(&self) -> bool {
        self.ended
    }

    /// An error of this answer.
    pub(super) fn error<E: Endpoint>(&self, error: AnswerError) -> Error<E::Fault> {
        let answer = RawAnswer::new(self.status, &self.headers, &self.head).of_length(self.received);
        Error::answer(E::SPEC, error, answer, &self.redactor)
    }
}
