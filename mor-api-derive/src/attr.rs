//! Attributes as lists of `key`, `key = value` and `key(...)`, read without giving up at the first mistake.

use proc_macro2::{Delimiter, Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Ident, LitInt, LitStr, Meta, Token, Type};

use crate::ctxt::Ctxt;
use crate::{suggest, written};

/// One `key`, `key = value` or `key(...)` of an attribute.
pub(crate) struct Entry {
    pub(crate) key: Ident,
    pub(crate) value: Value,
}

/// What follows a key.
pub(crate) enum Value {
    /// Nothing.
    Flag,
    /// `= "text"`
    Str(LitStr),
    /// `= 1`, or `= -1`
    Int(bool, LitInt),
    /// `= ["a", "b"]`
    List(Vec<LitStr>),
    /// `(a, b)`
    Words(Vec<Ident>),
    /// `= word(1)`
    Call(Ident, LitInt),
    /// `= Type`, which includes single words
    Type(Box<Type>),
    /// Anything else
    Other(Span),
}

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if !input.peek(Ident::peek_any) {
            return Err(input.error("expected a key, such as in `key = value`"));
        }
        let key = Ident::parse_any(input)?;
        if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            return Ok(Self { key, value: Value::parse(input)? });
        }
        if input.peek(syn::token::Paren) {
            let group: TokenTree = input.parse()?;
            let words = match &group {
                TokenTree::Group(group) => {
                    Punctuated::<Ident, Token![,]>::parse_separated_nonempty.parse2(group.stream()).ok()
                }
                _ => None,
            };
            let other = Value::Other(group.span());
            return Ok(Self {
                key,
                value: words.map_or(other, |words| Value::Words(words.into_iter().collect())),
            });
        }
        if !input.is_empty() && !input.peek(Token![,]) {
            return Err(input.error(format!("expected `=` or `,` after `{key}`")));
        }
        Ok(Self { key, value: Value::Flag })
    }
}

impl Value {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return Ok(Self::Str(input.parse()?));
        }
        if input.peek(Token![-]) && input.peek2(LitInt) {
            input.parse::<Token![-]>()?;
            return Ok(Self::Int(true, input.parse()?));
        }
        if input.peek(LitInt) {
            return Ok(Self::Int(false, input.parse()?));
        }
        if input.peek(syn::token::Bracket) {
            let group: TokenTree = input.parse()?;
            let texts = match &group {
                TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
                    Punctuated::<LitStr, Token![,]>::parse_terminated.parse2(group.stream()).ok()
                }
                _ => None,
            };
            return Ok(match texts {
                Some(texts) => Self::List(texts.into_iter().collect()),
                None => Self::Other(group.span()),
            });
        }
        if input.peek(Ident::peek_any) && input.peek2(syn::token::Paren) {
            let word = Ident::parse_any(input)?;
            let group: TokenTree = input.parse()?;
            let number = match &group {
                TokenTree::Group(group) => syn::parse2::<LitInt>(group.stream()).ok(),
                _ => None,
            };
            return Ok(number.map_or(Self::Other(group.span()), |number| Self::Call(word, number)));
        }
        let fork = input.fork();
        if fork.parse::<Type>().is_ok() && (fork.is_empty() || fork.peek(Token![,])) {
            return Ok(Self::Type(input.parse()?));
        }
        skip_value(input)
    }

    /// Where to point at.
    pub(crate) fn span(&self, key: &Ident) -> Span {
        match self {
            Self::Flag => key.span(),
            Self::Str(text) => text.span(),
            Self::Int(_, number) => number.span(),
            Self::List(texts) => texts.first().map_or(key.span(), LitStr::span),
            Self::Words(words) => words.first().map_or(key.span(), Ident::span),
            Self::Call(word, _) => word.span(),
            Self::Type(ty) => ty.span(),
            Self::Other(span) => *span,
        }
    }

    /// The single word of `= word`.
    pub(crate) fn word(&self) -> Option<&Ident> {
        match self {
            Self::Type(ty) => match written::peel(ty) {
                Type::Path(path) if path.qself.is_none() => path.path.get_ident(),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Whatever stands up to the next comma.
fn skip_value(input: ParseStream<'_>) -> syn::Result<Value> {
    let span = input.span();
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(Value::Other(span))
}

/// The entries of every `#[name(...)]` among the attributes.
pub(crate) fn entries(cx: &mut Ctxt, attributes: &[Attribute], name: &str) -> Vec<Entry> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident(name))
        .flat_map(|a| entries_of(cx, a))
        .collect()
}

/// The entries of one attribute. What cannot be read is reported, and reading goes on behind the next comma.
pub(crate) fn entries_of(cx: &mut Ctxt, attribute: &Attribute) -> Vec<Entry> {
    let Meta::List(list) = &attribute.meta else {
        let name = attribute.path().get_ident().map(Ident::to_string).unwrap_or_default();
        cx.error(attribute, format!("expected `#[{name}(...)]`"));
        return Vec::new();
    };
    let parser = |input: ParseStream<'_>| {
        let mut entries = Vec::new();
        while !input.is_empty() {
            match input.parse::<Entry>() {
                Ok(entry) => entries.push(entry),
                Err(error) => {
                    cx.push(error);
                    skip_value(input)?;
                }
            }
            if input.peek(Token![,]) {
                input.parse::<Token![,]>()?;
            } else if !input.is_empty() {
                cx.error_at(input.span(), "expected `,`");
                if !input.peek(Ident::peek_any) {
                    skip_value(input)?;
                }
            }
        }
        Ok(entries)
    };
    // The parser reports its mistakes itself.
    parser.parse2(list.tokens.clone()).unwrap_or_default()
}

