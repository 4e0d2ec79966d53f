//! What `#[mor(...)]` on the struct says about the function.

use proc_macro2::Span;
use syn::{DeriveInput, Ident, LitStr, Type};

use crate::attr::{self, Entry, Value};
use crate::bound::{self, Bounds};
use crate::ctxt::Ctxt;
use crate::krate::Krate;
use crate::suggest;

const KEYS: &[&str] = &[
    "function",
    "aliases",
    "since",
    "addon",
    "effect",
    "response",
    "fault",
    "caller",
    "unhashed_caller",
    "password",
    "password_or",
    "hash",
    "check",
    "check_response",
    "new",
    "verify",
    "one_of",
    "at_least_one",
    "requires",
    "bound",
    "crate",
];

/// Keys that may be repeated, the variants of `mor_api::Rule` that they make, and how they are written.
const RULES: &[(&str, &str, &str)] = &[
    ("one_of", "OneOf", "`one_of(a, b)` names two or more fields, of which exactly one is given"),
    (
        "at_least_one",
        "AtLeastOne",
        "`at_least_one(a, b)` names two or more fields, of which one or more are given",
    ),
    ("requires", "Requires", "`requires(a, b)` names a field and those without which it is not given"),
];

const EFFECTS: &[&str] = &["read", "write", "session"];

pub(super) struct Container {
    pub(super) krate: Krate,
    pub(super) function: Option<LitStr>,
    pub(super) aliases: Vec<LitStr>,
    pub(super) since: Option<LitStr>,
    pub(super) addon: Option<LitStr>,
    pub(super) verify: Option<LitStr>,
    pub(super) effect: Option<Ident>,
    pub(super) response: Option<Type>,
    pub(super) fault: Option<Type>,
    pub(super) caller: Travel,
    /// The username that is sent but not hashed.
    pub(super) unhashed_caller: Option<LitStr>,
    pub(super) password: Travel,
    /// The wire name of the parameter that replaces the field `p`.
    pub(super) password_or: Option<LitStr>,
    pub(super) signed: bool,
    pub(super) check: Option<Type>,
    pub(super) check_response: Option<Type>,
    pub(super) rules: Vec<Rule>,
    /// The bounds of the implementations, in place of those that the derive would write.
    pub(super) bound: Option<Bounds>,
    /// Whether `new` is for the module of the declaration only.
    pub(super) private_new: bool,
}

/// A rule about fields that go together.
pub(super) struct Rule {
    /// The variant of `mor_api::Rule`.
    pub(super) variant: Ident,
    pub(super) fields: Vec<Ident>,
}

/// How `u` or `p` of the credentials travels.
#[derive(Clone, Copy)]
pub(super) enum Travel {
    /// Nothing is said: `u` is sent unless there is a field of that name, `p` is not.
    Unsaid,
    None(Span),
    Sent(Span),
    Hashed(u16, Span),
}

impl Travel {
    pub(super) fn span(self) -> Option<Span> {
        match self {
            Self::Unsaid => None,
            Self::None(span) | Self::Sent(span) | Self::Hashed(_, span) => Some(span),
        }
    }

    pub(super) fn place(self) -> Option<(u16, Span)> {
        match self {
            Self::Hashed(place, span) => Some((place, span)),
            Self::Unsaid | Self::None(_) | Self::Sent(_) => None,
        }
    }
}

