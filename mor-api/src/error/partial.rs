//! An answer that is success and refusal at once.

use core::fmt;

use crate::{ElementMap, Refusal};

/// A request of which MOR carried out one part and refused another.
///
/// `device_update` with a password that is too short changes everything else and answers
///
/// ```xml
/// <page><status>
///   <error>Password is too short</error>
///   <success>Device successfully updated</success>
/// </status></page>
/// ```
///
/// Taken for a refusal, it would be sent again although it was carried out; taken for a success, the refused part
/// would be missed. So it is an error of its own, whatever the function: any answer with an `<error>` and a sign of
/// success near its root (a `<success>`, or a `<status>` that says `ok`).
///
/// Responses that report failures as data, item by item, are ordinary responses; see
/// [`Document::partial`](crate::Document::partial).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partial<R = Refusal> {
    /// MOR's words for what it did, in the order of the answer.
    pub succeeded: Vec<String>,
    /// What it refused.
    pub refused: R,
    /// Everything in the answer that is not a refusal, by its path from the root (`page/status/success`): the ID of
    /// what was created, for example.
    pub values: ElementMap,
}

impl<R> Partial<R> {
    /// The same answer with its parts rewritten.
    pub(crate) fn map<S>(self, text: &dyn Fn(&str) -> String, refused: impl FnOnce(R) -> S) -> Partial<S> {
        Partial {
            succeeded: self.succeeded.iter().map(|words| text(words)).collect(),
            refused: refused(self.refused),
            values: self.values.iter().map(|(name, value)| (name, text(value))).collect(),
        }
    }

    /// Writes what was done, then what was refused.
    pub(crate) fn describe(&self, f: &mut fmt::Formatter<'_>, refused: &dyn fmt::Display) -> fmt::Result {
        write!(f, "partly done: MOR reports \"{}\", but refused: {refused}", self.succeeded.join("; "))
    }
}

impl fmt::Display for Partial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.describe(f, &self.refused.messages.join("; "))
    }
}
