//! MOR's refusals: an `<error>` near the root of the document, whatever the root is.

mod find;
mod read;

pub(crate) use self::find::{find, judge};
pub(crate) use self::read::{read, skip};
use super::text::cut;

/// Errors stand at `error`, `status/error`, `page/error`, `page/status/error` and `page/error/error`. An
/// `<error>` deeper than that belongs to one item of a partly successful answer and is data.
const DEEPEST: usize = 3;

/// More messages, and longer ones, than MOR sends: what exceeds them is cut off, for they end up in logs.
const MAX_MESSAGES: usize = 64;
const MAX_MESSAGE: usize = 4096;

/// What MOR says when it refuses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Refusal {
    /// The path of the first element that says it, such as `page/status/error`; empty for plain text.
    pub path: String,
    /// The texts, in order; usually one.
    pub messages: Vec<String>,
}

impl Refusal {
    /// A refusal of one message.
    #[must_use]
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), messages: vec![message.into()] }
    }

    /// Takes in what was found further on in the same answer.
    pub(crate) fn extend(&mut self, later: &Self) {
        later.messages.iter().for_each(|message| self.add(message));
    }

    /// Takes in a message, as far as it is of a sensible length and number.
    pub(in crate::xml) fn add(&mut self, message: &str) {
        if self.messages.len() < MAX_MESSAGES {
            self.messages.push(cut(message.trim(), MAX_MESSAGE).to_owned());
        }
    }

    /// The first message, or nothing for an empty `<error/>`.
    #[must_use]
    pub fn message(&self) -> &str {
        self.messages.first().map_or("", String::as_str)
    }
}

/// Whether an element at this depth (the root has 1) that no field wants says that MOR refuses.
pub(crate) fn is_refusal(name: &str, depth: usize) -> bool {
    depth <= DEEPEST && (name.eq_ignore_ascii_case("error") || name.eq_ignore_ascii_case("errors"))
}
