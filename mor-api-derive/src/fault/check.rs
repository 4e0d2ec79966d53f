//! What must hold among the variants of an enum of refusals.

use syn::{Data, Fields, LitStr};

use super::normal::normal;
use super::parse::{Fault, Refusal, Says};
use crate::ctxt::Ctxt;
use crate::written;

pub(super) fn fault(cx: &mut Ctxt, fault: &Fault<'_>) {
    if !matches!(fault.input.data, Data::Enum(_)) {
        return;
    }
    let generics = &fault.input.generics;
    if !generics.params.is_empty() {
        let name = &fault.input.ident;
        let message =
            format!("`{name}` cannot be generic: what its variants keep is the server's text, a `String`");
        return cx.error(generics, message);
    }
    fault.variants.iter().for_each(|refusal| fields_fit(cx, refusal));
    if fault.variants.is_empty() {
        cx.error(
            &fault.input.ident,
            "the enum has no variant: a function without refusals of its own has no `fault`",
        );
    }
    let texts = texts(fault);
    for (index, text) in texts.iter().enumerate() {
        not_empty(cx, text);
        differs(cx, index, text, &texts);
        is_reached(cx, text, texts.get(..index).unwrap_or_default());
    }
}

/// A text of the enum.
struct Text<'f> {
    literal: &'f LitStr,
    /// Made once: texts are compared each with all the others.
    normal: String,
    part: Part,
}

/// How much of a text is known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    Start,
    End,
}

fn texts<'f>(fault: &'f Fault<'_>) -> Vec<Text<'f>> {
    let text = |literal: &'f LitStr, part| Text { literal, normal: normal(&literal.value()), part };
    let texts = |refusal: &'f Refusal<'_>| match &refusal.says {
        Says::Texts(texts) => texts.iter().map(|literal| text(literal, Part::Whole)).collect(),
        Says::Start(literal) => vec![text(literal, Part::Start)],
        Says::End(literal) => vec![text(literal, Part::End)],
        Says::Unknown => Vec::new(),
    };
    fault.variants.iter().flat_map(texts).collect()
}

/// A whole text needs no field, a part of one needs one.
fn fields_fit(cx: &mut Ctxt, refusal: &Refusal<'_>) {
    let fields = &refusal.variant.fields;
    let name = &refusal.variant.ident;
    let one = |ty: &str| {
        let named = fields.iter().all(|field| written::is_named(&field.ty, ty));
        matches!(fields, Fields::Unnamed(_)) && fields.len() == 1 && named
    };
    let (fits, wants) = match &refusal.says {
        Says::Texts(_) => {
            (matches!(fields, Fields::Unit), format!("the text says it all: `{name}` has no field"))
        }
        Says::Start(_) => (one("String"), format!("the variant keeps the whole text: `{name}(String)`")),
        Says::End(_) => {
            (one("String"), format!("the variant keeps the words before the text: `{name}(String)`"))
        }
        Says::Unknown => return,
    };
    if !fits {
        match fields {
            Fields::Unit => cx.error(name, wants),
            fields => cx.error(fields, wants),
        }
    }
}

fn not_empty(cx: &mut Ctxt, text: &Text<'_>) {
    if text.normal.is_empty() {
        cx.error(text.literal, "the text is empty: every refusal would be this one, or none");
    }
}

/// Both places are told.
fn differs(cx: &mut Ctxt, index: usize, text: &Text<'_>, texts: &[Text<'_>]) {
    let same = |(other, also): &(usize, &Text<'_>)| {
        *other != index && also.part == text.part && also.normal == text.normal
    };
    if text.normal.is_empty() {
        return;
    }
    if let Some((_, other)) = texts.iter().enumerate().find(same) {
        let spelling = if other.literal.value() == text.literal.value() {
            ""
        } else {
            " (case, spelling of s/z and punctuation do not count)"
        };
        cx.error_at(
            text.literal.span(),
            format!("the text is in this enum twice{spelling}: a refusal could mean either variant"),
        );
    }
}

/// A longer beginning or end after a shorter one is never looked at.
fn is_reached(cx: &mut Ctxt, text: &Text<'_>, before: &[Text<'_>]) {
    let covers = |other: &&Text<'_>| {
        let is_part = match text.part {
            Part::Whole => false,
            Part::Start => text.normal.starts_with(&other.normal),
            Part::End => text.normal.ends_with(&other.normal),
        };
        is_part && other.part == text.part && !other.normal.is_empty() && other.normal != text.normal
    };
    if let Some(other) = before.iter().find(covers) {
        let verb = if text.part == Part::End { "end" } else { "start" };
        let message = format!(
            "every text that {verb}s so {verb}s with {:?} too: move this variant up",
            other.literal.value()
        );
        cx.error_at(text.literal.span(), message);
    }
}