impl Container {
    pub(super) fn read(cx: &mut Ctxt, input: &DeriveInput) -> Self {
        for name in ["hash", "nohash"] {
            for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident(name)) {
                cx.error(attribute, format!("`#[{name}]` belongs on a field, not on the struct"));
            }
        }
        let mistakes = cx.count();
        let entries = attr::entries(cx, &input.attrs, "mor");
        let readable = cx.count() == mistakes;
        let (rules, entries): (Vec<_>, Vec<_>) =
            entries.into_iter().partition(|entry| RULES.iter().any(|(rule, ..)| entry.key == rule));
        let rules = rules.iter().filter_map(|entry| rule(cx, entry)).collect();
        let entries = attr::known(cx, entries, KEYS);
        let find = |key: &str| attr::find(&entries, key);
        let krate = Krate::read(cx, find("crate"));
        let bound = bound::read(cx, find("bound"));
        let mut text = |key: &str| find(key).and_then(|entry| attr::string(cx, entry));
        let function = text("function");
        let (since, addon, verify) = (text("since"), text("addon"), text("verify"));
        let (unhashed_caller, password_or) = (text("unhashed_caller"), text("password_or"));
        let mut ty = |key: &str| find(key).and_then(|entry| attr::ty(cx, entry));
        let (response, fault) = (ty("response"), ty("fault"));
        let (check, check_response) = (ty("check"), ty("check_response"));
        for (key, example) in [("function", "\"users_get\""), ("effect", "read"), ("response", "Users")] {
            if readable && find(key).is_none() {
                let message = format!("`{key}` is missing: `#[mor({key} = {example})]`");
                cx.error(&input.ident, message);
            }
        }
        Self {
            krate,
            function,
            aliases: find("aliases").map(|entry| attr::strings(cx, entry)).unwrap_or_default(),
            since,
            addon,
            verify,
            effect: find("effect").and_then(|entry| effect(cx, entry)),
            response,
            fault,
            caller: find("caller").map_or(Travel::Unsaid, |entry| travel(cx, entry)),
            unhashed_caller,
            password_or,
            password: find("password").map_or(Travel::Unsaid, |entry| travel(cx, entry)),
            signed: find("hash").is_none_or(|entry| signed(cx, entry)),
            check,
            check_response,
            rules,
            bound,
            private_new: find("new").is_some_and(|entry| private_new(cx, entry)),
        }
    }
}

fn rule(cx: &mut Ctxt, entry: &Entry) -> Option<Rule> {
    let (_, variant, form) = RULES.iter().find(|(key, ..)| entry.key == key)?;
    match &entry.value {
        Value::Words(fields) if fields.len() > 1 => {
            Some(Rule { variant: Ident::new(variant, Span::call_site()), fields: fields.clone() })
        }
        value => {
            cx.error_at(value.span(&entry.key), form);
            None
        }
    }
}

fn effect(cx: &mut Ctxt, entry: &Entry) -> Option<Ident> {
    let word = entry.value.word();
    if let Some(word) = word.filter(|word| EFFECTS.iter().any(|effect| word == effect)) {
        return Some(word.clone());
    }
    let message = match word {
        Some(word) => format!("unknown effect `{word}`{}", suggest::among(&word.to_string(), EFFECTS)),
        None => "`effect` is one of the words read, write, session".to_owned(),
    };
    cx.error_at(entry.value.span(&entry.key), message);
    None
}

/// `none`, `sent` or `hashed(1)`.
fn travel(cx: &mut Ctxt, entry: &Entry) -> Travel {
    let span = entry.value.span(&entry.key);
    match &entry.value {
        Value::Call(word, place) if word == "hashed" => match place.base10_parse::<u16>() {
            Ok(place) if place > 0 => return Travel::Hashed(place, span),
            _ => cx.error(place, "places in the hash are counted from 1"),
        },
        value => match value.word() {
            Some(word) if word == "none" => return Travel::None(span),
            Some(word) if word == "sent" => return Travel::Sent(span),
            _ => cx.error_at(span, format!("`{}` is `none`, `sent` or `hashed(1)`", entry.key)),
        },
    }
    Travel::Unsaid
}

/// `hash = none` is for functions whose hash no server looks at; `checked` is the default.
fn signed(cx: &mut Ctxt, entry: &Entry) -> bool {
    match entry.value.word() {
        Some(word) if word == "none" => false,
        Some(word) if word == "checked" => true,
        _ => {
            cx.error_at(entry.value.span(&entry.key), "`hash` is `checked` (the default) or `none`");
            true
        }
    }
}

/// `new = private` is for structs with constructors of their own, which say what `new` cannot.
fn private_new(cx: &mut Ctxt, entry: &Entry) -> bool {
    let private = entry.value.word().is_some_and(|word| word == "private");
    if !private {
        cx.error_at(
            entry.value.span(&entry.key),
            "`new` can only be `private`; it has the struct's visibility otherwise",
        );
    }
    private
}
