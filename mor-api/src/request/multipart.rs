//! Stage 3 of a request that holds a file: `multipart/form-data` (RFC 7578).
//!
//! A boundary must not occur in what it bounds. The content is not searched for it, since a file is read only
//! while it is sent. Instead 128 bits of the boundary are random for every request: made by the standard
//! library's keyed hash, whose keys come from the operating system. Nobody can put into a file what is drawn only
//! after it was written, and that it is there by chance happens once in 10³⁸ times.

use core::fmt::{self, Write};
use core::hash::BuildHasher;
use std::collections::hash_map::RandomState;

use super::draft::Draft;
use super::hash::Hash;
use super::upload::{Content, Upload};
use crate::RequestError;

/// An encoded body.
#[derive(Clone)]
pub(crate) struct Multipart {
    /// With the boundary.
    pub(crate) content_type: String,
    pub(crate) contents: Vec<Content>,
}

/// Encodes the parameters of a call in the order in which they are sent, the hash last.
pub(crate) fn encode(call: &Draft<'_>, hash: Option<&Hash>) -> Result<Multipart, RequestError> {
    let mut body = FormData { boundary: boundary(), text: String::new(), contents: Vec::new() };
    call.each_sent(&mut |name, part| match part.upload() {
        Some(upload) => body.file(name, upload),
        None => body.field(name, &|out| part.wire(out)),
    })?;
    if let Some(hash) = hash {
        // Writing to a String cannot fail.
        let _ = body.field("hash", &|out| out.write_str(hash.as_str()));
    }
    Ok(body.finish())
}

/// 128 random bits as hexadecimal digits.
fn boundary() -> String {
    let random = RandomState::new();
    format!("mor-api-{:016x}{:016x}", random.hash_one(0), random.hash_one(1))
}

struct FormData {
    boundary: String,
    /// What comes before the next file.
    text: String,
    contents: Vec<Content>,
}

impl FormData {
    fn field(&mut self, name: &str, value: &dyn Fn(&mut dyn Write) -> fmt::Result) -> fmt::Result {
        write!(self.text, "--{}\r\nContent-Disposition: form-data; name=\"", self.boundary)?;
        quoted(name, &mut self.text)?;
        self.text.write_str("\"\r\n\r\n")?;
        value(&mut self.text)?;
        self.text.write_str("\r\n")
    }

    fn file(&mut self, name: &str, upload: &Upload) -> fmt::Result {
        write!(self.text, "--{}\r\nContent-Disposition: form-data; name=\"", self.boundary)?;
        quoted(name, &mut self.text)?;
        self.text.write_str("\"; filename=\"")?;
        quoted(upload.file_name(), &mut self.text)?;
        self.text.write_str("\"\r\nContent-Type: application/octet-stream\r\n\r\n")?;
        self.contents.push(Content::Bytes(core::mem::take(&mut self.text).into_bytes().into()));
        self.contents.push(upload.content().clone());
        self.text.write_str("\r\n")
    }

    fn finish(mut self) -> Multipart {
        self.text.push_str("--");
        self.text.push_str(&self.boundary);
        self.text.push_str("--\r\n");
        self.contents.push(Content::Bytes(self.text.into_bytes().into()));
        let content_type = format!("multipart/form-data; boundary={}", self.boundary);
        Multipart { content_type, contents: self.contents }
    }
}

/// Escapes what would end a quoted name, as browsers do it.
fn quoted(text: &str, out: &mut String) -> fmt::Result {
    text.chars().try_for_each(|character| match character {
        '"' => out.write_str("%22"),
        '\r' => out.write_str("%0D"),
        '\n' => out.write_str("%0A"),
        other => out.write_char(other),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_the_body() {
        let mut body = FormData { boundary: "x".to_owned(), text: String::new(), contents: Vec::new() };
        body.field("id", &|out| out.write_str("1")).unwrap();
        body.file("file", &Upload::from_bytes("a\"b\r\n.csv", [0xff])).unwrap();
        let Multipart { content_type, contents } = body.finish();
        assert_eq!(content_type, "multipart/form-data; boundary=x");
        let bytes: Vec<u8> = contents.into_iter().flat_map(bytes).collect();
        let expected = b"--x\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n1\r\n\
            --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22b%0D%0A.csv\"\r\n\
            Content-Type: application/octet-stream\r\n\r\n\xff\r\n--x--\r\n";
        assert_eq!(String::from_utf8_lossy(&bytes), String::from_utf8_lossy(expected));
    }

    fn bytes(content: Content) -> Vec<u8> {
        match content {
            Content::Bytes(bytes) => bytes.to_vec(),
            Content::Path(path) => panic!("{path:?}"),
        }
    }

    #[test]
    fn every_boundary_is_a_new_one() {
        let (one, other) = (boundary(), boundary());
        assert_eq!(one.len(), "mor-api-".len() + 32);
        assert_ne!(one, other);
        assert_ne!(one[8..24], one[24..]);
    }
}
