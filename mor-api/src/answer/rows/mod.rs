//! The rows of a list one by one, while the answer arrives: memory is bound by the largest row, not by the
//! answer.

mod path;
mod scanner;

use core::fmt;
use std::collections::VecDeque;
use std::io::Read;

pub use self::path::{InvalidRowPath, RowPath};
pub(crate) use self::scanner::MAX_ROW;
use self::scanner::Scanner;
use crate::{AnswerError, FromXml};

/// How much a [`RowReader`] reads at a time.
const CHUNK: usize = 64 << 10;

/// Decodes rows from bytes that are pushed into it; it does no input of its own.
///
/// All rows have one path, such as `page/calls_stat/calls/call`. The rest of the document is checked too: an
/// answer that turns out to be a refusal, is cut off, or has something behind its end is an error, after the
/// rows that came before.
pub struct RowDecoder<T> {
    scanner: Scanner,
    rows: VecDeque<T>,
    failure: Option<AnswerError>,
}

impl<T: FromXml> RowDecoder<T> {
    /// A decoder for the rows at a path.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "a path is a constant, as a rule")]
    pub fn new(path: RowPath<T>) -> Self {
        let scanner = Scanner::new(path.as_str(), path.options(), MAX_ROW);
        Self { scanner, rows: VecDeque::new(), failure: None }
    }

    /// Sets the largest row, in bytes of XML, and the most that may stand before the first row or between two. It is
    /// 16 MiB otherwise.
    #[must_use]
    pub fn with_max_row(mut self, bytes: usize) -> Self {
        self.scanner.set_max_row(bytes);
        self
    }

    /// Takes the next bytes of the answer.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.scanner.push(bytes);
        self.advance();
    }

    /// Says that the answer has ended.
    pub fn finish(&mut self) {
        self.scanner.end();
        self.advance();
    }

    /// The next row; `None` when more bytes are needed or, after [`RowDecoder::finish`], when there are no
    /// more.
    pub fn next_row(&mut self) -> Option<Result<T, AnswerError>> {
        match self.rows.pop_front() {
            Some(row) => Some(Ok(row)),
            None => self.failure.take().map(Err),
        }
    }

    /// The next row, if there is one; an error stays where it is.
    #[cfg(feature = "client")]
    pub(crate) fn decoded(&mut self) -> Option<T> {
        self.rows.pop_front()
    }

    fn advance(&mut self) {
        let rows = &mut self.rows;
        let result = self.scanner.advance(&mut |element| {
            let row = T::from_xml(element)?;
            // Only a complete row counts: another one is read again.
            element.finish(0)?;
            rows.push_back(row);
            Ok(())
        });
        if let Err(error) = result {
            self.failure = Some(error);
        }
    }
}

impl<T> fmt::Debug for RowDecoder<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RowDecoder").field("path", &self.scanner.path()).finish_non_exhaustive()
    }
}

/// Rows from anything that can be read: a file, a socket, a decompressor.
///
#[cfg_attr(feature = "derive", doc = "```")]
#[cfg_attr(not(feature = "derive"), doc = "```ignore")]
/// use mor_api::{FromXml, RowPath, RowReader};
///
/// #[derive(FromXml)]
/// struct User {
///     id: u64,
/// }
///
/// let answer = "<page><users><user><id>2</id></user><user><id>3</id></user></users></page>";
/// let path = RowPath::<User>::new("page/users/user")?;
/// let ids = RowReader::new(answer.as_bytes(), path).map(|user| user.map(|user| user.id));
/// assert_eq!(ids.collect::<Result<Vec<u64>, _>>()?, [2, 3]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct RowReader<R, T> {
    source: R,
    rows: RowDecoder<T>,
    chunk: Box<[u8]>,
}

impl<R: Read, T: FromXml> RowReader<R, T> {
    /// Reads the rows at `path`, see [`RowDecoder`].
    pub fn new(source: R, path: RowPath<T>) -> Self {
        Self { source, rows: RowDecoder::new(path), chunk: vec![0; CHUNK].into_boxed_slice() }
    }
}

impl<R: Read, T: FromXml> Iterator for RowReader<R, T> {
    type Item = Result<T, AnswerError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(row) = self.rows.next_row() {
                return Some(row);
            }
            if self.rows.scanner.is_done() {
                return None;
            }
            match self.source.read(&mut self.chunk) {
                Ok(0) => self.rows.finish(),
                Ok(count) => self.rows.feed(self.chunk.get(..count).unwrap_or_default()),
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Some(Err(self.rows.scanner.read_failed(&error))),
            }
        }
    }
}

impl<R, T> fmt::Debug for RowReader<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RowReader").field(&self.rows).finish()
    }
}
