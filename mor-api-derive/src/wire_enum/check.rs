//! What must hold among the variants of an enum of words.

use proc_macro2::Span;
use syn::{Data, Fields};

use super::parse::{Word, Words};
use crate::ctxt::Ctxt;
use crate::written;

pub(super) fn words(cx: &mut Ctxt, words: &Words<'_>) {
    if !matches!(words.input.data, Data::Enum(_)) {
        return;
    }
    no_generics(cx, words);
    not_empty(cx, words);
    words.variants.iter().for_each(|word| fields_fit(cx, word));
    other_is_last(cx, words);
    let spellings: Vec<&(String, Span)> = words.variants.iter().flat_map(|word| &word.spellings).collect();
    for (index, (word, span)) in spellings.iter().enumerate() {
        is_a_word(cx, word, *span);
        differs(cx, index, word, *span, &spellings);
    }
}

fn no_generics(cx: &mut Ctxt, words: &Words<'_>) {
    let generics = &words.input.generics;
    if !generics.params.is_empty() {
        cx.error(generics, "an enum of words has no parameters");
    }
}

fn not_empty(cx: &mut Ctxt, words: &Words<'_>) {
    if words.known().next().is_none() {
        cx.error(&words.input.ident, "the enum has no words: it needs a variant for each");
    }
}

fn fields_fit(cx: &mut Ctxt, word: &Word<'_>) {
    let (name, fields) = (&word.variant.ident, &word.variant.fields);
    let one = matches!(fields, Fields::Unnamed(_))
        && fields.len() == 1
        && fields.iter().all(|field| written::is_named(&field.ty, "String"));
    match fields {
        Fields::Unit if word.other => cx.error(name, format!("`other` keeps the word: `{name}(String)`")),
        fields if word.other && !one => {
            cx.error(fields, format!("`other` keeps the word as a `String`: `{name}(String)`"));
        }
        Fields::Named(_) | Fields::Unnamed(_) if !word.other => {
            let message = format!(
                "a word has no fields: write `{name}`, or mark the variant `#[mor(other)]` if it keeps unknown words"
            );
            cx.error(fields, message);
        }
        _ => {}
    }
}

fn other_is_last(cx: &mut Ctxt, words: &Words<'_>) {
    let mut others = words.variants.iter().enumerate().filter(|(_, word)| word.other);
    let Some((index, first)) = others.next() else { return };
    let mut second = false;
    for (_, word) in others {
        cx.error(&word.variant.ident, "a second `other` variant: the first one keeps all unknown words");
        second = true;
    }
    if !second && index + 1 < words.variants.len() {
        cx.error(&first.variant.ident, "`other` is what is left when no word fits: put it last");
    }
}

fn is_a_word(cx: &mut Ctxt, word: &str, span: Span) {
    if word.is_empty() {
        cx.error_at(span, "the word is empty; a field that may have no value is an `Option`");
    } else if word.trim() != word {
        cx.error_at(span, format!("white space around a word does not count: write \"{}\"", word.trim()));
    }
}

/// Both places are told.
fn differs(cx: &mut Ctxt, index: usize, word: &str, span: Span, words: &[&(String, Span)]) {
    let same = words
        .iter()
        .enumerate()
        .find(|(other, (also, _))| *other != index && also.eq_ignore_ascii_case(word));
    if let Some((_, (also, _))) = same
        && !word.is_empty()
    {
        let case = if also == word { "" } else { " (case does not count when words are read)" };
        cx.error_at(span, format!("the word \"{word}\" is in this enum twice{case}"));
    }
}
