//! How the command ends: the documented exit codes, and the message that goes with each.

use std::fmt;

use mor_api::{AnswerError, CommonFault, ConfigError, Outcome, Refusal, RequestError, TransportError};

use crate::callee::Callee;

/// The exit codes. They are stable: scripts rely on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Exit {
    /// Done; also when nobody reads the output any more.
    Ok = 0,
    /// A check says no, or cannot tell: the balance is below the amount; `doctor` found no failure but could not
    /// establish whether calls work.
    No = 1,
    /// The command line is wrong, or the output cannot be written; nothing was sent.
    Usage = 2,
    /// The configuration is missing or wrong; nothing was sent.
    Config = 3,
    /// The server does not let the caller in: key, hash, username or password.
    Authentication = 4,
    /// What was asked for does not exist.
    NotFound = 5,
    /// MOR refuses for another reason.
    Refused = 6,
    /// The server was not reached, or the answer did not arrive.
    Network = 7,
    /// A function that changes something was called, and nobody knows whether it was executed.
    Unknown = 8,
    /// An answer came that is none of the function's.
    Answer = 9,
    /// MOR carried out one part of the request and not another.
    Partial = 10,
    /// The output could not be written after it was opened. If a call changed something, that stands, and its answer is on
    /// standard error.
    Output = 11,
    /// Stopped by SIGHUP: the terminal was closed.
    HungUp = 129,
    /// Interrupted with Ctrl-C.
    Interrupted = 130,
    /// Stopped by SIGTERM.
    Terminated = 143,
}

impl Exit {
    /// The number the process ends with.
    pub(crate) const fn code(self) -> u8 {
        self as u8
    }
}

/// Why the command did not do what it was asked for.
#[derive(Debug)]
pub(crate) struct Failure {
    /// How the process ends.
    pub(crate) exit: Exit,
    /// What went wrong; empty when everything was said already.
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) hints: Vec<String>,
}

/// What nearly everything here returns.
pub(crate) type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// A failure with its message.
    pub(crate) fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into(), hints: Vec::new() }
    }

    /// A wrong command line.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }

    /// A missing or wrong configuration.
    pub(crate) fn config(message: impl Into<String>) -> Self {
        Self::new(Exit::Config, message)
    }

    /// A failure of which everything was said already.
    pub(crate) fn silent(exit: Exit) -> Self {
        Self::new(exit, "")
    }

    /// Adds what to do about it.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// The failure of a command that this signal has stopped.
    pub(crate) fn by(mut self, signal: Exit) -> Self {
        if self.exit == Exit::Interrupted {
            self.exit = signal;
        }
        self
    }

    /// A file that cannot be read or written.
    pub(crate) fn file(exit: Exit, what: &str, path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::new(exit, format!("{what} {}: {error}", path.display()))
    }

    /// A request that could not be delivered, or whose answer did not arrive whole.
    pub(crate) fn transport(callee: &Callee<'_>, error: &TransportError) -> Self {
        let exit = match (error.is_permanent(), error.may_have_been_sent()) {
            _ if error.tls_problem().is_some() => Exit::Network,
            // A file to upload that cannot be read.
            (true, false) => Exit::Usage,
            (true, true) => Exit::Answer,
            (false, _) => Exit::Network,
        };
        Self::new(exit, format!("{}: {}", callee.name, chain(error))).of_outcome(Outcome::of_transport(
            callee.effect,
            callee.advice,
            error,
        ))
    }

    /// An unknown outcome is what matters most about a failure.
    pub(crate) fn of_outcome(mut self, outcome: Outcome) -> Self {
        match outcome {
            Outcome::Unknown(advice) => {
                self.exit = Exit::Unknown;
                self.hint("the outcome is unknown: the server may have executed the request")
                    .hint(advice.to_string())
            }
            Outcome::Partial(advice) => self.hint(advice.to_string()),
            Outcome::Done => {
                self.hint("the server reports success: it executed the request, do not repeat it")
            }
            _ => self,
        }
    }

    /// An answer that is not the function's response.
    pub(crate) fn answer(function: &str, error: &AnswerError) -> Self {
        match error {
            AnswerError::Refused(refusal) => Self::refused(function, refusal),
            AnswerError::Partial(partial) => Self::new(Exit::Partial, format!("{function}: {partial}")),
            other => Self::new(Exit::Answer, format!("{function}: {}", chain(other))),
        }
    }

    /// A refusal of MOR.
    pub(crate) fn refused(function: &str, refusal: &Refusal) -> Self {
        let failure = Self::new(
            refusal_exit(refusal),
            format!("{function}: MOR refused: {}", refusal.messages.join("; ")),
        );
        match CommonFault::from_message(refusal.message()).and_then(|fault| fault.hint()) {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
    }
}

