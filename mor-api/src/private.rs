//! What generated code calls. Not part of the public interface: it changes whenever the derive macros do.

pub use core::fmt::{Result as FmtResult, Write};

#[cfg(feature = "serde")]
pub use serde;

pub use crate::xml::{Field, FieldSpec, Node, RestField, Source, Table, TextField, require, require_text};
use crate::Refusal;
use crate::fault::same_text;

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
