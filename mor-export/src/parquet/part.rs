//! One Parquet file that is being written.

use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;

use mor_endpoints::call::Cdr;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use super::cells::{Cells, message_type};
use crate::checksum::{Checksum, Tallied, Tally};
use crate::column::{self, COLUMNS, Kind, Value};
use crate::{ExportError, disk};

pub(super) struct Part {
    path: PathBuf,
    writer: SerializedFileWriter<Tallied<File>>,
    columns: Vec<Cells>,
    buffered: usize,
}

impl Part {
    pub(super) fn create(path: PathBuf) -> Result<Self, ExportError> {
        disk::step(&path)?;
        let folder = path.parent().unwrap_or(&path);
        let file = std::fs::create_dir_all(folder).and_then(|()| File::create(&path));
        let file = file.map_err(ExportError::file(&path))?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(concat!("mor-export ", env!("CARGO_PKG_VERSION")).to_owned());
        let schema = Arc::new(parse_message_type(&message_type())?);
        let file = Tallied { inner: file, tally: Tally::default() };
        let writer = SerializedFileWriter::new(file, schema, Arc::new(properties.build()))?;
        Ok(Self { path, writer, columns: Cells::all(), buffered: 0 })
    }

    /// How many calls are in memory.
    pub(super) fn buffered(&self) -> usize {
        self.buffered
    }

    pub(super) fn push(&mut self, call: &Cdr) -> Result<(), ExportError> {
        let other = column::other(call).map(|other| other.to_string());
        let other = other.as_deref().map_or(Value::Empty, Value::Text);
        let values = COLUMNS.iter().map(|column| (column.value)(call)).chain([other]);
        for ((cells, value), (name, _)) in self.columns.iter_mut().zip(values).zip(columns()) {
            cells.push(value).map_err(|problem| ExportError::Value {
                call: column::name(call),
                column: name,
                problem,
            })?;
        }
        self.buffered += 1;
        Ok(())
    }

    /// Writes what is in memory as a row group.
    pub(super) fn flush(&mut self) -> Result<(), ExportError> {
        if self.buffered == 0 {
            return Ok(());
        }
        disk::step(&self.path)?;
        let mut group = self.writer.next_row_group()?;
        for cells in &mut self.columns {
            if let Some(mut column) = group.next_column()? {
                cells.write(&mut column)?;
                column.close()?;
            }
        }
        group.close()?;
        self.buffered = 0;
        Ok(())
    }

    /// Completes the file and makes it durable; returns where it is and what it holds.
    pub(super) fn finish(mut self) -> Result<(PathBuf, Checksum), ExportError> {
        self.flush()?;
        disk::step(&self.path)?;
        let file = self.writer.into_inner()?;
        file.inner.sync_all().map_err(ExportError::file(&self.path))?;
        Ok((self.path, file.tally.checksum()))
    }
}

/// All columns, the one for the rest last.
pub(super) fn columns() -> impl Iterator<Item = (&'static str, Kind)> {
    COLUMNS.iter().map(|column| (column.name, column.kind)).chain([(column::OTHER, Kind::Text)])
}
