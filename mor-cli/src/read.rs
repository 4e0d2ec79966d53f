//! Reads the files that a command line or a profile names.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// More than any setting, list of parameters or page has. A device such as `/dev/zero` never ends.
const LARGEST: u64 = 64 << 20;

/// The bytes of a file; `-` is standard input.
pub(crate) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if path == Path::new("-") {
        to_end(io::stdin().lock(), LARGEST)
    } else {
        to_end(File::open(path)?, LARGEST)
    }
}

/// The text of a file; `-` is standard input.
pub(crate) fn text(path: &Path) -> io::Result<String> {
    String::from_utf8(bytes(path)?).map_err(|error| {
        let place = error.utf8_error().valid_up_to();
        io::Error::new(io::ErrorKind::InvalidData, format!("it is not UTF-8 text: see byte {place}"))
    })
}

/// What is left of a source, if it is not more than a limit.
pub(crate) fn to_end(source: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        let problem = format!("it has more than {} MiB", limit >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, problem));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_that_never_ends_is_refused() {
        assert_eq!(to_end(&b"abc"[..], 3).unwrap(), b"abc");
        assert_eq!(to_end(io::repeat(0), 1 << 20).unwrap_err().to_string(), "it has more than 1 MiB");
    }

    #[test]
    fn a_text_is_utf_8() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("page.html");
        std::fs::write(&path, b"caf\xe9").unwrap();
        assert_eq!(text(&path).unwrap_err().to_string(), "it is not UTF-8 text: see byte 3");
    }
}