/// The entry of a key.
pub(crate) fn find<'e>(entries: &'e [Entry], key: &str) -> Option<&'e Entry> {
    entries.iter().find(|entry| entry.key == key)
}

/// Reports keys that do not exist and keys that stand twice; what remains is known and unique.
pub(crate) fn known(cx: &mut Ctxt, entries: Vec<Entry>, keys: &[&str]) -> Vec<Entry> {
    let mut seen: Vec<Entry> = Vec::new();
    for entry in entries {
        let key = entry.key.to_string();
        if !keys.contains(&key.as_str()) {
            cx.error(&entry.key, format!("unknown key `{key}`{}", suggest::among(&key, keys)));
        } else if seen.iter().any(|other| other.key == entry.key) {
            cx.error(&entry.key, format!("`{key}` is given twice"));
        } else {
            seen.push(entry);
        }
    }
    seen
}

/// The text of `key = "text"`.
pub(crate) fn string(cx: &mut Ctxt, entry: &Entry) -> Option<LitStr> {
    if let Value::Str(text) = &entry.value {
        return Some(text.clone());
    }
    let key = &entry.key;
    cx.error_at(entry.value.span(key), format!("`{key}` takes a string: `{key} = \"...\"`"));
    None
}

/// The texts of `key = ["a", "b"]`.
pub(crate) fn strings(cx: &mut Ctxt, entry: &Entry) -> Vec<LitStr> {
    if let Value::List(texts) = &entry.value {
        return texts.clone();
    }
    let key = &entry.key;
    cx.error_at(entry.value.span(key), format!("`{key}` takes a list of strings: `{key} = [\"...\"]`"));
    Vec::new()
}

/// The type of `key = Type`.
pub(crate) fn ty(cx: &mut Ctxt, entry: &Entry) -> Option<Type> {
    if let Value::Type(ty) = &entry.value {
        return Some(written::peel(ty).clone());
    }
    let key = &entry.key;
    cx.error_at(entry.value.span(key), format!("`{key}` takes a type: `{key} = ...`"));
    None
}

/// Whether a bare `key` is there and not `key = ...`.
pub(crate) fn flag(cx: &mut Ctxt, entry: &Entry) -> bool {
    if !matches!(entry.value, Value::Flag) {
        let key = &entry.key;
        cx.error_at(entry.value.span(key), format!("`{key}` takes no value"));
    }
    true
}
