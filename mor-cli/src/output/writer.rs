//! Rows as they come: JSON lines, CSV or a table.

use std::io::Write as _;

use serde_json::Value;

use super::{Format, Sink, Table};
use crate::exit::Result;
use crate::message;

/// Writes rows in one of the formats. Only a table is kept in memory, for its columns are as wide as their widest cell.
pub(crate) struct RowWriter {
    sink: Sink,
    form: Form,
    columns: Option<Vec<String>>,
    /// Whether CSV has its header.
    begun: bool,
    /// Columns of later rows for which the header has no place.
    lost: Vec<String>,
}

enum Form {
    Jsonl,
    Csv,
    Table(Vec<Value>),
}

impl RowWriter {
    /// Rows of objects. Without `columns`, CSV takes them from the first row; JSON documents are no rows and are
    /// written as lines.
    pub(crate) fn new(sink: Sink, format: Format, columns: Option<Vec<String>>) -> Self {
        let form = match format {
            Format::Csv => Form::Csv,
            Format::Table => Form::Table(Vec::new()),
            Format::Json | Format::Jsonl | Format::Parquet => Form::Jsonl,
        };
        Self { sink, form, columns, begun: false, lost: Vec::new() }
    }

    /// Writes one row.
    pub(crate) fn row(&mut self, row: Value) -> Result<()> {
        match &mut self.form {
            Form::Jsonl => {
                serde_json::to_writer(&mut self.sink, &row).map_err(std::io::Error::from)?;
                Ok(self.sink.write_all(b"\n")?)
            }
            Form::Table(rows) => {
                rows.push(row);
                Ok(())
            }
            Form::Csv => {
                if self.columns.is_none() {
                    self.columns = Some(columns_of(&row));
                }
                self.begin()?;
                let columns = self.columns.as_deref().unwrap_or_default();
                for column in columns_of(&row) {
                    if !columns.contains(&column) && !self.lost.contains(&column) {
                        self.lost.push(column);
                    }
                }
                let cells = cells(&row, columns);
                self.csv_line(&cells)
            }
        }
    }

    fn begin(&mut self) -> Result<()> {
        match &self.columns {
            Some(columns) if !self.begun => {
                self.begun = true;
                self.csv_line(&columns.clone())
            }
            _ => Ok(()),
        }
    }

    fn csv_line(&mut self, cells: &[String]) -> Result<()> {
        let mut line = csv::WriterBuilder::new().from_writer(Vec::new());
        line.write_record(cells).map_err(std::io::Error::from)?;
        let line = line.into_inner().map_err(|error| std::io::Error::other(error.to_string()))?;
        Ok(self.sink.write_all(&line)?)
    }

    /// Ends the output. CSV whose columns are known has a header even without rows.
    pub(crate) fn finish(mut self) -> Result<()> {
        match &self.form {
            Form::Table(rows) => {
                let text = table(rows, self.columns.as_deref());
                self.sink.text(&text)?;
            }
            Form::Csv => self.begin()?,
            Form::Jsonl => {}
        }
        if !self.lost.is_empty() {
            message::warning(&format!(
                "columns of later rows are not in the CSV: {}; JSON lines have them",
                self.lost.join(", ")
            ));
        }
        self.sink.finish()
    }
}

fn table(rows: &[Value], columns: Option<&[String]>) -> String {
    let mut all: Vec<String> = columns.map(<[String]>::to_vec).unwrap_or_default();
    if columns.is_none() {
        for column in rows.iter().flat_map(columns_of) {
            if !all.contains(&column) {
                all.push(column);
            }
        }
    }
    let mut table = Table::new(all.iter().cloned());
    for row in rows {
        table.row(cells(row, &all));
    }
    table.without_empty_columns().render()
}

/// The keys of an object; what is no object has one column.
fn columns_of(row: &Value) -> Vec<String> {
    match row {
        Value::Object(object) => object.keys().cloned().collect(),
        _ => vec!["value".to_owned()],
    }
}

fn cells(row: &Value, columns: &[String]) -> Vec<String> {
    match row {
        Value::Object(object) => {
            columns.iter().map(|column| object.get(column).map_or_else(String::new, cell)).collect()
        }
        other => vec![cell(other)],
    }
}

/// A value as the text of a cell: amounts and times as MOR writes them, lists and records as JSON.
pub(crate) fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) if items.is_empty() => String::new(),
        Value::Object(object) if object.is_empty() => String::new(),
        Value::Object(object) if object.len() == 2 => {
            let parts = |first: &str, second: &str| Some((object.get(first)?, object.get(second)?));
            // `Money` and `ServerTime` of mor-api.
            match parts("amount", "currency").or_else(|| parts("local", "zone")) {
                Some((first, second)) => format!("{} {}", cell(first), cell(second)).trim_end().to_owned(),
                None => value.to_string(),
            }
        }
        _ => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn cells_are_texts() {
        for (value, text) in [
            (json!(null), ""),
            (json!("a,b"), "a,b"),
            (json!(12), "12"),
            (json!(true), "true"),
            (json!([]), ""),
            (json!([1, 2]), "[1,2]"),
            (json!({"amount": "26.0", "currency": "USD"}), "26.0 USD"),
            (json!({"amount": "26.0", "currency": null}), "26.0"),
            (json!({"a": "1", "b": "2"}), "{\"a\":\"1\",\"b\":\"2\"}"),
        ] {
            assert_eq!(cell(&value), text, "{value}");
        }
    }
}
