//! The experiment that finds a function's main list in a sample of its answer.

use mor_api::Body;
use mor_endpoints::{AnyResponse, Function};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use super::MainList;
use crate::output::columns_of;

/// An element of a sample.
struct Span {
    path: String,
    start: usize,
    end: usize,
}

/// The main list of this sample.
pub(super) fn main_list(function: &Function, xml: &str) -> Option<MainList> {
    let base = function.to_json(Body::Xml(xml)).ok()?;
    let spans = elements(xml)?;
    let mut tried: Vec<&str> = Vec::new();
    let mut best: Option<((bool, usize), MainList)> = None;
    for span in spans.iter().filter(|span| span.path.contains('/')) {
        if tried.contains(&span.path.as_str()) {
            continue;
        }
        tried.push(&span.path);
        let Some(list) = experiment(function, xml, &base, &spans, span) else { continue };
        let records = list.columns != ["value"];
        let rank = (!records, span.path.matches('/').count());
        if best.as_ref().is_none_or(|(other, _)| rank < *other) {
            best = Some((rank, list));
        }
    }
    best.map(|(_, list)| list)
}

fn experiment(function: &Function, xml: &str, base: &Value, spans: &[Span], span: &Span) -> Option<MainList> {
    let (before, behind) = xml.split_at_checked(span.end)?;
    let row = xml.get(span.start..span.end)?;
    let longer = function.to_json(Body::Xml(&format!("{before}{row}{behind}"))).ok()?;
    let pointer = grown(base, &longer)?;
    let sample_row = longer.pointer(&pointer)?.as_array()?.first()?;
    let columns = columns_of(sample_row);
    let rows = || spans.iter().filter(|other| other.path == span.path);
    let first = rows().map(|row| row.start).min()?;
    let last = rows().map(|row| row.end).max()?;
    let around = (xml.get(..first)?.to_owned(), xml.get(last..)?.to_owned());
    let found = MainList { path: span.path.clone(), pointer, columns, around };
    // The frame must hold one row as well as many.
    let alone = found.decode(function, std::iter::once(row), AnyResponse::to_json).ok()?;
    (alone.len() == 1).then_some(found)
}

/// The place of the one list that is longer by one; `None` if anything else differs.
fn grown(base: &Value, longer: &Value) -> Option<String> {
    match (base, longer) {
        (Value::Array(base), Value::Array(longer)) => (longer.len() == base.len() + 1).then(String::new),
        (Value::Object(base), Value::Object(longer)) if base.len() == longer.len() => {
            let mut changed = base.iter().filter(|(key, value)| longer.get(*key) != Some(value));
            let (key, value) = changed.next()?;
            if changed.next().is_some() {
                return None;
            }
            let below = grown(value, longer.get(key)?)?;
            Some(format!("/{}{below}", key.replace('~', "~0").replace('/', "~1")))
        }
        _ => None,
    }
}

/// Every element, in the order of its start.
fn elements(xml: &str) -> Option<Vec<Span>> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<(String, usize)> = Vec::new();
    let mut spans = Vec::new();
    loop {
        let event = reader.read_event().ok()?;
        let end = usize::try_from(reader.buffer_position()).ok()?;
        let mut begin = |name: &[u8], length: usize| -> Option<()> {
            let name = core::str::from_utf8(name).ok()?;
            let path = open.last().map_or_else(|| name.to_owned(), |(path, _)| format!("{path}/{name}"));
            open.push((path, end.checked_sub(length)?));
            Some(())
        };
        let closed = match &event {
            Event::Start(start) => begin(start.name().as_ref().as_ref(), start.len() + 2).map(|()| false)?,
            Event::Empty(start) => begin(start.name().as_ref().as_ref(), start.len() + 3).map(|()| true)?,
            Event::End(_) => true,
            Event::Eof => break,
            _ => false,
        };
        if closed {
            let (path, start) = open.pop()?;
            spans.push(Span { path, start, end });
        }
    }
    spans.sort_by_key(|span| span.start);
    Some(spans)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn elements_with_their_places() {
        let xml = "<?xml version=\"1.0\"?>\n<a>\n <b x=\"1\">t</b><b/>\n</a>\n";
        let found: Vec<_> = elements(xml)
            .unwrap()
            .into_iter()
            .map(|span| (span.path, xml[span.start..span.end].to_owned()))
            .collect();
        assert_eq!(found[0].0, "a");
        assert_eq!(found[1], ("a/b".to_owned(), "<b x=\"1\">t</b>".to_owned()));
        assert_eq!(found[2], ("a/b".to_owned(), "<b/>".to_owned()));
    }

    #[test]
    fn only_one_longer_list_counts() {
        assert_eq!(grown(&json!({"a": {"b": [1]}}), &json!({"a": {"b": [1, 1]}})).as_deref(), Some("/a/b"));
        assert_eq!(grown(&json!([1]), &json!([1, 1])).as_deref(), Some(""));
        assert_eq!(grown(&json!({"a": [1], "n": 1}), &json!({"a": [1, 1], "n": 2})), None);
        assert_eq!(grown(&json!({"a": 1}), &json!({"a": 1})), None);
        assert_eq!(grown(&json!({"a": [[1]]}), &json!({"a": [[1, 1]]})), None);
    }
}
