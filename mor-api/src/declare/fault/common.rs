//! The refusals that any function may send, and what to do about them.

use core::fmt;

use super::text::same_text;

/// Refusals that any function may send.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CommonFault {
    /// `Incorrect hash`: the hash is missing or wrong, or it was made with another owner's key.
    IncorrectHash,
    /// `API Requests are disabled`: the setting *Allow API* is off.
    ApiDisabled,
    /// `GET Requests are disabled`: the setting *Allow GET API* is off.
    GetDisabled,
    /// `API must have Secret Key`: the caller's owner has no key set.
    NoSecretKey,
    /// `Bad login`: no user has the name in `u`, or the password is wrong.
    BadLogin,
    /// `Access Denied`: the caller is unknown or not allowed; on old servers `Dont be so smart`.
    AccessDenied,
    /// `You are not authorized to use this functionality`, or `to view this page`.
    NotAuthorized,
    /// `There is no such API`: the server does not know the function.
    NoSuchFunction,
    /// `Undefined method`: what older servers say to an unknown function, and to slips of their own.
    UndefinedMethod,
    /// `Cannot connect to Elasticsearch`: the server's search engine is down.
    SearchUnavailable,
}

impl CommonFault {
    const TEXTS: &'static [(&'static str, Self)] = &[
        ("Incorrect hash", Self::IncorrectHash),
        ("API Requests are disabled", Self::ApiDisabled),
        ("GET Requests are disabled", Self::GetDisabled),
        ("API must have Secret Key", Self::NoSecretKey),
        ("Bad login", Self::BadLogin),
        ("Access Denied", Self::AccessDenied),
        ("You are not authorized to use this functionality", Self::NotAuthorized),
        ("There is no such API", Self::NoSuchFunction),
        ("Undefined method", Self::UndefinedMethod),
        ("Cannot connect to Elasticsearch", Self::SearchUnavailable),
        // Other wordings; the first of a fault is the one it is shown with.
        ("Dont be so smart", Self::AccessDenied),
        ("You are not authorized to view this page", Self::NotAuthorized),
    ];

    /// Finds the fault of a text.
    #[must_use]
    pub fn from_message(message: &str) -> Option<Self> {
        Self::TEXTS.iter().find(|(text, _)| same_text(text, message)).map(|(_, fault)| fault.clone())
    }

    /// What to do about it, where that is known.
    #[must_use]
    pub fn hint(&self) -> Option<&'static str> {
        Some(match self {
            Self::IncorrectHash => {
                "check the API secret key (it is the one of the caller's owner), then compare the parts of the hash \
                 (`mor explain`, or `explain` of the client) with the server's own tool: SETTINGS - Setup - Generate hash"
            }
            Self::ApiDisabled => "switch on Allow API in the server's API settings",
            Self::GetDisabled => "use POST, or switch on Allow GET API in the server's API settings",
            Self::NoSecretKey => "set an API Secret Key in the server's API settings",
            Self::BadLogin | Self::AccessDenied => "check the username: it is sent as u",
            Self::NotAuthorized => "the account may not use the function: check its permissions and add-ons",
            Self::NoSuchFunction | Self::UndefinedMethod => {
                "the server does not know the function: compare `since` in its description with the server's version \
                 (system_version_get)"
            }
            Self::SearchUnavailable => return None,
        })
    }

    /// The text as the vendor documents it.
    #[must_use]
    pub fn message(&self) -> &'static str {
        Self::TEXTS.iter().find(|(_, fault)| fault == self).map_or("", |(text, _)| text)
    }
}

impl fmt::Display for CommonFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl core::error::Error for CommonFault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_common_text_finds_its_fault_and_back() {
        for (text, fault) in CommonFault::TEXTS {
            assert_eq!(CommonFault::from_message(text).as_ref(), Some(fault), "{text}");
            assert_eq!(CommonFault::from_message(fault.message()).as_ref(), Some(fault));
        }
        assert_eq!(CommonFault::from_message("Campaign was not found"), None);
    }
}
