//! Every list of every sample with no, one and three rows.

use std::ops::Range;

use mor_api::Payload;
use mor_endpoints::Function;
use mor_sim::catalog::ResponseKind;
use serde_json::Value;

use crate::conformance::elements::elements;
use crate::conformance::exceptions;
use crate::conformance::support::{assert_none, json_of, pairs};

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
            for list in lists_of(function, text) {
                lists += 1;
                for count in [0, 1, 3] {
                    // A partial success without its successful part is a refusal.
                    if count == 0 && sample.kind == ResponseKind::Partial {
                        continue;
                    }
                    let answer = list.with_rows(text, count);
                    let what = format!("{} sample {index}: {count} x <{}>", facts.name, list.name);
                    match function.check_answer(Payload::Xml(&answer)) {
                        Ok(unknown) if unknown.is_empty() => {}
                        other => wrong.push(format!("{what}: {other:?}")),
                    }
                    match json_of(function, Payload::Xml(&answer)) {
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
    assert!(!all || lists > 60, "only {lists} lists");
}

fn has_list_of(json: &Value, count: usize) -> bool {
    match json {
        Value::Array(items) => items.len() == count || items.iter().any(|item| has_list_of(item, count)),
        Value::Object(fields) => fields.values().any(|field| has_list_of(field, count)),
        _ => false,
    }
}

/// Rows of one name, one after the other in a sample.
struct Rows {
    name: String,
    /// From the first byte of the first to the last byte of the last.
    span: Range<usize>,
    /// The first of them.
    row: String,
    count: usize,
}

impl Rows {
    fn with_rows(&self, sample: &str, count: usize) -> String {
        format!("{}{}{}", &sample[..self.span.start], self.row.repeat(count), &sample[self.span.end..])
    }

    /// Whether it is a list: several of its rows are, and one row is if three in its place are.
    fn is_list(&self, function: &Function, sample: &str) -> bool {
        let json = |count| json_of(function, Payload::Xml(&self.with_rows(sample, count)));
        self.count > 1
            || matches!((json(1), json(3)), (Ok(one), Ok(three)) if !has_list_of(&one, 3) && has_list_of(&three, 3))
    }
}

/// The lists of a sample. What surrounds a list may seem to be a row of one: repeated, it repeats the rows in it.
fn lists_of(function: &Function, sample: &str) -> Vec<Rows> {
    let mut lists: Vec<Rows> = rows_of(sample);
    lists.retain(|rows| rows.is_list(function, sample));
    let spans: Vec<Range<usize>> = lists.iter().map(|rows| rows.span.clone()).collect();
    lists.retain(|Rows { span, count, .. }| {
        let surrounds =
            |other: &Range<usize>| span != other && span.start <= other.start && other.end <= span.end;
        *count > 1 || !spans.iter().any(surrounds)
    });
    lists
}

/// Elements with children, by their place: those of one name that follow each other belong together.
fn rows_of(sample: &str) -> Vec<Rows> {
    let all = elements(sample);
    let mut found: Vec<Rows> = Vec::new();
    for (parent, _) in all.iter().enumerate().filter(|(_, element)| element.has_children) {
        let mut previous = "";
        for child in all.iter().filter(|element| element.parent == Some(parent)) {
            match found.last_mut().filter(|_| child.has_children && previous == child.name()) {
                Some(rows) => {
                    rows.span.end = child.span.end;
                    rows.count += 1;
                }
                None if child.has_children => found.push(Rows {
                    name: child.name().to_owned(),
                    span: child.span.clone(),
                    row: sample[child.span.clone()].to_owned(),
                    count: 1,
                }),
                None => {}
            }
            previous = child.name();
        }
    }
    found
}
