//! Remarks on the parameters of a request.

use super::{Remark, find::Subject};
use crate::{
    catalog::{Function, ParamType},
    hash,
    http::Params,
    suggest,
};

/// Parameters that are not the business of a single function.
const COMMON: [&str; 4] = ["u", "p", "hash", "test"];

/// Names under which a key is sent by mistake.
const KEY_NAMES: [&str; 7] =
    ["key", "api_key", "apikey", "secret", "secret_key", "api_secret", "api_secret_key"];

pub(super) fn find(subject: &Subject<'_>) -> Vec<Remark> {
    let params = subject.request.raw.params();
    let function = subject.state.functions.find(&subject.request.function);
    let mut remarks: Vec<Remark> = repeated(subject, &params);
    for (name, value) in params.iter() {
        remarks.extend(key_sent(subject, function, name, value));
        remarks.extend(not_utf8(subject, &params, name, value));
        remarks.extend(plus(subject, function, name, value));
    }
    remarks.extend(function.into_iter().flat_map(|function| unknown(subject, &params, function)));
    remarks
}

fn repeated(subject: &Subject<'_>, params: &Params) -> Vec<Remark> {
    let mut times: Vec<(&str, usize)> = Vec::new();
    for (name, _) in params.replaced() {
        match times.iter_mut().find(|(known, _)| *known == name) {
            Some((_, times)) => *times += 1,
            None => times.push((name, 2)),
        }
    }
    times.into_iter().map(|(name, times)| Remark::Repeated { name: subject.shown(name), times }).collect()
}

/// A key as the hash is the business of its diagnosis.
fn key_sent(subject: &Subject<'_>, function: Option<&Function>, name: &str, value: &str) -> Option<Remark> {
    if name == "hash" || value.is_empty() {
        return None;
    }
    let owner = subject.state.accounts.owner_of_key(value).map(str::to_owned);
    // A username such as `secret` is one only by chance, and `conflines_update` changes the key.
    let is_declared = COMMON.contains(&name) || declares(function, name);
    let is_key =
        if owner.is_some() { !is_declared || name == "p" } else { KEY_NAMES.contains(&name) && !is_declared };
    is_key.then(|| Remark::KeySent { name: subject.shown(name), owner })
}

fn not_utf8(subject: &Subject<'_>, params: &Params, name: &str, value: &str) -> Option<Remark> {
    let is_utf8 = params.bytes(name, value) == value.as_bytes();
    (!is_utf8).then(|| Remark::NotUtf8 { name: subject.shown(name), value: subject.value(name, value) })
}

/// A blank may be sent as `+`. It was meant as a plus sign if it comes first, or if no blank belongs into the value.
fn plus(subject: &Subject<'_>, function: Option<&Function>, name: &str, value: &str) -> Option<Remark> {
    if !subject.request.wire.plus.iter().any(|known| known == name) {
        return None;
    }
    let param = function.into_iter().flat_map(|function| &function.params).find(|param| param.name == name);
    let takes_no_blank = param.is_some_and(|param| {
        use ParamType::{Decimal, Email, IdList, Integer, Ip, Phone, UnixTime};
        matches!(param.kind, Decimal | Email | IdList | Integer | Ip | Phone | UnixTime)
    });
    let is_address = value.contains('@') && value.trim() == value;
    (value.starts_with(' ') || takes_no_blank || is_address).then(|| Remark::PlusAsBlank(subject.shown(name)))
}

fn unknown(subject: &Subject<'_>, params: &Params, function: &Function) -> Vec<Remark> {
    let input = hash::input(function, params);
    let names = params.iter().map(|(name, _)| name);
    let is_unknown =
        |name: &&str| !COMMON.contains(name) && !declares(Some(function), name) && !name.starts_with("amp;");
    names
        .filter(is_unknown)
        .map(|name| Remark::UnknownParameter {
            name: subject.shown(name),
            function: function.name.clone(),
            is_hashed: input.parts.iter().any(|(part, _)| part == name),
            similar: similar(function, name),
        })
        .collect()
}

fn declares(function: Option<&Function>, name: &str) -> bool {
    function.is_some_and(|function| function.params.iter().any(|param| param.name == name))
}

fn similar(function: &Function, name: &str) -> Vec<String> {
    let names = suggest::closest(name, function.params.iter().map(|param| param.name.as_str()));
    names.into_iter().map(str::to_owned).collect()
}
