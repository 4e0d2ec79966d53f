//! What can go wrong with a call, and whether it may have reached the server.

mod answer;
mod config;
mod failure;
mod partial;
mod raw;
mod request;
mod retry_after;
mod tls;
mod transport;

use core::fmt;
use std::borrow::Cow;

pub use answer::{AnswerError, Unexpected};
pub use config::ConfigError;
pub use failure::Failure;
pub use partial::Partial;
#[cfg(feature = "client")]
pub(crate) use raw::KEPT;
pub use raw::RawAnswer;
pub use request::{InvalidRequest, RequestError};
pub(crate) use retry_after::retry_after;
pub use tls::TlsProblem;
#[cfg(feature = "client")]
pub(crate) use transport::Awaited;
pub use transport::TransportError;

use crate::{Advice, AnyFault, CommonFault, DecodeError, Effect, Fault, Outcome, Redactor, Refused, Spec};

/// Why a call has no response. `F` is the endpoint's [`Fault`]: the refusals that the function documents.
///
/// Secrets are in none of its texts: neither key, password and hash nor the URL's query. What the server repeats of the
/// request's secrets is masked ([`Redactor`]).
pub struct Error<F = AnyFault>(Box<Inner<F>>);

struct Inner<F> {
    function: Cow<'static, str>,
    effect: Effect,
    advice: Advice,
    kind: ErrorKind<F>,
    answer: Option<RawAnswer>,
    tries: u32,
    rows: u64,
}

/// What happened.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind<F> {
    /// The request could not be made; nothing was sent.
    Request(RequestError),
    /// The request could not be delivered, or the answer did not arrive whole.
    Transport(TransportError),
    /// MOR refused.
    Refused(Refused<F>),
    /// MOR carried out one part of the request and refused another: repeating it as it is would do the first part
    /// twice.
    Partial(Box<Partial<Refused<F>>>),
    /// The answer is not of the declared shape.
    Decode(DecodeError),
    /// The answer is not one of the API.
    Unexpected(Unexpected),
}

impl<F> Error<F> {
    pub(crate) fn request(error: RequestError) -> Self {
        // The effect does not matter: nothing was sent.
        let function = error.function.clone();
        Self::new(function, Effect::Read, Advice::new(None), ErrorKind::Request(error), None)
    }

    #[cfg(feature = "client")]
    pub(crate) fn transport(spec: &Spec, error: TransportError) -> Self {
        Self::new(spec.function, spec.effect, Advice::of(spec), ErrorKind::Transport(error), None)
    }

    pub(crate) fn answer(spec: &Spec, error: AnswerError, answer: RawAnswer, redactor: &Redactor) -> Self
    where
        F: Fault,
    {
        let kind = match error {
            AnswerError::Refused(refusal) => ErrorKind::Refused(redactor.refused(&refusal)),
            AnswerError::Partial(partial) => ErrorKind::Partial(Box::new(
                partial.map(&|text| redactor.text(text), |refusal| redactor.refused(&refusal)),
            )),
            AnswerError::Decode(error) => ErrorKind::Decode(redactor.decode(error)),
            AnswerError::Unexpected(unexpected) => ErrorKind::Unexpected(redactor.unexpected(unexpected)),
        };
        Self::new(spec.function, spec.effect, Advice::of(spec), kind, Some(answer))
    }

    fn new(
        function: impl Into<Cow<'static, str>>,
        effect: Effect,
        advice: Advice,
        kind: ErrorKind<F>,
        answer: Option<RawAnswer>,
    ) -> Self {
        Self(Box::new(Inner { function: function.into(), effect, advice, kind, answer, tries: 1, rows: 0 }))
    }

    /// An error that came after rows.
    #[cfg(feature = "client")]
    pub(crate) fn after_rows(mut self, rows: u64) -> Self {
        self.0.rows = rows;
        self
    }

    /// The error of the last of this many tries.
    #[cfg(feature = "client")]
    pub(crate) fn after_tries(mut self, tries: u32) -> Self {
        // A request that could not be made was not even tried once.
        self.0.tries = tries.max(1);
        if let ErrorKind::Transport(error) = &mut self.0.kind {
            error.set_tries(tries);
        }
        self
    }

