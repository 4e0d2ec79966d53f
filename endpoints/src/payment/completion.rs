//! Whether a payment is completed, as lists of payments say it.

use std::borrow::Cow;

use mor_api::FromText;

/// Whether a payment is completed.
///
/// ```
/// use mor_api::FromText;
/// use mor_endpoints::payment::Completion;
///
/// assert_eq!(Completion::from_text("Completed"), Some(Completion::Completed));
/// let waiting = Completion::Pending(Some("Waiting for confirmation".to_owned()));
/// assert_eq!(Completion::from_text("No (Waiting for confirmation)"), Some(waiting));
/// assert_eq!(Completion::from_text("No ()"), Some(Completion::Pending(None)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Completion {
    /// It is: `Completed` or `Yes`.
    Completed,
    /// It is not, and why if the server knows: `No`, `No (Waiting for confirmation)`.
    Pending(Option<String>),
    /// The words of a server that speaks another language.
    Other(String),
}

impl FromText for Completion {
    const EXPECTED: &'static str = "Completed, Yes or No with a reason in brackets";

    #[inline]
    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
        let reason = rest.trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        Some(match (word.to_ascii_lowercase().as_str(), reason) {
            ("", _) => return None,
            ("completed" | "yes", None) if rest.is_empty() => Self::Completed,
            ("no", None) if rest.is_empty() => Self::Pending(None),
            ("no", Some(reason)) => {
                Self::Pending(Some(reason.trim().to_owned()).filter(|reason| !reason.is_empty()))
            }
            _ => Self::Other(text.to_owned()),
        })
    }
}

impl Completion {
    /// The words of the server: `Completed`, `No`, `No (Waiting for confirmation)`.
    #[must_use]
    pub fn words(&self) -> Cow<'_, str> {
        match self {
            Self::Completed => "Completed".into(),
            Self::Pending(None) => "No".into(),
            Self::Pending(Some(reason)) => format!("No ({reason})").into(),
            Self::Other(words) => words.into(),
        }
    }
}

mor_api::impl_serialize!(Completion, completion => serialize_str(&completion.words()));
