//! Line numbers of a stream: known for the pieces that are still of interest, forgotten for those that are not.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Read};
use std::rc::Rc;

/// What was read lately, and on which line each piece starts.
#[derive(Clone, Default)]
pub(super) struct Lines(Rc<RefCell<Recent>>);

#[derive(Default)]
struct Recent {
    pieces: VecDeque<Piece>,
    offset: u64,
    newlines: u64,
}

struct Piece {
    offset: u64,
    newlines: u64,
    bytes: Vec<u8>,
}

impl Lines {
    /// The line, counted from 1, of a byte that was not forgotten.
    pub(super) fn at(&self, offset: u64) -> u64 {
        let recent = self.0.borrow();
        let Some(piece) = recent.pieces.iter().rev().find(|piece| piece.offset <= offset) else { return 1 };
        let within = usize::try_from(offset - piece.offset).unwrap_or(usize::MAX);
        1 + piece.newlines + newlines(piece.bytes.get(..within).unwrap_or(&piece.bytes))
    }

    /// Forgets what lies before this byte.
    pub(super) fn forget(&self, offset: u64) {
        let pieces = &mut self.0.borrow_mut().pieces;
        while pieces.front().is_some_and(|piece| piece.offset + (piece.bytes.len() as u64) < offset) {
            pieces.pop_front();
        }
    }

    fn add(&self, bytes: &[u8]) {
        let recent = &mut *self.0.borrow_mut();
        let piece = Piece { offset: recent.offset, newlines: recent.newlines, bytes: bytes.to_vec() };
        recent.offset += bytes.len() as u64;
        recent.newlines += newlines(bytes);
        recent.pieces.push_back(piece);
    }
}

fn newlines(bytes: &[u8]) -> u64 {
    bytes.iter().map(|byte| u64::from(*byte == b'\n')).sum()
}

/// Reads from a source and takes note of the lines.
pub(super) struct Counted<R> {
    source: R,
    lines: Lines,
}

impl<R: Read> Counted<R> {
    pub(super) fn new(source: R, lines: Lines) -> Self {
        Self { source, lines }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(buffer)?;
        self.lines.add(buffer.get(..count).unwrap_or_default());
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_bytes_in_any_piece() {
        let lines = Lines::default();
        let mut source = Counted::new(&b"a\nb\nc\nd"[..], lines.clone());
        let mut piece = [0; 3];
        while source.read(&mut piece).unwrap() > 0 {}
        let all: Vec<u64> = (0..7).map(|offset| lines.at(offset)).collect();
        assert_eq!(all, [1, 1, 2, 2, 3, 3, 4]);
        lines.forget(5);
        assert_eq!(lines.at(6), 4);
    }
}
