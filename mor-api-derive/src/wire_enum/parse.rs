//! The attributes of an enum of words and of its variants, read into a plain model.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Variant};

use super::spelling::Spelling;
use crate::attr::{self, Entry, find};
use crate::ctxt::Ctxt;
use crate::krate::Krate;
use crate::suggest;

/// An enum to derive for.
pub(super) struct Words<'a> {
    pub(super) input: &'a DeriveInput,
    pub(super) krate: Krate,
    pub(super) variants: Vec<Word<'a>>,
}

/// A variant and how it is written.
pub(super) struct Word<'a> {
    pub(super) variant: &'a Variant,
    /// The word that is sent, then the others that are read; empty for `other`.
    pub(super) spellings: Vec<(String, Span)>,
    /// Whether it keeps words that are none of the others.
    pub(super) other: bool,
}

impl<'a> Words<'a> {
    /// The variants that stand for a word.
    pub(super) fn known(&self) -> impl Iterator<Item = &Word<'a>> {
        self.variants.iter().filter(|word| !word.other)
    }

    /// The variant that keeps other words.
    pub(super) fn other(&self) -> Option<&'a Variant> {
        self.variants.iter().find(|word| word.other).map(|word| word.variant)
    }
}

pub(super) fn words<'a>(cx: &mut Ctxt, input: &'a DeriveInput) -> Words<'a> {
    let entries = attr::entries(cx, &input.attrs, "mor");
    let keys = attr::known(cx, entries, &["crate", "rename_all"]);
    let krate = Krate::read(cx, find(&keys, "crate"));
    let spelling = find(&keys, "rename_all").and_then(|entry| spelling(cx, entry)).unwrap_or(Spelling::Snake);
    let variants = match &input.data {
        Data::Enum(data) => data.variants.iter().map(|variant| word(cx, variant, spelling)).collect(),
        Data::Struct(_) | Data::Union(_) => {
            cx.error(&input.ident, "`WireEnum` requires an enum: one variant for each word");
            Vec::new()
        }
    };
    Words { input, krate, variants }
}

fn spelling(cx: &mut Ctxt, entry: &Entry) -> Option<Spelling> {
    let name = attr::string(cx, entry)?;
    let spelling = Spelling::of(&name.value());
    if spelling.is_none() {
        let hint = suggest::among(&name.value(), Spelling::NAMES);
        cx.error(&name, format!("unknown spelling \"{}\"{hint}", name.value()));
    }
    spelling
}

fn word<'a>(cx: &mut Ctxt, variant: &'a Variant, spelling: Spelling) -> Word<'a> {
    for attribute in variant.fields.iter().flat_map(|field| &field.attrs) {
        if attribute.path().is_ident("mor") {
            cx.error(attribute, "`#[mor(...)]` belongs on the variant, not on its field");
        }
    }
    let entries = attr::entries(cx, &variant.attrs, "mor");
    let keys = attr::known(cx, entries, &["value", "aliases", "other"]);
    if let Some(entry) = find(&keys, "other") {
        attr::flag(cx, entry);
        for entry in keys.iter().filter(|entry| entry.key != "other") {
            let message = format!(
                "`other` and `{}` do not go together: the variant keeps whatever word comes",
                entry.key
            );
            cx.error(&entry.key, message);
        }
        return Word { variant, spellings: Vec::new(), other: true };
    }
    let value = find(&keys, "value").and_then(|entry| attr::string(cx, entry));
    let aliases = find(&keys, "aliases").map(|entry| attr::strings(cx, entry)).unwrap_or_default();
    let sent = match value {
        Some(value) => (value.value(), value.span()),
        None => (spelling.word(&variant.ident.unraw().to_string()), variant.ident.span()),
    };
    let spellings =
        core::iter::once(sent).chain(aliases.iter().map(|alias| (alias.value(), alias.span()))).collect();
    Word { variant, spellings, other: false }
}
