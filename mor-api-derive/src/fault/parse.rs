//! The attributes of an enum of refusals and of its variants, read into a plain model.

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DeriveInput, LitStr, Meta, Token, Variant};

use crate::attr::{self, Entry};
use crate::ctxt::Ctxt;
use crate::krate::Krate;
use crate::suggest;

const WORDS: &[&str] = &["starts_with", "ends_with"];
const EXAMPLE: &str = "such as `#[fault(\"User was not found\")]` or `#[fault(starts_with = \"Missing: \")]`";

/// An enum to derive for.
pub(super) struct Fault<'a> {
    pub(super) input: &'a DeriveInput,
    pub(super) krate: Krate,
    pub(super) variants: Vec<Refusal<'a>>,
}

/// A variant and what it stands for.
pub(super) struct Refusal<'a> {
    pub(super) variant: &'a Variant,
    pub(super) says: Says,
}

pub(super) enum Says {
    /// One of these texts; the first is the one shown.
    Texts(Vec<LitStr>),
    /// A text that begins so.
    Start(LitStr),
    /// A text that ends so, after the words that the variant keeps.
    End(LitStr),
    /// Nothing that could be read; the mistake is reported.
    Unknown,
}

/// One item of `#[fault(...)]`.
enum Item {
    Text(LitStr),
    Entry(Entry),
}

impl Parse for Item {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) { input.parse().map(Self::Text) } else { input.parse().map(Self::Entry) }
    }
}

pub(super) fn fault<'a>(cx: &mut Ctxt, input: &'a DeriveInput) -> Fault<'a> {
    let entries = attr::entries(cx, &input.attrs, "mor");
    let keys = attr::known(cx, entries, &["crate"]);
    let krate = Krate::read(cx, attr::find(&keys, "crate"));
    for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident("fault")) {
        cx.error(attribute, "`#[fault(...)]` belongs on a variant");
    }
    let variants = match &input.data {
        Data::Enum(data) => data.variants.iter().map(|variant| refusal(cx, variant)).collect(),
        Data::Struct(_) | Data::Union(_) => {
            cx.error(&input.ident, "`Fault` requires an enum: one variant for each refusal");
            Vec::new()
        }
    };
    Fault { input, krate, variants }
}

fn refusal<'a>(cx: &mut Ctxt, variant: &'a Variant) -> Refusal<'a> {
    let misnamed = variant.attrs.iter().find(|attribute| attribute.path().is_ident("mor"));
    if let Some(attribute) = misnamed {
        cx.error(attribute, format!("a variant is described by `#[fault(...)]`, {EXAMPLE}"));
    }
    for attribute in variant.fields.iter().flat_map(|field| &field.attrs) {
        if attribute.path().is_ident("fault") || attribute.path().is_ident("mor") {
            cx.error(attribute, "`#[fault(...)]` belongs on the variant, not on its field");
        }
    }
    let mut attributes = variant.attrs.iter().filter(|attribute| attribute.path().is_ident("fault"));
    let says = match attributes.next() {
        Some(attribute) => says(cx, attribute),
        None if misnamed.is_some() => Says::Unknown,
        None => {
            cx.error(&variant.ident, format!("the variant needs a `#[fault(...)]`, {EXAMPLE}"));
            Says::Unknown
        }
    };
    for attribute in attributes {
        cx.error(
            attribute,
            "a second `#[fault(...)]`: list further texts in the first, `#[fault(\"one\", \"two\")]`",
        );
    }
    Refusal { variant, says }
}

fn says(cx: &mut Ctxt, attribute: &Attribute) -> Says {
    let Meta::List(list) = &attribute.meta else {
        cx.error(attribute, format!("expected `#[fault(...)]`, {EXAMPLE}"));
        return Says::Unknown;
    };
    let items = match list.parse_args_with(Punctuated::<Item, Token![,]>::parse_terminated) {
        Ok(items) if items.is_empty() => {
            cx.error(
                attribute,
                format!("the attribute is empty: expected the texts of the variant, {EXAMPLE}"),
            );
            return Says::Unknown;
        }
        Ok(items) => items,
        Err(error) => {
            cx.push(error);
            return Says::Unknown;
        }
    };
    let mut texts = Vec::new();
    let mut words = Vec::new();
    for item in items {
        match item {
            Item::Text(text) => texts.push(text),
            Item::Entry(entry) => words.push(entry),
        }
    }
    match words.split_first() {
        None => Says::Texts(texts),
        Some((word, more)) => {
            for entry in more {
                cx.error(&entry.key, "a variant has either texts or one word");
            }
            if let Some(text) = texts.first() {
                cx.error(
                    text,
                    format!("a text cannot be combined with `{}`: give it its own variant", word.key),
                );
            }
            word_of(cx, word)
        }
    }
}

fn word_of(cx: &mut Ctxt, entry: &Entry) -> Says {
    let key = entry.key.to_string();
    match key.as_str() {
        "common" | "other" => {
            let place = if key == "common" { "Refused::Common" } else { "Refused::Other" };
            cx.error(&entry.key, format!("leave this variant out: such refusals are `mor_api::{place}`"));
            Says::Unknown
        }
        "starts_with" => attr::string(cx, entry).map_or(Says::Unknown, Says::Start),
        "ends_with" => attr::string(cx, entry).map_or(Says::Unknown, Says::End),
        _ => {
            let hint = suggest::among(&key, WORDS);
            cx.error(&entry.key, format!("unknown word `{key}` (texts are written in quotes){hint}"));
            Says::Unknown
        }
    }
}
