//! Rows of an answer that is too large to be held: read, decoded and written in small lots.

use std::io::Read;

use mor_api::{AnswerError, DecodeError, Element, FromXml, RowReader};
use mor_endpoints::Function;
use serde_json::Value;

use super::MainList;
use super::lines::{Counted, Lines};
use crate::exit::{Exit, Failure, Result};
use crate::output::RowWriter;
use crate::secrets::Secrets;

/// Rows, or bytes of rows, that are decoded at a time.
const LOT: (usize, usize) = (256, 256 << 10);

/// A row as it stands in the answer.
struct RawRow {
    offset: u64,
    xml: String,
}

impl FromXml for RawRow {
    fn from_xml(element: &mut Element<'_, '_>) -> std::result::Result<Self, DecodeError> {
        Ok(Self { offset: element.offset(), xml: element.raw()?.to_owned() })
    }
}

/// Writes the rows of an answer as they are read. What comes before a mistake is written.
pub(crate) fn stream(
    function: &Function,
    list: &MainList,
    source: impl Read,
    secrets: &Secrets,
    writer: &mut RowWriter,
) -> Result<()> {
    let lines = Lines::default();
    let mut lot = Lot { function, list, secrets, lines: lines.clone(), rows: Vec::new(), bytes: 0, done: 0 };
    for row in RowReader::<_, RawRow>::new(Counted::new(source, lines), &list.path) {
        match row {
            Ok(row) => lot.add(row, writer)?,
            Err(error) => {
                lot.write(writer)?;
                return Err(Failure::answer(function.spec().function, &error));
            }
        }
    }
    lot.write(writer)
}

struct Lot<'f> {
    function: &'f Function,
    list: &'f MainList,
    secrets: &'f Secrets,
    lines: Lines,
    rows: Vec<RawRow>,
    bytes: usize,
    /// Rows that were written.
    done: usize,
}

impl Lot<'_> {
    fn add(&mut self, row: RawRow, writer: &mut RowWriter) -> Result<()> {
        self.bytes += row.xml.len();
        self.rows.push(row);
        if self.rows.len() >= LOT.0 || self.bytes >= LOT.1 { self.write(writer) } else { Ok(()) }
    }

    fn decode<'r>(
        &self,
        rows: impl Iterator<Item = &'r str>,
    ) -> std::result::Result<Vec<Value>, AnswerError> {
        self.list.decode(self.function, rows, |response| self.secrets.json(response))
    }

    fn write(&mut self, writer: &mut RowWriter) -> Result<()> {
        let rows = std::mem::take(&mut self.rows);
        self.bytes = 0;
        if rows.is_empty() {
            return Ok(());
        }
        let all = rows.iter().map(|row| row.xml.as_str());
        match self.decode(all) {
            Ok(values) if values.len() == rows.len() => {
                values.into_iter().try_for_each(|value| writer.row(value))?;
            }
            // One of them is wrong: those before it are written, and it is named.
            _ => self.write_singly(&rows, writer)?,
        }
        self.done += rows.len();
        if let Some(last) = rows.last() {
            self.lines.forget(last.offset);
        }
        Ok(())
    }

    fn write_singly(&self, rows: &[RawRow], writer: &mut RowWriter) -> Result<()> {
        for (index, row) in rows.iter().enumerate() {
            match self.decode(std::iter::once(row.xml.as_str())) {
                Ok(values) => values.into_iter().try_for_each(|value| writer.row(value))?,
                Err(error) => return Err(self.failure(row, self.done + index + 1, &error)),
            }
        }
        Ok(())
    }

    /// The error of a row speaks of lines of the frame it was decoded in; those of the answer are wanted.
    fn failure(&self, row: &RawRow, number: usize, error: &AnswerError) -> Failure {
        let name = self.function.spec().function;
        let AnswerError::Decode(error) = error else { return Failure::answer(name, error) };
        let text = error.to_string();
        let what = text.rsplit_once(" (line ").map_or(text.as_str(), |(what, _)| what);
        let line = self.lines.at(row.offset) + error.line().saturating_sub(1 + self.list.lines_before());
        Failure::new(
            Exit::Answer,
            format!("{name}: the answer is not of the declared shape: {what} (line {line}, row {number})"),
        )
    }
}
