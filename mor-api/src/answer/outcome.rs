//! What became of a call that has no response: of a function that changes something, this is what matters.

use core::fmt;

use crate::{AnswerError, DecodeError, Effect, Spec, TransportError};

/// What became of a call that has no response. [`Error::outcome`](crate::Error::outcome) tells it.
///
/// Only MOR's own refusal, with no sign of success in the same answer, says for certain that a function was not
/// executed. Everything else that comes back in place
/// of its response (a page, a redirect, an HTTP status, half an answer, one of another shape) may have come after
/// the function was executed, and so may nothing at all.
///
/// | of a function that changes something | outcome |
/// |---|---|
/// | the request could not be made, no connection | [`NotSent`](Self::NotSent) |
/// | MOR refused, in one of its own shapes | [`Refused`](Self::Refused) |
/// | success and refusal in one answer | [`Partial`](Self::Partial) |
/// | timeout, connection lost, answer cut off or too large | [`Unknown`](Self::Unknown) |
/// | HTML page, redirect, empty answer, HTTP status that is not 200 | [`Unknown`](Self::Unknown) |
/// | an answer that is not of the declared shape | [`Unknown`](Self::Unknown) |
/// | the same, with the server's own words for success in it | [`Done`](Self::Done) |
/// | the future was dropped, Ctrl-C, the process was killed | unknown, and there is no error that could say so |
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// Nothing was sent, so nothing was done: the call may be repeated.
    NotSent,
    /// MOR refused, so nothing was done.
    Refused,
    /// MOR carried out one part of the request and refused another: see what was done before anything is repeated.
    Partial(Advice),
    /// The server reports success in an answer that could not be decoded ([`DecodeError::success`]): the function was
    /// executed and must not be repeated.
    Done,
    /// The function only reads: nothing was changed, whatever became of the call.
    Unchanged,
    /// The server may or may not have executed the function: find out before the call is repeated.
    Unknown(Advice),
}

impl Outcome {
    /// The outcome of a request with this effect that could not be delivered, or whose response did not arrive complete.
    #[must_use]
    pub fn of_transport(effect: Effect, advice: Advice, error: &TransportError) -> Self {
        if error.may_have_been_sent() { Self::of_sent(effect, advice) } else { Self::NotSent }
    }

    /// The outcome of a request with this effect, when the answer is not the function's response.
    #[must_use]
    pub fn of_answer(effect: Effect, advice: Advice, error: &AnswerError) -> Self {
        match error {
            AnswerError::Refused(_) => Self::Refused,
            AnswerError::Partial(_) => Self::of_partial(effect, advice),
            AnswerError::Decode(error) => Self::of_undecodable(effect, advice, error),
            AnswerError::Unexpected(_) => Self::of_sent(effect, advice),
        }
    }

    /// Of a request whose answer could not be decoded.
    pub(crate) fn of_undecodable(effect: Effect, advice: Advice, error: &DecodeError) -> Self {
        match Self::of_sent(effect, advice) {
            Self::Unknown(_) if error.success().is_some() => Self::Done,
            outcome => outcome,
        }
    }

    /// Of a request that was sent, or of which a part may have been, and whose answer does not tell.
    pub(crate) fn of_sent(effect: Effect, advice: Advice) -> Self {
        match effect {
            Effect::Read => Self::Unchanged,
            Effect::Write | Effect::Session => Self::Unknown(advice),
        }
    }

    /// Of a request of which one part was refused.
    pub(crate) fn of_partial(effect: Effect, advice: Advice) -> Self {
        match effect {
            Effect::Read => Self::Unchanged,
            Effect::Write | Effect::Session => Self::Partial(advice),
        }
    }

    /// Whether nobody knows if the function was executed.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown(_))
    }
}

/// What to do about an unknown outcome. `Display` is a sentence for people.
///
/// ```
/// use mor_api::Advice;
///
/// assert_eq!(Advice::new(None).to_string(), "look at the server before you repeat the call: it may do the thing twice");
/// assert_eq!(
///     Advice::new(Some("`payments_get` lists the user's payments")).to_string(),
///     "find out before you repeat the call: `payments_get` lists the user's payments"
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advice {
    verify: Option<&'static str>,
}

impl Advice {
    /// Advice with how to find out whether the function was executed, where that is known.
    #[must_use]
    pub const fn new(verify: Option<&'static str>) -> Self {
        Self { verify }
    }

    /// For calls of this function.
    #[must_use]
    pub const fn of(spec: &Spec) -> Self {
        Self::new(spec.verify)
    }

    /// How to find out whether the function was executed: which other function tells, and by what.
    #[must_use]
    pub const fn verify(&self) -> Option<&'static str> {
        self.verify
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.verify {
            Some(verify) => write!(f, "find out before you repeat the call: {verify}"),
            None => f.write_str("look at the server before you repeat the call: it may do the thing twice"),
        }
    }
}
