//! What generated code calls. Not part of the public interface: it changes whenever the derive macros do.

pub use core::fmt::{Result as FmtResult, Write};

#[cfg(feature = "serde")]
pub use serde;

pub use crate::xml::{Field, FieldSpec, Node, RestField, Source, Table, TextField, require, require_text};
use crate::fault::same_text;
use crate::{AnswerError, Body, Effect, Identity, Refusal, Response, Spec};

pub use crate::self_check::check_declaration;

/// The index of the first documented text that a refusal says.
#[must_use]
pub fn find_fault(texts: &[&str], refusal: &Refusal) -> Option<usize> {
    texts.iter().position(|text| refusal.messages.iter().any(|message| same_text(text, message)))
}

/// The word of a list that a text is, whatever its case.
#[must_use]
pub fn find_word(words: &[&str], text: &str) -> Option<usize> {
    let text = text.trim();
    words.iter().position(|word| word.eq_ignore_ascii_case(text))
}

/// Stands in for what a declaration with mistakes does not say.
#[derive(Debug)]
pub struct Stub;

impl Stub {
    /// The description of no function.
    pub const SPEC: &'static Spec = &Spec {
        function: "",
        aliases: &[],
        group: "",
        since: None,
        addon: None,
        effect: Effect::Read,
        signed: true,
        caller: Identity::None,
        password: Identity::None,
        params: &[],
        hash_order: &[],
        doc: "",
    };
}

impl Response for Stub {
    fn decode(_: Body<'_>) -> Result<Self, AnswerError> {
        Ok(Self)
    }
}
