//! What must hold among the variants of an enum of refusals.

use syn::{Data, Fields, LitStr};

use super::normal::normal;
use super::parse::{Fault, Refusal, Says};
use crate::attr;
use crate::ctxt::Ctxt;

pub(super) fn fault(cx: &mut Ctxt, fault: &Fault<'_>) {
    if !matches!(fault.input.data, Data::Enum(_)) {
        return;
    }
    fault.variants.iter().for_each(|refusal| fields_fit(cx, refusal));
    let common = "`#[fault(common)] Common(CommonFault)` is missing: any function may be refused for a wrong hash and the like";
    let other =
        "`#[fault(other)] Other(String)` is missing: without it, texts that no variant knows would be lost";
    exactly_one(cx, fault, |says| matches!(says, Says::Common), "common", common);
    exactly_one(cx, fault, |says| matches!(says, Says::Other), "other", other);
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
    /// Whether it is only the beginning of one.
    start: bool,
}

fn texts<'f>(fault: &'f Fault<'_>) -> Vec<Text<'f>> {
    let text = |literal: &'f LitStr, start| Text { literal, normal: normal(&literal.value()), start };
    let texts = |refusal: &'f Refusal<'_>| match &refusal.says {
        Says::Texts(texts) => texts.iter().map(|literal| text(literal, false)).collect(),
        Says::Start(literal) => vec![text(literal, true)],
        Says::Common | Says::Other | Says::Unknown => Vec::new(),
    };
    fault.variants.iter().flat_map(texts).collect()
}

/// A text needs no field, everything else needs one.
fn fields_fit(cx: &mut Ctxt, refusal: &Refusal<'_>) {
    let fields = &refusal.variant.fields;
    let name = &refusal.variant.ident;
    let one = |ty: &str| {
        let named = fields.iter().all(|field| attr::is_named(&field.ty, ty));
        matches!(fields, Fields::Unnamed(_)) && fields.len() == 1 && named
    };
    let (fits, wants) = match &refusal.says {
        Says::Texts(_) => {
            (matches!(fields, Fields::Unit), format!("the text says it all: `{name}` has no field"))
        }
        Says::Start(_) => (one("String"), format!("the variant keeps the whole text: `{name}(String)`")),
        Says::Common => {
            (one("CommonFault"), format!("the variant keeps the common refusal: `{name}(CommonFault)`"))
        }
        Says::Other => (one("String"), format!("the variant keeps the text: `{name}(String)`")),
        Says::Unknown => return,
    };
    if !fits {
        match fields {
            Fields::Unit => cx.error(name, wants),
            fields => cx.error(fields, wants),
        }
    }
}

fn exactly_one(cx: &mut Ctxt, fault: &Fault<'_>, is: impl Fn(&Says) -> bool, word: &str, missing: &str) {
    let mut found = fault.variants.iter().filter(|refusal| is(&refusal.says));
    if found.next().is_none() {
        // A variant that could not be read may be the one.
        if !fault.variants.iter().any(|refusal| matches!(refusal.says, Says::Unknown)) {
            cx.error(&fault.input.ident, missing);
        }
    }
    for second in found {
        cx.error(&second.variant.ident, format!("a second `{word}` variant: the first one takes them all"));
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
        *other != index && also.start == text.start && also.normal == text.normal
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
            format!("the text stands twice in this enum{spelling}: no refusal could tell which is meant"),
        );
    }
}

/// A longer beginning behind a shorter one is never looked at.
fn is_reached(cx: &mut Ctxt, text: &Text<'_>, before: &[Text<'_>]) {
    let shadow = before.iter().find(|other| {
        other.start
            && text.start
            && !other.normal.is_empty()
            && other.normal != text.normal
            && text.normal.starts_with(&other.normal)
    });
    if let Some(other) = shadow {
        let message = format!(
            "every text that starts so starts with {:?} too: move this variant up",
            other.literal.value()
        );
        cx.error_at(text.literal.span(), message);
    }
}
