//! `mor call --raw`: functions that are not declared.

use mor_api::{AnswerError, CallOptions, Effect, Payload, classify, to_utf8};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Map, Value, json};

use super::call::{self, Options};
use super::explain;
use crate::api::{self, Answer};
use crate::callee::Callee;
use crate::cli::Globals;
use crate::config::{Settings, Wants, offline};
use crate::exit::{Failure, Result};
use crate::output::{self, Format, Sink};
use crate::secrets::Secrets;
use crate::suggest;

/// The options that send these parameters, of which `hash` are hashed, in this order.
fn options_of(pairs: Vec<(String, String)>, hash: &[String]) -> Result<CallOptions> {
    let (callers, params): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| name == "u");
    let is_sent = |name: &String| name == "u" || params.iter().any(|(param, _)| param == name);
    if let Some(name) = hash.iter().find(|name| !is_sent(name)) {
        let similar = suggest::did_you_mean(name, params.iter().map(|(param, _)| param.as_str()));
        return Err(Failure::usage(format!("--hash: `{name}` is not among the parameters{similar}")));
    }
    Ok(CallOptions {
        caller: callers.into_iter().next_back().map(|(_, caller)| caller),
        hash_order: Some(hash.to_vec()),
        extra: params.into_iter().map(|(name, value)| (name, value.into())).collect(),
        ..CallOptions::default()
    })
}

/// Calls an undeclared function and writes its answer, by default as it came.
pub(super) fn run(globals: &Globals, options: &Options, pairs: Vec<(String, String)>) -> Result<()> {
    let name = &options.function;
    // An undeclared function may change something: it is confirmed first and never called twice.
    let effect = mor_endpoints::find(name).map_or(Effect::Write, |function| function.spec().effect);
    let sent = options_of(pairs, options.hash.as_deref().unwrap_or_default())?;
    let wants = Wants { username: sent.caller.is_none(), key: true, password: false };
    if options.dry_run {
        let format = output::format(globals, &[Format::Table, Format::Json])?;
        let offline = offline(globals, wants)?;
        let explanation = offline.server.explain_undeclared(name, effect, &offline.credentials, &sent)?;
        return explain::show(globals, format, &explanation);
    }
    let as_json = output::wanted(globals).is_some();
    if as_json {
        output::format(globals, &[Format::Json])?;
    }
    let connection = Settings::load(globals)?.connect(wants)?;
    let client = &connection.client;
    let request = client.server().prepare_undeclared(name, effect, client.credentials(), &sent)?;
    let mut sink = Sink::open(globals)?;
    call::confirm(&request, effect, &connection.url, options.yes)?;
    let answer = api::call(&connection, &request, &mut sink)?;
    let (callee, text) = (Callee::undeclared(name, effect), to_utf8(answer.body()));
    let partial = match checked(&answer, &text) {
        Ok(()) => None,
        Err(AnswerError::Partial(partial)) => Some(partial.to_string()),
        Err(error) => return Err(api::answer_failure(&callee, &error)),
    };
    let result = api::warn_of_partial(&callee, partial.as_deref());
    if as_json {
        let body = classify(answer.status(), answer.headers(), &text);
        let json = body.ok().and_then(|body| to_json(&body)).unwrap_or(Value::Null);
        sink.json(&Secrets::new(globals).undeclared(json))?;
    } else {
        std::io::Write::write_all(&mut sink, answer.body())?;
        sink.finish()?;
    }
    result
}

/// Whether an answer is one of the API and not a refusal, given its text in UTF-8.
fn checked(answer: &Answer, text: &[u8]) -> std::result::Result<(), AnswerError> {
    classify(answer.status(), answer.headers(), text)
        .and_then(|body| body.verdict())
        .map_err(|error| api::redacted(answer, error))
}

/// Any XML as JSON: an element with elements is an object, one without is its text, and elements of the same name are
/// a list. Attributes begin with `@`. `None` if it is not well-formed.
fn to_json(body: &Payload<'_>) -> Option<Value> {
    let xml = match body {
        Payload::Xml(xml) => xml,
        Payload::Text(text) => return Some(Value::String(text.trim().to_owned())),
        _ => return None,
    };
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<(String, Map<String, Value>, String)> =
        vec![(String::new(), Map::new(), String::new())];
    loop {
        let event = reader.read_event().ok()?;
        if let Event::Start(start) | Event::Empty(start) = &event {
            let mut fields = Map::new();
            for attribute in start.attributes().flatten() {
                let name: &str = attribute.key.as_ref();
                let value: &str = attribute.value.as_ref();
                fields.insert(format!("@{name}"), json!(value));
            }
            let name = start.name();
            let name: &str = name.as_ref();
            open.push((name.to_owned(), fields, String::new()));
        }
        match event {
            Event::Text(text) => open.last_mut()?.2.push_str(text.as_ref()),
            Event::CData(text) => open.last_mut()?.2.push_str(text.as_ref()),
            Event::GeneralRef(name) => {
                let resolved = match name.resolve_char_ref() {
                    Ok(Some(character)) => character.to_string(),
                    _ => quick_xml::escape::resolve_xml_entity(name.as_ref())?.to_owned(),
                };
                open.last_mut()?.2.push_str(&resolved);
            }
            Event::End(_) | Event::Empty(_) => {
                let (name, fields, text) = open.pop()?;
                let value = if fields.is_empty() {
                    Value::String(text.trim().to_owned())
                } else {
                    Value::Object(fields)
                };
                insert(&mut open.last_mut()?.1, name, value);
            }
            Event::Eof if open.len() == 1 => return Some(Value::Object(open.pop()?.1)),
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn insert(fields: &mut Map<String, Value>, name: String, value: Value) {
    match fields.get_mut(&name) {
        None => drop(fields.insert(name, value)),
        Some(Value::Array(list)) => list.push(value),
        Some(first) => *first = Value::Array(vec![first.take(), value]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_xml_is_json() {
        let xml = "<?xml version=\"1.0\"?><page a=\"1\"><id> 2 &amp; 3</id><r><n>1</n></r><r/></page>";
        assert_eq!(
            to_json(&Payload::Xml(xml)),
            Some(json!({"page": {"@a": "1", "id": "2 & 3", "r": [{"n": "1"}, ""]}}))
        );
        assert_eq!(to_json(&Payload::Text(" 26.0\n")), Some(json!("26.0")));
        assert_eq!(to_json(&Payload::Xml("<page>")), None);
    }

    #[test]
    fn only_what_is_sent_can_be_hashed() {
        let pairs = || vec![("id".to_owned(), "2".to_owned()), ("u".to_owned(), "bob".to_owned())];
        let options = options_of(pairs(), &["u".to_owned(), "id".to_owned()]).unwrap();
        assert_eq!(options.caller.as_deref(), Some("bob"));
        assert_eq!(options.extra.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["id"]);
        let failure = options_of(pairs(), &["di".to_owned()]).unwrap_err();
        assert!(failure.message.contains("--hash: `di` is not among the parameters"), "{failure}");
    }
}
