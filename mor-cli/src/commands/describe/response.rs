//! The fields of a function's response, as its declaration describes them.

use mor_api::{Field, Presence, RecordShape, ValueShape};
use serde_json::{Value, json};

use crate::output::Table;
use crate::params;

/// A table of all fields, those of records under the name of the field that holds them: `calls[].price`. `None` if the
/// response is a single value without a name.
pub(super) fn table(response: &'static RecordShape) -> Option<Table> {
    if response.is_value() {
        return None;
    }
    let mut table = Table::new(["field", "type", "sent", "element", "meaning"]);
    add(&mut table, response, "", &mut Vec::new());
    (!table.is_empty()).then_some(table)
}

fn add(table: &mut Table, record: &'static RecordShape, before: &str, inside: &mut Vec<&'static str>) {
    inside.push(record.name());
    for field in record.fields() {
        let name = format!("{before}{}", field.name());
        let sent = if field.presence() == Presence::Required { "always" } else { "" };
        let meaning = params::sentence(field.doc());
        table.row([&name, &field.value().to_string(), sent, &field.path(), &meaning]);
        if let Some(inner) = inner(&field).filter(|inner| !inside.contains(&inner.name())) {
            let many = if matches!(field.value(), ValueShape::List(_)) { "[]" } else { "" };
            add(table, inner, &format!("{name}{many}."), inside);
        }
    }
    inside.pop();
}

/// The response as JSON: its records with their fields.
pub(super) fn to_json(response: &'static RecordShape) -> Value {
    let mut json = record(response, &mut Vec::new());
    if let Value::Object(fields) = &mut json {
        fields.insert("root".to_owned(), response.root().into());
        fields.insert("rows".to_owned(), response.rows().map(|field| field.name()).into());
    }
    json
}

fn record(shape: &'static RecordShape, inside: &mut Vec<&'static str>) -> Value {
    inside.push(shape.name());
    let fields: Vec<Value> = shape.fields().map(|field| self::field(&field, inside)).collect();
    inside.pop();
    json!({"name": shape.name(), "doc": shape.doc(), "is_value": shape.is_value(), "fields": fields})
}

fn field(field: &Field, inside: &mut Vec<&'static str>) -> Value {
    let inner = inner(field).filter(|inner| !inside.contains(&inner.name()));
    json!({
        "name": field.name(), "paths": field.paths().collect::<Vec<_>>(), "type": field.value().to_string(),
        "values": field.value().words(), "presence": field.presence().name(), "secret": field.is_secret(), "doc": field.doc(),
        "record": inner.map(|inner| record(inner, inside)),
    })
}

/// The record that a field is, or that its items are.
fn inner(field: &Field) -> Option<&'static RecordShape> {
    field.value().record().filter(|record| !record.is_value())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json_of(function: &str) -> Value {
        to_json(mor_endpoints::find(function).unwrap().spec().response)
    }

    #[test]
    fn a_list_is_described_with_its_rows() {
        let json = json_of("user_calls_get");
        assert_eq!((&json["rows"], &json["root"]), (&"calls".into(), &json!(["page"])));
        let calls = json["fields"].as_array().unwrap().iter().find(|field| field["name"] == "calls").unwrap();
        assert_eq!(
            (&calls["type"], &calls["paths"]),
            (&"list of record".into(), &json!(["calls_stat/calls/call"]))
        );
        let price = calls["record"]["fields"].as_array().unwrap().iter().find(|f| f["name"] == "user_price");
        let price = price.unwrap();
        assert_eq!((&price["type"], &price["presence"]), (&"decimal".into(), &"optional".into()));
    }

    #[test]
    fn a_single_value_has_no_table() {
        let response = |name: &str| mor_endpoints::find(name).unwrap().spec().response;
        assert!(table(response("lcr_create")).is_none());
        assert!(json_of("lcr_create")["is_value"].as_bool().unwrap());
        let text = table(response("lcrs_get")).unwrap().render();
        assert!(text.contains("lcrs[].id"), "{text}");
    }
}
