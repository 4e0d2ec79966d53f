//! What is odd about a request besides its hash: mistakes of clients that a MOR server passes over in silence.

mod find;
mod params;

use std::fmt;

use crate::hash::Deviation;

pub(crate) use find::find;

/// A mistake in a request that a MOR server answers with something misleading, or with nothing at all.
///
/// `Display` names the mistake and, where it is not obvious, what to send instead. It holds no secrets: a name or value
/// that contains a key, password or uniquehash of an account reads `[hidden]`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Remark {
    /// The method is not GET, HEAD or POST.
    Method(String),
    /// The path has `//` in it.
    DoubledSlash,
    /// The function is named by a parameter `action` instead of the path.
    ActionForm(String),
    /// There is no function of this name.
    UnknownFunction {
        /// The name in the path.
        name: String,
        /// What may have been meant, the likeliest first.
        similar: Vec<String>,
    },
    /// How the hash for an unknown function was made; empty if it is made of the key alone.
    HashOf(Vec<Deviation>),
    /// The body is of a type whose parameters MOR does not see: `JSON`, or a media type.
    BodyNotRead(String),
    /// The pairs are separated by `&amp;`.
    Entities,
    /// A parameter was sent more than once.
    Repeated {
        /// Its name.
        name: String,
        /// How often it was sent.
        times: usize,
    },
    /// The function does not have this parameter.
    UnknownParameter {
        /// Its name.
        name: String,
        /// The function.
        function: String,
        /// Whether the server hashes it all the same, because it is on the list for all older functions.
        is_hashed: bool,
        /// What may have been meant, the likeliest first.
        similar: Vec<String>,
    },
    /// An unescaped `+` in the value of this parameter became a blank.
    PlusAsBlank(String),
    /// A parameter holds an API key.
    KeySent {
        /// The parameter.
        name: String,
        /// The account whose key it is; none if only the name of the parameter shows it.
        owner: Option<String>,
    },
    /// The value of a parameter is not UTF-8.
    NotUtf8 {
        /// The parameter.
        name: String,
        /// The value with `\xEB` for each byte that is not UTF-8.
        value: String,
    },
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Method(method) => write!(f, "{method} is not taken; send POST"),
            Self::DoubledSlash => f.write_str("the path has a doubled slash; the API is at /billing/api/"),
            Self::ActionForm(function) => write!(
                f,
                "action={function} is the call form of another interface; the function is a part of the path: \
                 /billing/api/{function}"
            ),
            Self::UnknownFunction { name, similar } => {
                write!(f, "there is no function {name}{}", did_you_mean(similar))
            }
            Self::HashOf(how) if how.is_empty() => f.write_str("the hash is that of the key alone"),
            Self::HashOf(how) => {
                let how: Vec<String> = how.iter().map(ToString::to_string).collect();
                write!(f, "the hash is that {}", how.join(", "))
            }
            Self::BodyNotRead(kind) => write!(
                f,
                "the body is {kind}, which MOR does not read; send application/x-www-form-urlencoded"
            ),
            Self::Entities => f.write_str("the parameters are separated by &amp; and must be by & alone"),
            Self::Repeated { name, times: 2 } => write!(f, "{name} came twice, the last counts"),
            Self::Repeated { name, times } => write!(f, "{name} came {times} times, the last counts"),
            Self::UnknownParameter { name, function, is_hashed, similar } => {
                let hashed = if *is_hashed { ", but the server hashes it all the same" } else { "" };
                write!(f, "{name} is not a parameter of {function}{hashed}{}", did_you_mean(similar))
            }
            Self::PlusAsBlank(name) => {
                write!(f, "{name} has an unescaped +, which became a blank; send %2B for a plus sign")
            }
            Self::KeySent { name, owner: Some(owner) } => {
                write!(f, "{name} holds the API key of {owner}; the key is hashed and never sent")
            }
            Self::KeySent { name, owner: None } => {
                write!(f, "{name} looks like an API key; the key is hashed and never sent")
            }
            Self::NotUtf8 { name, value } => write!(f, "{name} is not UTF-8: {value}"),
        }
    }
}

fn did_you_mean(similar: &[String]) -> String {
    if similar.is_empty() { String::new() } else { format!("; did you mean {}?", similar.join(" or ")) }
}
