//! Length and SHA-1 of what was written, by which a later run recognizes its own bytes.
//!
//! SHA-1, because the workspace has it already (the hash of every request) and because its state can be copied: the
//! checksum of a growing file costs one pass over the new bytes. It guards against accidents, not against forgery.

use std::fmt::Write as _;
#[cfg(feature = "parquet")]
use std::fs::File;
#[cfg(feature = "parquet")]
use std::io::Write;
use std::io::{self, Read};
#[cfg(feature = "parquet")]
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha1::{Digest, Sha1};

/// How much is read at a time.
const BUFFER: usize = 256 << 10;

/// What the state file records about written bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Checksum {
    pub(crate) bytes: u64,
    /// 40 hexadecimal digits.
    sha1: String,
}

/// A checksum of bytes that are still being written.
#[derive(Clone, Default)]
pub(crate) struct Tally {
    bytes: u64,
    sha1: Sha1,
}

impl Tally {
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    pub(crate) fn add(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.sha1.update(bytes);
    }

    pub(crate) fn checksum(&self) -> Checksum {
        let mut sha1 = String::with_capacity(40);
        for byte in self.sha1.clone().finalize() {
            // Writing to a string cannot fail.
            let _ = write!(sha1, "{byte:02x}");
        }
        Checksum { bytes: self.bytes, sha1 }
    }

    /// Reads a source to its end.
    pub(crate) fn of(mut source: impl Read) -> io::Result<Self> {
        let mut tally = Self::default();
        let mut buffer = vec![0; BUFFER];
        loop {
            match source.read(&mut buffer) {
                Ok(0) => return Ok(tally),
                Ok(count) => tally.add(buffer.get(..count).unwrap_or_default()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

impl Checksum {
    /// The checksum of a complete file.
    #[cfg(feature = "parquet")]
    pub(crate) fn of_file(path: &Path) -> io::Result<Self> {
        Ok(Tally::of(File::open(path)?)?.checksum())
    }
}

/// Passes writes on and keeps their checksum.
#[cfg(feature = "parquet")]
pub(crate) struct Tallied<W> {
    pub(crate) inner: W,
    pub(crate) tally: Tally,
}

#[cfg(feature = "parquet")]
impl<W: Write> Write for Tallied<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.inner.write(bytes)?;
        self.tally.add(bytes.get(..count).unwrap_or_default());
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checksum_is_the_length_and_the_published_sha_1_of_abc() {
        let mut tally = Tally::default();
        tally.add(b"a");
        tally.add(b"bc");
        let expected = Checksum { bytes: 3, sha1: "a9993e364706816aba3e25717850c26c9cd0d89d".to_owned() };
        assert_eq!(tally.checksum(), expected);
        assert_eq!(Tally::of(&b"abc"[..]).unwrap().checksum(), expected);
        tally.add(b"d");
        assert_ne!(tally.checksum(), expected);
    }
}
