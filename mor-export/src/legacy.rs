//! Outputs of exports whose state is of version 1: it recorded how many bytes and calls there are, but no checksum.
//! They are compared with what there is, and continued with checksums.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader};
use std::path::Path;

use crate::checksum::Tally;
use crate::state::State;
use crate::text::Lines;
use crate::{ExportError, Format};

/// Fills in what version 1 did not record, or refuses an output that does not fit it.
pub(crate) fn upgrade(state: &mut State, out: &Path) -> Result<(), ExportError> {
    let Some(bytes) = state.unverified.take() else { return Ok(()) };
    match state.format {
        Format::Csv => lines(state, out, Lines::Csv, bytes),
        Format::JsonLines => lines(state, out, Lines::Json, bytes),
        #[cfg(feature = "parquet")]
        Format::Parquet => crate::parquet::upgrade(state, out),
    }
}

fn lines(state: &mut State, out: &Path, lines: Lines, bytes: u64) -> Result<(), ExportError> {
    let length = match std::fs::metadata(out) {
        Ok(found) => found.len(),
        Err(error) if error.kind() == io::ErrorKind::NotFound && bytes == 0 => 0,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(ExportError::changed(out, "it is gone"));
        }
        Err(error) => return Err(ExportError::file(out)(error)),
    };
    if length > bytes {
        // An unfinished window, or lines that were added: without a checksum there is no telling.
        let problem = format!(
            "it has {length} bytes, but {bytes} were written by an earlier version of this program, which cannot \
             say whether the rest is an unfinished window; if it is not yours, cut it off (truncate -s {bytes})"
        );
        return Err(ExportError::changed(out, problem));
    }
    if length < bytes {
        let problem = format!("it has {length} bytes, but {bytes} were written");
        return Err(ExportError::changed(out, problem));
    }
    if bytes == 0 {
        return Ok(());
    }
    let (tally, header, rows) = count(out, lines).map_err(ExportError::file(out))?;
    if !header || rows != state.rows {
        let problem = format!("it has {rows} calls, but {} were written", state.rows);
        let problem = if header { problem } else { "its first line is not the header".to_owned() };
        return Err(ExportError::changed(out, problem));
    }
    state.written.file = Some(tally.checksum());
    Ok(())
}

/// The checksum of a file, whether it starts with its header, and its calls.
fn count(path: &Path, lines: Lines) -> io::Result<(Tally, bool, u64)> {
    let mut expected = Vec::new();
    lines.header(&mut expected);
    let mut source = BufReader::new(File::open(path)?);
    let (mut tally, mut start, mut rows, mut quoted) = (Tally::default(), Vec::new(), 0_u64, false);
    loop {
        let bytes = source.fill_buf()?;
        if bytes.is_empty() {
            break;
        }
        let missing = expected.len() - start.len();
        start.extend_from_slice(bytes.get(..missing).unwrap_or(bytes));
        for byte in bytes {
            // A doubled quote changes it twice.
            quoted ^= *byte == b'"' && lines == Lines::Csv;
            rows += u64::from(*byte == b'\n' && !quoted);
        }
        tally.add(bytes);
        let length = bytes.len();
        source.consume(length);
    }
    let headers = u64::from(!expected.is_empty());
    Ok((tally, start == expected, rows.saturating_sub(headers)))
}
