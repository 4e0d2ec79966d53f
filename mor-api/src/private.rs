//! What generated code calls. Not part of the public interface: it changes whenever the derive macros do.

#[cfg(feature = "serde")]
pub use serde;

pub use crate::declare::fault::find_text;
pub use crate::declare::param::field::ParamField;
pub use crate::declare::param::texts::{TextTarget, Texts, not_all, read_texts};
pub use crate::declare::self_check::check_declaration;
pub use crate::declare::shape::{Shape, Undescribed};
pub use crate::xml::{
    FieldSpec, List, Missing, Optional, OptionalText, Required, Rest, Slot, Source, Table, any_of, fields,
    list, optional, optional_text, read_fields, required, required_text, unfilled,
};

use crate::{
    AnswerError, Effect, FromText, Kind, Param, ParamSpec, Payload, RecordShape, Response, Spec, Unknown,
    UnknownWord,
};

/// Sets a parameter: what every setter does.
#[inline]
pub fn set<T>(field: &mut Option<T>, value: impl Into<T>) {
    *field = Some(value.into());
}

/// The word of a list that a text is, whatever its case.
#[must_use]
pub fn find_word(words: &[&str], text: &str) -> Option<usize> {
    let text = text.trim();
    words.iter().position(|word| word.eq_ignore_ascii_case(text))
}

/// Reads a word of an enum that has no others.
pub fn parse_word<T: FromText + Param>(text: &str) -> Result<T, UnknownWord> {
    T::from_text(text).ok_or_else(|| UnknownWord::new(text, T::KIND.values()))
}

/// Reads a word of an enum that keeps those it does not know.
pub fn parse_any_word<T: FromText>(text: &str, other: fn(String) -> T) -> T {
    T::from_text(text).unwrap_or_else(|| other(text.to_owned()))
}

/// Stands in for what a declaration with mistakes does not say.
#[derive(Debug)]
pub struct Stub;

impl Stub {
    /// The description of no function.
    pub const SPEC: &'static Spec = &Spec::new("", Effect::Read);
}

impl Response for Stub {
    const SHAPE: &'static RecordShape = RecordShape::UNKNOWN;

    fn read(_: Payload<'_>, _: Option<&mut Vec<Unknown>>) -> Result<Self, AnswerError> {
        Ok(Self)
    }
}

/// The parameters of an endpoint and, behind them, those of the set it ends in; `N` is how many these are.
#[must_use]
pub const fn join_params<const N: usize>(mut own: &[ParamSpec], mut set: &[ParamSpec]) -> [ParamSpec; N] {
    const NONE: ParamSpec = ParamSpec::new("", "", Kind::Text);
    let mut joined = [NONE; N];
    let mut slots: &mut [ParamSpec] = &mut joined;
    while let [slot, others @ ..] = slots {
        if let [param, rest @ ..] = own {
            *slot = *param;
            own = rest;
        } else if let [param, rest @ ..] = set {
            *slot = *param;
            set = rest;
        }
        slots = others;
    }
    joined
}
