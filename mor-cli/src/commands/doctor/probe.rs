//! Harmless questions to the server, and what their answers are: a response of the function, a refusal of MOR, or
//! something else, which proves nothing.

use http::header::DATE;
use jiff::Timestamp;
use mor_api::{
    CallOptions, CommonFault, Credentials, Endpoint, ErrorKind, Method, TransportError, Unexpected,
    decode_redacted,
};
use mor_endpoints::system::SystemVersionGet;
use mor_endpoints::user::UserDetailsGet;

use crate::config::Connection;
use crate::exit::{Failure, Result, chain};

/// Two functions that only read. The second one is for callers who may not call the first one, and for servers that
/// do not know it: resellers and users may ask for their own details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    Version,
    OwnDetails,
}

impl Question {
    pub(super) fn function(self) -> &'static str {
        match self {
            Self::Version => SystemVersionGet::SPEC.function,
            Self::OwnDetails => UserDetailsGet::SPEC.function,
        }
    }
}

/// The key that signs a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Configured,
    /// One that is certainly wrong, to see whether the server checks hashes.
    Wrong,
}

/// A key that is certainly wrong, to see whether the server checks hashes.
const WRONG_KEY: &str = "this is not the key";

/// An answer to a question.
#[derive(Debug)]
pub(super) enum Reply {
    /// The response of the function, decoded as its type. Of the version, the version.
    Answered(String),
    /// A refusal in one of MOR's shapes.
    Refused(Refused),
    /// A response, but not of the API.
    Foreign {
        what: String,
        unexpected: Option<Unexpected>,
    },
    Lost(TransportError),
}

/// The words of a refusal.
#[derive(Debug)]
pub(super) struct Refused {
    pub(super) text: String,
    pub(super) common: Option<CommonFault>,
    /// Whether the function documents it as a refusal of its own: it was executed.
    pub(super) is_own: bool,
}

impl Reply {
    pub(super) fn is_answered(&self) -> bool {
        matches!(self, Self::Answered(_))
    }

    /// The refusal, if it is one that any function may send.
    pub(super) fn common(&self) -> Option<&CommonFault> {
        match self {
            Self::Refused(refused) => refused.common.as_ref(),
            _ => None,
        }
    }

    pub(super) fn is(&self, fault: &CommonFault) -> bool {
        self.common() == Some(fault)
    }

    /// Whether the server says that it does not know the function.
    pub(super) fn is_no_function(&self) -> bool {
        matches!(self.common(), Some(CommonFault::NoSuchFunction | CommonFault::UndefinedMethod))
    }

    /// Whether the function was executed: it answered, or refused for a reason of its own.
    pub(super) fn is_executed(&self) -> bool {
        self.is_answered() || matches!(self, Self::Refused(Refused { is_own: true, .. }))
    }

    /// Whether only MOR answers so. *There is no such API* is not enough: other interfaces say it, too.
    pub(super) fn is_of_mor(&self) -> bool {
        self.is_executed() || (self.common().is_some() && !self.is_no_function())
    }

    /// Whether it is a refusal that makes further questions pointless.
    pub(super) fn settles(&self) -> bool {
        matches!(
            self.common(),
            Some(
                CommonFault::ApiDisabled
                    | CommonFault::GetDisabled
                    | CommonFault::IncorrectHash
                    | CommonFault::NoSecretKey
            )
        )
    }

    /// What came, for a message.
    pub(super) fn summary(&self) -> String {
        match self {
            Self::Answered(_) => "a response".to_owned(),
            Self::Refused(refused) => refused.text.clone(),
            Self::Foreign { what, .. } => what.clone(),
            Self::Lost(error) => chain(error),
        }
    }
}

/// A reply with the server's time.
pub(super) struct Heard {
    pub(super) reply: Reply,
    pub(super) date: Option<Timestamp>,
}

/// Asks a question.
pub(super) async fn ask(
    connection: &Connection,
    question: Question,
    key: Key,
    method: Method,
) -> Result<Heard> {
    let mut credentials = connection.client.credentials().clone();
    if key == Key::Wrong {
        credentials = credentials.with_key(WRONG_KEY);
    }
    match question {
        Question::Version => {
            let shown = |response: mor_endpoints::system::SystemVersion| response.version;
            let heard = send(connection, &SystemVersionGet::new(), &credentials, method, shown).await?;
            Ok(Heard { reply: with_version(heard.reply), ..heard })
        }
        Question::OwnDetails => {
            let own = UserDetailsGet::by_username(connection.username.clone());
            send(connection, &own, &credentials, method, |_| String::new()).await
        }
    }
}

/// An empty version is not a sign of MOR.
fn with_version(reply: Reply) -> Reply {
    match reply {
        Reply::Answered(version) if version.trim().is_empty() => {
            let what = format!("not the response of {}: it is empty", Question::Version.function());
            Reply::Foreign { what, unexpected: None }
        }
        other => other,
    }
}

async fn send<E: Endpoint>(
    connection: &Connection,
    endpoint: &E,
    credentials: &Credentials,
    method: Method,
    shown: impl FnOnce(E::Response) -> String,
) -> Result<Heard> {
    let server = connection.client.server().clone().with_method(method);
    let request = server.prepare(endpoint, credentials, &CallOptions::default()).map_err(Failure::from)?;
    let redactor = request.redactor();
    let response = match connection.client.send_prepared(request).await {
        Ok(response) => response,
        Err(error) => return Ok(Heard { reply: Reply::Lost(error), date: None }),
    };
    let sent = response.headers().get(DATE).and_then(|date| date.to_str().ok());
    let date = sent.and_then(|date| jiff::fmt::rfc2822::parse(date).ok()).map(|date| date.timestamp());
    let decoded = decode_redacted::<E>(response.status(), response.headers(), response.body(), &redactor);
    let reply = match decoded {
        Ok(response) => Reply::Answered(shown(response)),
        Err(error) => match error.kind() {
            ErrorKind::Refused(refused) => Reply::Refused(Refused {
                text: refused.to_string(),
                common: refused.common().cloned(),
                is_own: refused.known().is_some(),
            }),
            ErrorKind::Unexpected(unexpected) => {
                Reply::Foreign { what: unexpected.to_string(), unexpected: Some(unexpected.clone()) }
            }
            ErrorKind::Decode(decode) => Reply::Foreign {
                what: format!("not the response of {}: {}", E::SPEC.function, chain(decode)),
                unexpected: None,
            },
            _ => Reply::Foreign { what: chain(&error), unexpected: None },
        },
    };
    Ok(Heard { reply, date })
}
