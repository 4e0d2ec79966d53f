//! A refusal as one of three kinds.

use core::fmt;
use core::mem::discriminant;

use crate::{CommonFault, Fault, Refusal};

/// Why MOR refused a request. `F` is the endpoint's [`Fault`].
///
/// A text that the function documents is [`Known`](Self::Known) even if it is one of the common ones.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Refused<F> {
    /// A refusal that the function documents.
    Known(F),
    /// One that any function may send.
    Common(CommonFault),
    /// A text that is not documented: all messages of the answer, with `; ` between them.
    Other(String),
}

impl<F: Fault> Refused<F> {
    /// Finds out what a refusal is.
    #[must_use]
    pub fn from_refusal(refusal: &Refusal) -> Self {
        if let Some(known) = F::from_refusal(refusal) {
            return Self::Known(known);
        }
        let common = refusal.messages.iter().find_map(|message| CommonFault::from_message(message));
        common.map_or_else(|| Self::Other(refusal.messages.join("; ")), Self::Common)
    }
}

impl<F> Refused<F> {
    /// The refusal, if the function documents it.
    #[must_use]
    pub fn known(&self) -> Option<&F> {
        if let Self::Known(known) = self { Some(known) } else { None }
    }

    /// The refusal, if it is one that any function may send.
    #[must_use]
    pub fn common(&self) -> Option<&CommonFault> {
        if let Self::Common(common) = self { Some(common) } else { None }
    }

    /// The text, if it is one that nobody documents.
    #[must_use]
    pub fn other(&self) -> Option<&str> {
        if let Self::Other(text) = self { Some(text) } else { None }
    }

    /// Whether two refusals differ in the texts they keep at most.
    pub(crate) fn is_same_kind(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Known(one), Self::Known(other)) => discriminant(one) == discriminant(other),
            (Self::Common(one), Self::Common(other)) => one == other,
            _ => discriminant(self) == discriminant(other),
        }
    }
}

impl<F: fmt::Display> fmt::Display for Refused<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(known) => known.fmt(f),
            Self::Common(common) => common.fmt(f),
            Self::Other(text) => f.write_str(text),
        }
    }
}

impl<F: fmt::Debug + fmt::Display> core::error::Error for Refused<F> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AnyFault;

    #[test]
    fn a_text_that_nobody_documents_is_kept_with_all_messages() {
        let refusal =
            Refusal { path: "page/error".into(), messages: vec!["No luck".into(), "Try again".into()] };
        let refused = Refused::<AnyFault>::from_refusal(&refusal);
        assert_eq!(refused, Refused::Other("No luck; Try again".into()));
        assert_eq!(
            (refused.other(), refused.to_string().as_str()),
            (Some("No luck; Try again"), "No luck; Try again")
        );
    }

    #[test]
    fn a_common_text_is_found_among_the_messages() {
        let refusal = Refusal { path: "error".into(), messages: vec!["1".into(), "Incorrect hash".into()] };
        let refused = Refused::<AnyFault>::from_refusal(&refusal);
        assert_eq!(refused.common(), Some(&CommonFault::IncorrectHash));
        assert!(!refused.is_same_kind(&Refused::Common(CommonFault::BadLogin)));
        assert!(!refused.is_same_kind(&Refused::Other("Incorrect hash".into())));
    }
}
