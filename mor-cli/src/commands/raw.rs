//! Functions that are not declared: `mor call --raw`, and the two that other commands call by the catalog's facts.

use mor_api::{
    AnswerError, Body, CallOptions, Effect, HashSlot, Identity, Kind, ParamSpec, ParamValue, Params,
    RecordShape, Secret, Spec, classify, to_utf8,
};
use mor_sim::catalog;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Map, Value, json};

use super::call::{self, Options};
use super::explain;
use crate::api::{self, Answer};
use crate::cli::Globals;
use crate::config::{Settings, Wants, offline};
use crate::exit::{Failure, Result};
use crate::output::{self, Format, Sink};
use crate::secrets::Secrets;
use crate::suggest;

/// A request to a function of which nothing is known but what the caller says.
#[derive(Debug)]
pub(super) struct RawCall {
    pub(super) spec: &'static Spec,
    values: Vec<String>,
    pub(super) options: CallOptions,
}

impl Params for RawCall {
    fn value(&self, index: usize) -> Option<&dyn ParamValue> {
        self.values.get(index).map(|value| value as _)
    }
}

impl RawCall {
    /// A call with these parameters, of which `hash` goes into the hash, in this order.
    pub(super) fn new(
        name: &str,
        effect: Effect,
        pairs: Vec<(String, String)>,
        hash: &[String],
    ) -> Result<Self> {
        let mut options = CallOptions::default();
        let (mut params, mut values) = (Vec::new(), Vec::new());
        for (name, value) in pairs {
            if name == "u" {
                options.caller = Some(value);
                continue;
            }
            let place =
                hash.iter().position(|hashed| *hashed == name).and_then(|at| u16::try_from(at + 1).ok());
            params.push(ParamSpec {
                name: leaked(&name),
                field: "",
                hash_order: place,
                required: false,
                kind: if Secret::is_secret_name(&name) { Kind::Secret } else { Kind::Text },
                doc: "",
            });
            values.push(value);
        }
        let slot = |name: &String| match params.iter().position(|param| param.name == name) {
            Some(index) => Ok(HashSlot::Param(index)),
            None if name == "u" => Ok(HashSlot::Caller),
            None => {
                let similar = suggest::did_you_mean(name, params.iter().map(|param| param.name));
                Err(Failure::usage(format!("--hash: `{name}` is not among the parameters{similar}")))
            }
        };
        let hash_order = hash.iter().map(slot).collect::<Result<Vec<_>>>()?;
        // The one call of the process: what it leaks is what it needs until the end.
        let spec = Box::leak(Box::new(Spec {
            function: leaked(name),
            aliases: &[],
            since: None,
            addon: None,
            effect,
            signed: true,
            caller: Identity::Sent,
            password: Identity::None,
            params: Vec::leak(params),
            hash_order: Vec::leak(hash_order),
            rules: &[],
            verify: None,
            response: RecordShape::UNKNOWN,
            doc: "",
        }));
        Ok(Self { spec, values, options })
    }

    /// A call of a function that the catalog knows.
    pub(super) fn of_catalog(name: &str, pairs: &[(&str, &str)]) -> Result<Self> {
        let params = catalog::find(name).map(|function| function.params.as_slice()).unwrap_or_default();
        let mut hashed: Vec<_> =
            params.iter().filter_map(|param| Some((param.hash_order?, &param.name))).collect();
        hashed.sort_unstable();
        let given = |name: &String| pairs.iter().any(|(other, _)| other == name);
        let hash: Vec<String> = hashed.into_iter().map(|(_, name)| name.clone()).filter(given).collect();
        let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self::new(name, Effect::Read, pairs, &hash)
    }

    /// What it needs to be configured.
    pub(super) fn wants(&self) -> Wants {
        Wants { username: self.options.caller.is_none(), key: true, password: false }
    }
}

fn leaked(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

/// Calls an undeclared function and writes its answer, by default as it came.
pub(super) fn run(globals: &Globals, options: &Options, pairs: Vec<(String, String)>) -> Result<()> {
    let name = &options.function;
    // An undeclared function may change something: it is confirmed first and never called twice.
    let effect = mor_endpoints::find(name).map_or(Effect::Write, |function| function.spec().effect);
    let call = RawCall::new(name, effect, pairs, options.hash.as_deref().unwrap_or_default())?;
    if options.dry_run {
        let format = output::format(globals, &[Format::Table, Format::Json])?;
        let offline = offline(globals, call.wants())?;
        let explanation =
            offline.server.explain_described(call.spec, &call, &offline.credentials, &call.options)?;
        return explain::show(globals, format, &explanation);
    }
    let as_json = output::wanted(globals).is_some();
    if as_json {
        output::format(globals, &[Format::Json])?;
    }
    let connection = Settings::load(globals)?.connect(call.wants())?;
    let client = &connection.client;
    let request = client.server().prepare_described(call.spec, &call, client.credentials(), &call.options)?;
    let mut sink = Sink::open(globals)?;
    call::confirm(&request, effect, &connection.url, options.yes)?;
    let answer = api::call(&connection, request, &mut sink)?;
    let text = to_utf8(answer.body());
    let partial = match checked(&answer, &text) {
        Ok(_) => None,
        Err(AnswerError::Partial(partial)) => Some(partial.to_string()),
        Err(error) => return Err(api::answer_failure(call.spec, &error)),
    };
    let result = api::warn_of_partial(call.spec, partial.as_deref());
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

/// The body of an answer that is one of the API and no refusal, given its text in UTF-8.
pub(super) fn checked<'t>(answer: &Answer, text: &'t [u8]) -> std::result::Result<Body<'t>, AnswerError> {
    classify(answer.status(), answer.headers(), text)
        .and_then(|body| body.verdict().map(|()| body))
        .map_err(|error| api::redacted(answer, error))
}

/// Any XML as JSON: an element with elements is an object, one without is its text, and elements of the same name are
/// a list. Attributes begin with `@`. `None` if it is not well-formed.
pub(super) fn to_json(body: &Body<'_>) -> Option<Value> {
    let xml = match body {
        Body::Xml(xml) => xml,
        Body::Text(text) => return Some(Value::String(text.trim().to_owned())),
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

/// A key that is certainly wrong, to see whether the server looks at hashes.
pub(super) fn wrong_key() -> Secret {
    Secret::from("this is not the key")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_xml_is_json() {
        let xml = "<?xml version=\"1.0\"?><page a=\"1\"><id> 2 &amp; 3</id><r><n>1</n></r><r/></page>";
        assert_eq!(
            to_json(&Body::Xml(xml)),
            Some(json!({"page": {"@a": "1", "id": "2 & 3", "r": [{"n": "1"}, ""]}}))
        );
        assert_eq!(to_json(&Body::Text(" 26.0\n")), Some(json!("26.0")));
        assert_eq!(to_json(&Body::Xml("<page>")), None);
    }

    #[test]
    fn the_catalog_says_what_is_hashed() {
        let call =
            RawCall::of_catalog("user_balance_get", &[("currency", "EUR"), ("username", "a")]).unwrap();
        assert_eq!(call.spec.hash_names().collect::<Vec<_>>(), ["username", "currency"]);
        let failure = RawCall::new("f", Effect::Read, Vec::new(), &["id".to_owned()]).unwrap_err();
        assert!(failure.message.contains("--hash"));
    }
}
