//! What generated code calls. Not part of the public interface: it changes whenever the derive macros do.

#[cfg(feature = "serde")]
pub use serde;

pub use crate::param::field::ParamField;
pub use crate::param::texts::{TextTarget, Texts, not_all, read_texts};
pub use crate::self_check::check_declaration;
pub use crate::shape::{Shape, Undescribed};
pub use crate::xml::{
    FieldSpec, List, Missing, Optional, OptionalText, Required, Rest, Slot, Source, Table, any_of, fields,
    list, optional, optional_text, required, required_text, unfilled,
};

use crate::fault::{same_text, starts_with_text, words_before};
use crate::{
    AnswerError, Body, CommonFault, Effect, FromText, Identity, Kind, Param, ParamSpec, RecordShape, Refusal,
    Response, Spec, Unknown, UnknownWord,
};

/// Sets a parameter: what every setter does.
#[inline]
pub fn set<T>(field: &mut Option<T>, value: impl Into<T>) {
    *field = Some(value.into());
}

/// Finds the text of a refusal in a list of which the first `whole` are known completely and the others only by
/// their start, or by their end if dots precede it: the index in the list, the common refusal, and the text to keep.
/// That is the message whose start is known and what follows it, such as the reasons after `User was not updated`; the
/// words before a known end; else all messages.
#[must_use]
pub fn read_refusal(
    texts: &[&str],
    whole: usize,
    refusal: &Refusal,
) -> (Option<usize>, Option<CommonFault>, String) {
    let messages = &refusal.messages;
    let (texts, parts) = texts.split_at_checked(whole).unwrap_or((texts, &[]));
    if let Some(index) = texts.iter().position(|text| messages.iter().any(|message| same_text(text, message)))
    {
        return (Some(index), None, String::new());
    }
    for (index, part) in parts.iter().enumerate() {
        if let Some(end) = part.strip_prefix("... ") {
            if let Some(words) = messages.iter().find_map(|message| words_before(message, end)) {
                return (Some(whole + index), None, words.to_owned());
            }
        } else if let Some(at) = messages.iter().position(|message| starts_with_text(message, part)) {
            return (Some(whole + index), None, messages.get(at..).unwrap_or_default().join("; "));
        }
    }
    let common = messages.iter().find_map(|message| CommonFault::from_message(message));
    (None, common, messages.join("; "))
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
        rules: &[],
        verify: None,
        response: RecordShape::UNKNOWN,
        doc: "",
    };
}

impl Response for Stub {
    const SHAPE: &'static RecordShape = RecordShape::UNKNOWN;

    fn read(_: Body<'_>, _: Option<&mut Vec<Unknown>>) -> Result<Self, AnswerError> {
        Ok(Self)
    }
}

/// The parameters of an endpoint and, behind them, those of the set it ends in; `N` is how many these are.
#[must_use]
pub const fn join_params<const N: usize>(mut own: &[ParamSpec], mut set: &[ParamSpec]) -> [ParamSpec; N] {
    const NONE: ParamSpec =
        ParamSpec { name: "", field: "", hash_order: None, required: false, kind: Kind::Text, doc: "" };
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
