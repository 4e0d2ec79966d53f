//! Words in place of values, and the error of a word that an enum does not know.

use core::fmt;

/// Whether a text is a word in place of a value, not a value that is broken.
pub(super) fn is_word(text: &str) -> bool {
    text.contains(char::is_alphabetic) && !text.contains(char::is_numeric)
}

/// A text that is none of the words of an enum made with `#[derive(WireEnum)]`.
///
#[cfg_attr(feature = "derive", doc = "```")]
#[cfg_attr(not(feature = "derive"), doc = "```ignore")]
/// #[derive(Debug, PartialEq, mor_api::WireEnum)]
/// enum Direction {
///     Incoming,
///     Outgoing,
/// }
///
/// assert_eq!("incoming".parse(), Ok(Direction::Incoming));
/// let error = "sideways".parse::<Direction>().unwrap_err();
/// assert_eq!(error.to_string(), "\"sideways\" is not one of incoming, outgoing");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownWord {
    word: String,
    known: &'static [&'static str],
}

impl UnknownWord {
    /// The error for a word that is none of these.
    #[must_use]
    pub fn new(word: &str, known: &'static [&'static str]) -> Self {
        Self { word: word.to_owned(), known }
    }

    /// The text.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.word
    }

    /// The words that are valid.
    #[must_use]
    pub fn known(&self) -> &'static [&'static str] {
        self.known
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not one of {}", self.word, self.known.join(", "))
    }
}

impl core::error::Error for UnknownWord {}
