//! What MOR says when it refuses a request, as types.

use core::fmt;

use crate::__private::read_refusal;
use crate::Refusal;

/// The refusals of a function: its documented texts as variants, and the unknown rest with its text kept.
///
/// Derive it on an enum; a function without texts of its own uses [`AnyFault`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a set of refusals: it does not implement `mor_api::Fault`",
    label = "not a fault",
    note = "derive it on an enum: `#[derive(Debug, mor_api::Fault)]`, or leave `fault` out for `mor_api::AnyFault`"
)]
pub trait Fault: Sized + fmt::Debug + fmt::Display + Send + Sync + 'static {
    /// The texts the function documents in addition to the common ones. The last of them are incomplete: the start of
    /// a text, or after three dots the end of one (`... is incorrect format`).
    const TEXTS: &'static [&'static str];

    /// Finds the variant of a refusal.
    fn from_refusal(refusal: &Refusal) -> Self;

    /// The refusal, if it is one that any function may send.
    fn common(&self) -> Option<&CommonFault>;

    /// The text, if it is one that nobody documents.
    fn other(&self) -> Option<&str>;
}

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

/// The refusals of a function that documents none of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum AnyFault {
    /// One that any function may send.
    Common(CommonFault),
    /// Another text.
    Other(String),
}

impl Fault for AnyFault {
    const TEXTS: &'static [&'static str] = &[];

    fn from_refusal(refusal: &Refusal) -> Self {
        match read_refusal(Self::TEXTS, 0, refusal) {
            (_, Some(common), _) => Self::Common(common),
            (_, None, text) => Self::Other(text),
        }
    }

    fn common(&self) -> Option<&CommonFault> {
        match self {
            Self::Common(common) => Some(common),
            Self::Other(_) => None,
        }
    }

    fn other(&self) -> Option<&str> {
        match self {
            Self::Common(_) => None,
            Self::Other(text) => Some(text),
        }
    }
}

impl fmt::Display for AnyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Common(common) => common.fmt(f),
            Self::Other(text) => f.write_str(text),
        }
    }
}

/// Whether two texts are the same refusal. White space around and between words, case, apostrophes, and the
/// British and American spelling (`authorised`, `authorized`) do not matter; neither does punctuation at the
/// end, which differs between servers and documentation.
pub(crate) fn same_text(a: &str, b: &str) -> bool {
    canonical(a).eq(canonical(b))
}

/// Whether a text starts with the words of another one, by the same rules.
pub(crate) fn starts_with_text(text: &str, start: &str) -> bool {
    let mut text = canonical(text);
    canonical(start).all(|expected| text.next() == Some(expected))
}

/// The words of a text before its end, if it ends with these words by the same rules.
pub(crate) fn words_before<'t>(text: &'t str, end: &str) -> Option<&'t str> {
    let text = text.trim_start();
    let mut places = text.match_indices(char::is_whitespace).map(|(at, _)| text.split_at(at));
    places.find(|(_, rest)| same_text(rest, end)).map(|(words, _)| words)
}

fn canonical(text: &str) -> impl Iterator<Item = char> {
    let text = text.trim_end_matches(|end: char| end.is_whitespace() || matches!(end, '.' | '!' | '*'));
    text.split_whitespace()
        .flat_map(|word| core::iter::once(' ').chain(word.chars()))
        .filter(|c| *c != '\'')
        .map(|character| match character.to_ascii_lowercase() {
            'z' => 's',
            lower => lower,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        for (a, b) in [
            ("Incorrect hash", " incorrect HASH\n"),
            (
                "You are not authorized to use this functionality",
                "You are not authorised to use this functionality.",
            ),
            ("Dont be so smart", "Don't be so smart"),
            ("User was not found", "User  was not found!"),
        ] {
            assert!(same_text(a, b), "{a} / {b}");
        }
        for (a, b) in [("User was not found", "Users were not found"), ("No User", "NoUser"), ("", "Error")] {
            assert!(!same_text(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn a_start_is_compared_by_the_same_rules() {
        assert!(starts_with_text("No free numbers for campaign: Spring", "No free numbers for Campaign:"));
        assert!(starts_with_text("No free numbers for Campaign:", "No free numbers for Campaign:"));
        assert!(!starts_with_text("No free numbers", "No free numbers for Campaign:"));
    }

    #[test]
    fn the_words_before_an_end_are_found_by_the_same_rules() {
        let before = |text| words_before(text, "is incorrect format");
        assert_eq!(before("Solo pinless is incorrect format"), Some("Solo pinless"));
        assert_eq!(before(" Batch  IS incorrect\nformat. "), Some("Batch"));
        for text in
            ["is incorrect format", " is incorrect format", "Batch is in incorrect format", "Batch", ""]
        {
            assert_eq!(before(text), None, "{text:?}");
        }
    }

    #[test]
    fn every_common_text_finds_its_fault_and_back() {
        for (text, fault) in CommonFault::TEXTS {
            assert_eq!(CommonFault::from_message(text).as_ref(), Some(fault), "{text}");
            assert_eq!(CommonFault::from_message(fault.message()).as_ref(), Some(fault));
        }
        assert_eq!(CommonFault::from_message("Campaign was not found"), None);
    }

    #[test]
    fn unknown_texts_are_kept() {
        let refusal =
            Refusal { path: "page/error".into(), messages: vec!["No luck".into(), "Try again".into()] };
        assert_eq!(AnyFault::from_refusal(&refusal), AnyFault::Other("No luck; Try again".into()));
    }
}