/// The exit code of a refusal. MOR has no codes of its own, so texts decide: the common ones by their list, the others
/// by what all the documented *not found* texts have in common.
fn refusal_exit(refusal: &Refusal) -> Exit {
    match CommonFault::from_message(refusal.message()) {
        Some(
            CommonFault::IncorrectHash
            | CommonFault::NoSecretKey
            | CommonFault::BadLogin
            | CommonFault::AccessDenied,
        ) => Exit::Authentication,
        Some(CommonFault::NoSuchFunction | CommonFault::UndefinedMethod) => Exit::NotFound,
        Some(_) => Exit::Refused,
        None => {
            let text = refusal.message().to_lowercase();
            let missing = ["not found", "not exist", "doesn't exist", "no such"];
            let none = text.starts_with("no ") && text.ends_with(" found");
            if none || missing.iter().any(|words| text.contains(words)) {
                Exit::NotFound
            } else {
                Exit::Refused
            }
        }
    }
}

/// An error with its causes. The same text is not said twice.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        let cause = inner.to_string();
        if !text.contains(&cause) {
            text.push_str(": ");
            text.push_str(&cause);
        }
        source = inner.source();
    }
    text
}

impl From<RequestError> for Failure {
    /// Nothing was sent. The one cause that is no wrong command line is a password that nobody configured.
    fn from(error: RequestError) -> Self {
        Self::usage(error.to_string())
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::config(error.to_string())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

#[cfg(test)]
mod tests {
    use mor_api::Endpoint;
    use mor_endpoints::payment::{PaymentCreate, PaymentsGet};

    use super::*;

    fn exit(message: &str) -> Exit {
        refusal_exit(&Refusal::new("page/status/error", message))
    }

    #[test]
    fn refusals_by_their_texts() {
        for text in
            ["Incorrect hash", "Bad login", "Access Denied", "Dont be so smart", "API must have Secret Key"]
        {
            assert_eq!(exit(text), Exit::Authentication, "{text}");
        }
        for text in [
            "User was not found",
            "Campaign was not found",
            "LCR does not exist",
            "No LCRs found",
            "There is no such API",
        ] {
            assert_eq!(exit(text), Exit::NotFound, "{text}");
        }
        for text in ["API Requests are disabled", "Campaign does not have any Numbers", "No currency", ""] {
            assert_eq!(exit(text), Exit::Refused, "{text}");
        }
    }

    #[test]
    fn a_lost_connection_is_an_unknown_outcome_only_where_something_changes() {
        let lost = TransportError::lost("reset");
        let [pays, lists] = [PaymentCreate::SPEC, PaymentsGet::SPEC].map(Callee::from);
        let unknown = Failure::transport(&pays, &lost);
        assert_eq!(unknown.exit, Exit::Unknown);
        assert!(unknown.hints.iter().any(|hint| hint.contains("s_transaction")), "{unknown:?}");
        assert_eq!(Failure::transport(&lists, &lost).exit, Exit::Network);
        assert!(Failure::transport(&lists, &lost).hints.is_empty());
        assert_eq!(Failure::transport(&pays, &TransportError::not_sent("refused")).exit, Exit::Network);
        assert_eq!(Failure::transport(&pays, &TransportError::too_large(1)).exit, Exit::Unknown);
        assert_eq!(Failure::transport(&lists, &TransportError::too_large(1)).exit, Exit::Answer);
        assert_eq!(Failure::transport(&pays, &TransportError::unreadable_file("gone")).exit, Exit::Usage);
    }
}
