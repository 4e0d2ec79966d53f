//! Every list of every sample with no, one and three rows.

use mor_api::Body;
use mor_sim::catalog::ResponseKind;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use crate::exceptions;
use crate::support::{assert_none, pairs};

#[test]
fn every_list_decodes_with_any_number_of_rows() {
    let mut wrong = Vec::new();
    let mut lists = 0;
    for (function, facts) in pairs() {
        for (index, sample) in facts.responses.iter().enumerate() {
            let text = sample.xml.trim();
            if sample.kind == ResponseKind::Other || exceptions::is_no_sample(&facts.name, index) {
                continue;
            }
            for list in rows_of(text) {
                lists += 1;
                for count in [0, 1, 3] {
                    let answer = list.with_rows(text, count);
                    let what = format!("{} sample {index}: {count} x <{}>", facts.name, list.name);
                    match function.check_answer(Body::Xml(&answer)) {
                        Ok(unknown) if unknown.is_empty() => {}
                        other => wrong.push(format!("{what}: {other:?}")),
                    }
                    match function.to_json(Body::Xml(&answer)) {
                        Ok(json) if has_list_of(&json, count) => {}
                        Ok(json) => wrong.push(format!("{what}: no list of that length in {json}")),
                        Err(error) => wrong.push(format!("{what}: {error}")),
                    }
                }
            }
        }
    }
    assert_none(&wrong);
    let all = std::env::var_os("CONFORMANCE_GROUP").is_none();
    assert!(!all || lists > 40, "only {lists} lists");
}

fn has_list_of(json: &Value, count: usize) -> bool {
    match json {
        Value::Array(items) => items.len() == count || items.iter().any(|item| has_list_of(item, count)),
        Value::Object(fields) => fields.values().any(|field| has_list_of(field, count)),
        _ => false,
    }
}

/// Rows of one name that stand one after the other in a sample.
struct Rows {
    name: String,
    /// From the first byte of the first to the last byte of the last.
    span: (usize, usize),
    /// The first of them.
    row: String,
}

impl Rows {
    fn with_rows(&self, sample: &str, count: usize) -> String {
        let (start, end) = self.span;
        format!("{}{}{}", &sample[..start], self.row.repeat(count), &sample[end..])
    }
}

/// An element with children, of which several stand side by side, is a row.
fn rows_of(sample: &str) -> Vec<Rows> {
    let mut found: Vec<Rows> = Vec::new();
    let mut reader = Reader::from_str(sample);
    // Start, name and whether it has children of the open elements; the last closed child of each.
    let mut open: Vec<(usize, String, bool)> = Vec::new();
    let mut last: Vec<Option<(String, usize, usize)>> = vec![None];
    loop {
        let before = usize::try_from(reader.buffer_position()).unwrap();
        let Ok(event) = reader.read_event() else { return Vec::new() };
        let after = usize::try_from(reader.buffer_position()).unwrap();
        match event {
            Event::Start(start) => {
                if let Some(parent) = open.last_mut() {
                    parent.2 = true;
                }
                open.push((before, start.name().0.to_owned(), false));
                last.push(None);
            }
            Event::End(_) => {
                let (start, name, has_children) = open.pop().unwrap();
                last.pop();
                let previous = last.last_mut().unwrap();
                if has_children
                    && let Some((_, first, end)) = previous.as_ref().filter(|(other, ..)| *other == name)
                {
                    let (first, end) = (*first, *end);
                    match found.iter_mut().find(|rows| rows.span.0 == first) {
                        Some(rows) => rows.span.1 = after,
                        None => {
                            let row = sample[first..end].to_owned();
                            found.push(Rows { name: name.clone(), span: (first, after), row });
                        }
                    }
                    *previous = Some((name, first, end));
                } else {
                    *previous = Some((name, start, after));
                }
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}
