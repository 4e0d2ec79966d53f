//! Rows as they come: JSON lines, CSV or a table.

use std::io::{self, Write as _};

use mor_api::Secret;
use serde::Serialize;
use serde_json::Value;

use super::cells::Cells;
use super::{Format, Sink, Table};
use crate::exit::Result;
use crate::{message, secrets};

/// [`Secret::MASK`] as a string of JSON.
const MASK_IN_JSON: &[u8] = b"\"***\"";

/// Writes rows in one of the formats. Only a table is kept in memory, for its columns are as wide as their widest cell.
pub(crate) struct RowWriter {
    form: Form,
    columns: Option<Vec<String>>,
    /// Whether CSV has its header.
    begun: bool,
    /// Columns of later rows for which the header has no place.
    lost: Vec<String>,
    /// The line or the cells of the row at hand.
    line: Vec<u8>,
    cells: Cells,
}

enum Form {
    Jsonl(Sink),
    Csv(Box<csv::Writer<Sink>>),
    Table(Sink, Vec<Value>),
}

impl RowWriter {
    /// Rows of objects. Without `columns`, CSV takes them from the first row; JSON documents are no rows and are
    /// written as lines.
    pub(crate) fn new(sink: Sink, format: Format, columns: Option<Vec<String>>) -> Self {
        let form = match format {
            Format::Csv => {
                // A row of another length is written as it is: what it answers may have been executed.
                Form::Csv(Box::new(csv::WriterBuilder::new().flexible(true).from_writer(sink)))
            }
            Format::Table => Form::Table(sink, Vec::new()),
            Format::Json | Format::Jsonl | Format::Parquet => Form::Jsonl(sink),
        };
        Self { form, columns, begun: false, lost: Vec::new(), line: Vec::new(), cells: Cells::default() }
    }

    /// Writes a record whose fields are the columns, in their order. True if a secret in it is masked.
    pub(crate) fn record<R: Serialize>(&mut self, record: &R) -> Result<bool> {
        match &mut self.form {
            Form::Jsonl(sink) => {
                self.line.clear();
                serde_json::to_writer(&mut self.line, record).map_err(io::Error::from)?;
                self.line.push(b'\n');
                sink.write_all(&self.line)?;
                Ok(memchr::memmem::find(&self.line, MASK_IN_JSON).is_some())
            }
            Form::Csv(_) if self.columns.is_some() => {
                self.begin()?;
                self.cells.read(record).map_err(io::Error::from)?;
                csv_line(&mut self.form, self.cells.iter())?;
                Ok(self.cells.iter().any(|cell| cell.contains(Secret::MASK)))
            }
            Form::Csv(_) | Form::Table(..) => {
                let row = serde_json::to_value(record).map_err(io::Error::from)?;
                let is_masked = secrets::has_mask(&row);
                self.row(row)?;
                Ok(is_masked)
            }
        }
    }

    /// Writes one row, whatever its fields are.
    pub(crate) fn row(&mut self, row: Value) -> Result<()> {
        match &mut self.form {
            Form::Jsonl(sink) => {
                serde_json::to_writer(&mut *sink, &row).map_err(io::Error::from)?;
                Ok(sink.write_all(b"\n")?)
            }
            Form::Table(_, rows) => {
                rows.push(row);
                Ok(())
            }
            Form::Csv(_) => {
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
                csv_line(&mut self.form, cells)
            }
        }
    }

    fn begin(&mut self) -> Result<()> {
        match &self.columns {
            Some(columns) if !self.begun => {
                self.begun = true;
                csv_line(&mut self.form, columns)
            }
            _ => Ok(()),
        }
    }

    /// Ends the output. CSV whose columns are known has a header even without rows.
    pub(crate) fn finish(mut self) -> Result<()> {
        if let Form::Csv(_) = self.form {
            self.begin()?;
        }
        if !self.lost.is_empty() {
            message::warning(&format!(
                "columns of later rows are not in the CSV: {}; JSON lines have them",
                self.lost.join(", ")
            ));
        }
        match self.form {
            Form::Jsonl(sink) => sink.finish(),
            Form::Csv(writer) => writer.into_inner().map_err(csv::IntoInnerError::into_error)?.finish(),
            Form::Table(sink, rows) => sink.only_text(&table(&rows, self.columns.as_deref())),
        }
    }
}

fn csv_line<C: AsRef<[u8]>>(form: &mut Form, cells: impl IntoIterator<Item = C>) -> Result<()> {
    let Form::Csv(writer) = form else { return Ok(()) };
    Ok(writer.write_record(cells).map_err(io::Error::from)?)
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