    /// What happened.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind<F> {
        &self.0.kind
    }

    /// The wire name of the function that was called.
    #[must_use]
    pub fn function(&self) -> &str {
        &self.0.function
    }

    /// The refusal, if MOR refused.
    #[must_use]
    pub fn refused(&self) -> Option<&Refused<F>> {
        if let ErrorKind::Refused(refused) = &self.0.kind { Some(refused) } else { None }
    }

    /// The refusal, if it is one that the function documents.
    #[must_use]
    pub fn fault(&self) -> Option<&F> {
        self.refused()?.known()
    }

    /// The refusal, if it is one that any function may send.
    #[must_use]
    pub fn common(&self) -> Option<&CommonFault> {
        self.refused()?.common()
    }

    /// What to look at first, where that is known.
    #[must_use]
    pub fn hint(&self) -> Option<&'static str> {
        self.common()?.hint()
    }

    /// What was done and what was refused, if MOR did only a part.
    ///
    /// [`refused`](Self::refused) is `None` then: a refusal means that nothing was done.
    #[must_use]
    pub fn partial(&self) -> Option<&Partial<Refused<F>>> {
        match &self.0.kind {
            ErrorKind::Partial(partial) => Some(partial),
            _ => None,
        }
    }

    /// The start of what the server answered, if it answered.
    #[must_use]
    pub fn answer_received(&self) -> Option<&RawAnswer> {
        self.0.answer.as_ref()
    }

    /// How many rows came before the error, when the answer was read row by row. They are good rows of the
    /// answer, but not all of it; a call that is repeated starts with the first of them.
    #[must_use]
    pub fn rows_before(&self) -> u64 {
        self.0.rows
    }

    /// How often the client tried the call.
    #[must_use]
    pub fn tries(&self) -> u32 {
        self.0.tries
    }

    /// What became of the call: whether it was executed, or that nobody knows and how to find out.
    ///
    #[cfg_attr(feature = "client", doc = "```")]
    #[cfg_attr(not(feature = "client"), doc = "```ignore")]
    /// use mor_api::{Client, Endpoint, Outcome};
    ///
    /// async fn pay<E: Endpoint + Sync>(client: &Client, payment: &E) -> Result<(), String> {
    ///     let Err(error) = client.send(payment).await else { return Ok(()) };
    ///     match error.outcome() {
    ///         Outcome::Unknown(advice) => Err(format!("for the operator: {advice}")),
    ///         // Not sent, or refused: nothing was booked.
    ///         _ => Err(error.to_string()),
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match &self.0.kind {
            ErrorKind::Refused(_) => Outcome::Refused,
            ErrorKind::Partial(_) => Outcome::of_partial(self.0.effect, self.0.advice),
            ErrorKind::Decode(error) => Outcome::of_undecodable(self.0.effect, self.0.advice, error),
            _ if self.may_have_been_sent() => Outcome::of_sent(self.0.effect, self.0.advice),
            _ => Outcome::NotSent,
        }
    }

    /// Whether the server may have received the request. What that means for a call that changes something,
    /// [`outcome`](Self::outcome) says.
    #[must_use]
    pub fn may_have_been_sent(&self) -> bool {
        match &self.0.kind {
            ErrorKind::Request(_) => false,
            ErrorKind::Transport(error) => error.may_have_been_sent(),
            ErrorKind::Refused(_)
            | ErrorKind::Partial(_)
            | ErrorKind::Decode(_)
            | ErrorKind::Unexpected(_) => true,
        }
    }

    /// Whether the same call may succeed when it is repeated, without the risk of doing something twice: the rule of
    /// [`RetryPolicy`](crate::RetryPolicy), without its counts and times.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        Failure::of(self).may_be_repeated(self.0.effect)
    }
}

/// With `{:#}` the causes follow.
impl<F: fmt::Display> fmt::Display for Error<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let function = self.function();
        match &self.0.kind {
            ErrorKind::Request(error) => error.fmt(f),
            ErrorKind::Transport(error) => write!(f, "{function}: {error}"),
            ErrorKind::Refused(fault) => write!(f, "{function}: MOR refused: {fault}"),
            ErrorKind::Partial(partial) => {
                write!(f, "{function}: ")?;
                partial.describe(f, &partial.refused)
            }
            ErrorKind::Decode(error) => {
                write!(f, "{function}: the response is not of the declared shape: {error}")
            }
            ErrorKind::Unexpected(unexpected) => {
                write!(f, "{function}: {unexpected}")?;
                unexpected.advice().map_or(Ok(()), |advice| write!(f, ": {advice}"))
            }
        }?;
        match self.0.rows {
            0 => Ok(()),
            1 => f.write_str(" (after 1 row)"),
            rows => write!(f, " (after {rows} rows)"),
        }?;
        // A transport error shows its tries itself.
        if self.0.tries > 1 && !matches!(self.0.kind, ErrorKind::Transport(_)) {
            write!(f, " ({} tries)", self.0.tries)?;
        }
        match self.outcome() {
            Outcome::Done => {
                f.write_str(". The server reports success: the request was executed, do not repeat it")
            }
            Outcome::Unknown(advice) => {
                write!(f, ". The outcome is unknown, the server may have executed the request: {advice}")
            }
            Outcome::Partial(advice) => write!(f, ". One part of the request was carried out: {advice}"),
            _ => Ok(()),
        }?;
        match &self.0.kind {
            ErrorKind::Transport(error) if f.alternate() => fmt_sources(f, error),
            _ => Ok(()),
        }
    }
}

/// Writes the causes of an error, each after a colon.
fn fmt_sources(f: &mut fmt::Formatter<'_>, error: &dyn core::error::Error) -> fmt::Result {
    let mut source = error.source();
    while let Some(cause) = source {
        write!(f, ": {cause}")?;
        source = cause.source();
    }
    Ok(())
}

impl<F: fmt::Debug> fmt::Debug for Error<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("function", &self.0.function)
            .field("kind", &self.0.kind)
            .field("answer", &self.0.answer)
            .finish_non_exhaustive()
    }
}

impl<F: fmt::Debug + fmt::Display> core::error::Error for Error<F> {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &self.0.kind {
            ErrorKind::Transport(error) => core::error::Error::source(error),
            // Their messages are part of this one's.
            ErrorKind::Decode(_)
            | ErrorKind::Request(_)
            | ErrorKind::Refused(_)
            | ErrorKind::Partial(_)
            | ErrorKind::Unexpected(_) => None,
        }
    }
}
