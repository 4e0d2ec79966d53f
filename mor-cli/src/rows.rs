//! The main list of a response: its columns, and its rows one by one.

use std::io::Read;

use mor_api::{AnswerError, RecordShape, ValueShape};
use mor_endpoints::Function;
use serde_json::Value;

use crate::exit::{Exit, Failure, Result};
use crate::output::RowWriter;
use crate::secrets::Secrets;

/// Where the rows of a decoded response are, and their columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MainList {
    /// The field of the response that is the list.
    field: &'static str,
    /// The columns of a row.
    pub(crate) columns: Vec<String>,
}

impl MainList {
    /// The list that the response declares as its main one, otherwise its first list of records.
    pub(crate) fn of(function: &Function) -> Option<Self> {
        let response = function.spec().response;
        let is_records = |value| matches!(value, ValueShape::List(item) if item.record().is_some());
        let list = response.rows().or_else(|| response.fields().find(|field| is_records(field.value())))?;
        Some(Self { field: list.name(), columns: columns(list.value().record()) })
    }
}

fn columns(row: Option<&'static RecordShape>) -> Vec<String> {
    match row {
        Some(record) if !record.is_value() => record.fields().map(|field| field.name().to_owned()).collect(),
        _ => vec!["value".to_owned()],
    }
}

/// The rows of a decoded response. A response without a list is one row.
pub(crate) fn of_value(list: Option<&MainList>, mut value: Value) -> Vec<Value> {
    match list.and_then(|list| value.get_mut(list.field)).map(Value::take) {
        Some(Value::Array(rows)) => rows,
        _ => vec![value],
    }
}

/// Writes the rows of a response while it is read, if its rows can be read one by one. The rows before a mistake are
/// written.
pub(crate) fn stream(
    function: &Function,
    source: impl Read,
    secrets: &Secrets,
    writer: &mut RowWriter,
) -> Option<Result<()>> {
    let rows = function.rows()?;
    let (mut count, mut written) = (0_u64, Ok(()));
    let read = rows.read(Box::new(source), &mut |row| {
        count += 1;
        written = writer.record(&secrets.row(&row)).map(|is_masked| secrets.note(is_masked));
        written.is_ok()
    });
    Some(written.and_then(|()| read.map_err(|error| failure(function.spec().function, &error, count + 1))))
}

/// A row is found by its number more easily than by its place in the file.
fn failure(function: &str, error: &AnswerError, row: u64) -> Failure {
    let AnswerError::Decode(decode) = error else { return Failure::answer(function, error) };
    let text = decode.to_string();
    let what = text.rsplit_once(" (line ").map_or(text.as_str(), |(what, _)| what);
    let line = decode.line();
    Failure::new(
        Exit::Answer,
        format!("{function}: the response is not of the declared shape: {what} (line {line}, row {row})"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(function: &str) -> Option<MainList> {
        MainList::of(mor_endpoints::find(function).unwrap())
    }

    #[test]
    fn lists_are_declared() {
        let calls = list("user_calls_get").unwrap();
        assert_eq!((calls.field, calls.columns[0].as_str()), ("calls", "started_at"));
        assert_eq!(list("rate_get").unwrap().columns, ["price", "destination", "prefix"]);
        assert_eq!(list("lcr_create"), None);
    }

    #[test]
    fn the_rows_of_a_value() {
        let value = serde_json::json!({"calls": [{"id": 1}, {"id": 2}], "n": 2});
        assert_eq!(of_value(list("user_calls_get").as_ref(), value.clone()).len(), 2);
        assert_eq!(of_value(None, value).len(), 1);
        assert_eq!(of_value(None, serde_json::json!("done")).len(), 1);
    }
}
