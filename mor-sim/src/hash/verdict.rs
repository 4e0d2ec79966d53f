//! The outcome of a hash check, kept with the recorded request so that a refusal can be explained.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};

use super::{Diagnosis, form::Form};
use crate::redact::Pairs;

/// The result of the hash check of a request.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Verdict {
    /// The hash was not checked.
    NotChecked(NotChecked),
    /// The hash is correct.
    Accepted(HashCheck),
    /// The hash is incorrect or missing; the caller received `Incorrect hash`.
    Refused(HashCheck),
}

/// Why the hash was not checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotChecked {
    /// The path names no function of the API.
    NoFunction,
    /// The method is not GET, HEAD or POST.
    Method,
    /// The request could not be read.
    Unreadable,
    /// A scripted answer or fault was sent before any check.
    Scripted,
    /// The function never checks a hash.
    NoHash,
    /// The caller is unknown; the server then leaves the refusal to the function.
    UnknownCaller,
    /// Hash checking is switched off.
    SwitchedOff,
    /// API requests, or GET requests, are disabled.
    Disabled,
}

impl Verdict {
    /// Whether the request was refused for its hash.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        matches!(self, Self::Refused(_))
    }

    /// Whether the hash was checked and is correct.
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        matches!(self, Self::Accepted(_))
    }

    /// How a refused hash was made, as far as it can be determined. Its `Display` shows no values and no hashes.
    #[must_use]
    pub fn diagnosis(&self) -> Option<&Diagnosis> {
        match self {
            Self::Refused(check) => check.diagnosis(),
            Self::Accepted(_) | Self::NotChecked(_) => None,
        }
    }
}

/// Names what was hashed, in order, but no values: safe to print.
impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotChecked(reason) => write!(f, "hash not checked: {reason}"),
            Self::Accepted(check) => write!(f, "hash accepted: {check}"),
            Self::Refused(check) => write!(f, "hash refused: {check}"),
        }
    }
}

impl fmt::Display for NotChecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoFunction => "the path names no function",
            Self::Method => "the method is not taken",
            Self::Unreadable => "the request could not be read",
            Self::Scripted => "a scripted answer was sent",
            Self::NoHash => "the function checks no hash",
            Self::UnknownCaller => "the caller is unknown",
            Self::SwitchedOff => "hash checking is off",
            Self::Disabled => "the API, or GET, is disabled",
        })
    }
}

/// A hash check in all its parts.
#[derive(Clone)]
pub struct HashCheck {
    pub(super) parts: Vec<(String, String)>,
    pub(super) dropped: Vec<String>,
    pub(super) key_owners: Vec<String>,
    pub(super) received: Option<SecretString>,
    /// The first digits of the hash made with the key of each owner.
    pub(super) expected: Vec<String>,
    /// None if the hash is right.
    pub(super) diagnosis: Option<Diagnosis>,
}

impl HashCheck {
    /// The hashed parameters in order, each with its text as it goes into the hash; the key follows the last one.
    #[must_use]
    pub fn parts(&self) -> &[(String, String)] {
        &self.parts
    }

    /// Parameters left out of the hash because of their value.
    #[must_use]
    pub fn dropped(&self) -> &[String] {
        &self.dropped
    }

    /// The same with what the value would have to be, such as `digits only`.
    pub fn dropped_for(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.dropped.iter().map(|name| (name.as_str(), Form::of(name).requirement()))
    }

    /// Usernames whose keys would be correct.
    #[must_use]
    pub fn key_owners(&self) -> &[String] {
        &self.key_owners
    }

    /// The hash that came with the request. Handle with care: it allows the request to be repeated.
    #[must_use]
    pub fn received(&self) -> Option<&str> {
        self.received.as_ref().map(SecretString::expose_secret)
    }

    /// How the hash was made, as far as it can be determined; `None` if it is correct.
    #[must_use]
    pub fn diagnosis(&self) -> Option<&Diagnosis> {
        self.diagnosis.as_ref()
    }

    pub(crate) fn expected(&self) -> &[String] {
        &self.expected
    }
}

impl fmt::Debug for HashCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HashCheck")
            .field("parts", &Pairs(&self.parts))
            .field("dropped", &self.dropped)
            .field("key_owners", &self.key_owners)
            .field("received_length", &self.received().map(str::len))
            .field("diagnosis", &self.diagnosis)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for HashCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the server hashes ")?;
        for (name, _) in &self.parts {
            write!(f, "{name} + ")?;
        }
        write!(f, "key of {}", self.key_owners.join(" or of "))?;
        if !self.dropped.is_empty() {
            write!(f, "; dropped for their values: {}", self.dropped.join(", "))?;
        }
        match self.received() {
            None => f.write_str("; no hash came"),
            Some(hash) if hash.len() != 40 => {
                write!(f, "; the hash had {} characters instead of 40", hash.len())
            }
            Some(_) => Ok(()),
        }
    }
}
