//! The replies to all questions, and what two of them together say: a key is proven by comparison with a wrong one.

use mor_api::CommonFault;

use super::probe::{Question, Reply};

/// The replies to the questions, signed with the configured key and with a wrong one.
#[derive(Debug)]
pub(super) struct Replies {
    pub(super) version: Reply,
    pub(super) version_wrong: Option<Reply>,
    pub(super) details: Option<Reply>,
    pub(super) details_wrong: Option<Reply>,
}

/// What two replies say about the hash check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HashCheck {
    /// The configured key is accepted, a wrong one refused.
    Passed,
    /// A wrong key is accepted, too.
    Off,
    Unknown,
}

impl HashCheck {
    fn of(right: &Reply, wrong: &Reply) -> Self {
        let is_refused = wrong.is(&CommonFault::IncorrectHash);
        match right {
            Reply::Answered(_) if wrong.is_answered() => Self::Off,
            // Servers before X5 say so for a wrong hash.
            Reply::Answered(_) if is_refused || wrong.is(&CommonFault::AccessDenied) => Self::Passed,
            // The refusal for the configured key comes after the hash check.
            Reply::Refused(_) if is_refused && !right.is(&CommonFault::IncorrectHash) => Self::Passed,
            _ => Self::Unknown,
        }
    }
}

impl Replies {
    fn pairs(&self) -> [(&Reply, Option<&Reply>); 2] {
        let details = self.details.as_ref().unwrap_or(&self.version);
        [(&self.version, self.version_wrong.as_ref()), (details, self.details_wrong.as_ref())]
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Reply> {
        [Some(&self.version), self.version_wrong.as_ref(), self.details.as_ref(), self.details_wrong.as_ref()]
            .into_iter()
            .flatten()
    }

    /// The question that was answered, if one was, and the replies to it.
    pub(super) fn answered(&self) -> Option<(Question, Option<&Reply>)> {
        if self.version.is_answered() {
            Some((Question::Version, self.version_wrong.as_ref()))
        } else {
            let details = self.details.as_ref().is_some_and(Reply::is_answered);
            details.then_some((Question::OwnDetails, self.details_wrong.as_ref()))
        }
    }

    pub(super) fn hash_check(&self) -> HashCheck {
        let checks = self
            .pairs()
            .map(|(right, wrong)| wrong.map_or(HashCheck::Unknown, |wrong| HashCheck::of(right, wrong)));
        [HashCheck::Passed, HashCheck::Off]
            .into_iter()
            .find(|check| checks.contains(check))
            .unwrap_or(HashCheck::Unknown)
    }
}
