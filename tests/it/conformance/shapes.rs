//! What the descriptions of responses say against what the published samples decode into.

use mor_api::{AnswerError, Exposed, Field, Kind, Payload, Presence, RecordShape, ValueShape};
use mor_endpoints::functions;
use serde_json::Value;

use crate::conformance::support::{assert_none, pairs};

/// Lists that cannot be read row by row, and why.
const NOT_STREAMED: &[(&str, &str)] = &[
    ("active_calls_get", "the root differs, and a single call may be the root itself"),
    ("autodialer_get_campaign_ivr_poll_results", "the rows are lines of one text"),
    ("card_from_group_sell", "what kept cards from being sold follows them"),
    ("device_clis_get", "the rows have no elements of their own"),
    ("dg_list_user_destinations", "the login form must be told from an empty list"),
    ("main_page", "figures of a page, not a list"),
    ("new_calls_list", "the login form must be told from an empty list"),
    ("rate_get", "old servers answer in plain text"),
    (
        "tariff_rates_get",
        "a retail and a wholesale tariff have different rows: `RETAIL_ROWS`, `WHOLESALE_ROWS`",
    ),
    ("tariff_retail_import", "reports of what was left out, not a list"),
    ("user_sms_get", "the root differs between servers"),
];

#[test]
fn every_sample_is_what_the_response_is_described_as() {
    let (mut wrong, mut samples) = (Vec::new(), 0);
    for (function, facts) in pairs() {
        for (index, sample) in facts.responses.iter().enumerate() {
            let text = sample.xml.trim();
            let body = if text.starts_with('<') { Payload::Xml(text) } else { Payload::Text(text) };
            let response = match function.decode(body) {
                Ok(response) => response,
                Err(AnswerError::Refused(_) | AnswerError::Decode(_) | AnswerError::Unexpected(_)) => {
                    continue;
                }
                Err(error) => panic!("{}: {error}", facts.name),
            };
            samples += 1;
            let mut found = Vec::new();
            record(
                function.spec().response,
                &serde_json::to_value(Exposed(&response)).unwrap(),
                "",
                &mut found,
            );
            wrong.extend(found.into_iter().map(|what| format!("{} sample {index}: {what}", facts.name)));
        }
    }
    assert_none(&wrong);
    assert!(samples > 0, "no sample was looked at");
}

/// The main list of a response has the same rows whether it is decoded complete or read row by row.
#[test]
fn the_rows_of_every_sample_are_those_of_the_complete_response() {
    let (mut wrong, mut lists) = (Vec::new(), 0);
    for (function, facts) in pairs() {
        let (Some(rows), Some(list)) = (function.rows(), function.spec().response.rows()) else { continue };
        for (index, sample) in facts.responses.iter().enumerate() {
            let Ok(response) = function.decode(Payload::Xml(sample.xml.trim())) else { continue };
            let response = serde_json::to_value(&response).unwrap();
            let mut read = Vec::new();
            let result = rows.read(Box::new(sample.xml.as_bytes()), &mut |row| {
                read.push(serde_json::to_value(&row).unwrap());
                true
            });
            lists += 1;
            if result.is_err() || response[list.name()].as_array() != Some(&read) {
                let read = read.len();
                wrong.push(format!("{} sample {index}: {read} rows, {result:?}", facts.name));
            }
        }
    }
    assert_none(&wrong);
    assert!(lists > 0, "no list was looked at");
}

/// Adds what is not as described.
fn record(shape: &'static RecordShape, json: &Value, at: &str, wrong: &mut Vec<String>) {
    if shape.is_value() {
        return shape.fields().for_each(|field| value(field.value(), json, at, wrong));
    }
    let Some(object) = json.as_object() else { return wrong.push(format!("{at}: not an object: {json}")) };
    let names: Vec<&str> = shape.fields().map(|field| field.name()).collect();
    let mut keys: Vec<&str> = object.keys().map(String::as_str).collect();
    keys.sort_by_key(|key| names.iter().position(|name| name == key));
    if names != keys {
        return wrong.push(format!("{at}: described are {names:?}, found are {keys:?}"));
    }
    for field in shape.fields() {
        let at = format!("{at}/{}", field.name());
        match object.get(field.name()) {
            Some(Value::Null) if field.presence() == Presence::Optional => {}
            Some(json) => value(field.value(), json, &at, wrong),
            None => wrong.push(format!("{at}: missing")),
        }
    }
}

fn value(shape: ValueShape, json: &Value, at: &str, wrong: &mut Vec<String>) {
    let fits = match shape {
        ValueShape::Record(shape) => return record(shape(), json, at, wrong),
        ValueShape::List(item) => match json.as_array() {
            Some(items) => return items.iter().for_each(|json| value(*item, json, at, wrong)),
            None => false,
        },
        ValueShape::OrText(_) if json.is_string() => true,
        ValueShape::OrText(limit) => return value(*limit, json, at, wrong),
        ValueShape::Map => json.is_object(),
        ValueShape::Value(Kind::Integer) => json.is_u64() || json.is_i64(),
        ValueShape::Value(Kind::Flag) => json.is_boolean(),
        ValueShape::Value(Kind::Money) => json.get("amount").is_some_and(Value::is_string),
        ValueShape::Value(Kind::ServerTime) => json.get("local").is_some_and(Value::is_string),
        ValueShape::Value(_) => json.is_string(),
        _ => false,
    };
    if !fits {
        wrong.push(format!("{at}: {json} is not {shape:?}"));
    }
}

#[test]
fn every_field_is_documented() {
    let mut wrong = Vec::new();
    let mut fields = 0;
    let mut look = |function: &str, field: &Field| {
        fields += 1;
        if field.doc().is_empty() {
            wrong.push(format!("{function}: `{}` has no documentation", field.name()));
        }
    };
    for function in functions() {
        let mut records = vec![function.spec().response];
        let mut seen = Vec::new();
        while let Some(record) = records.pop() {
            if seen.contains(&record.name()) {
                continue;
            }
            seen.push(record.name());
            for field in record.fields() {
                look(function.spec().function, &field);
                records.extend(field.value().record());
            }
        }
    }
    assert_none(&wrong);
    assert!(fields > 1000, "only {fields} fields");
}

#[test]
fn every_list_can_be_read_row_by_row() {
    let mut wrong = Vec::new();
    let mut streamed = 0;
    for function in functions() {
        let (name, response) = (function.spec().function, function.spec().response);
        let is_list = |value| matches!(value, ValueShape::List(item) if item.record().is_some());
        let has_list = response.fields().any(|field| is_list(field.value()));
        let excepted = NOT_STREAMED.iter().any(|(excepted, _)| *excepted == name);
        match (response.rows().is_some(), function.rows().is_some()) {
            (true, true) => streamed += 1,
            (false, false) if has_list != excepted => wrong.push(format!("{name}: a list without rows")),
            (false, false) => {}
            _ => wrong.push(format!("{name}: described and decoded rows differ")),
        }
    }
    assert_none(&wrong);
    assert!(streamed > 30, "only {streamed} lists");
}
