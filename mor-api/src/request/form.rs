//! Stage 3: `application/x-www-form-urlencoded`, the encoding of bodies and queries alike.

use core::fmt;

use secrecy::zeroize::Zeroizing;

use super::draft::Draft;
use super::hash::Hash;
use crate::RequestError;

/// What most requests fit in.
const USUAL: usize = 256;

/// A form that is finished.
pub(crate) struct Encoded {
    /// The pairs of a call, the hash as the last of them.
    pub(crate) text: Zeroizing<String>,
    /// The name of a parameter that is a file, if there is one.
    pub(crate) file: Option<&'static str>,
}

/// Encodes the parameters of a call and its hash.
pub(crate) fn encode(call: &Draft<'_>, hash: Option<&Hash>) -> Result<Encoded, RequestError> {
    let mut form = Form(Zeroizing::new(String::with_capacity(USUAL)));
    let mut file = None;
    call.each_sent(&mut |name, part| {
        if part.upload().is_some() {
            file = file.or_else(|| call.spec.param(name).map(|param| param.name));
        }
        form.begin(name);
        part.wire(&mut form)
    })?;
    if let Some(hash) = hash {
        form.begin("hash");
        form.push(hash.as_str());
    }
    Ok(Encoded { text: form.0, file })
}

/// A form that leaves nothing behind where it moves away from as it grows: hash and passwords are in it. What is written
/// into it is percent-encoded as it is formatted: every `char` on its own, so it does not matter where the pieces
/// are cut.
struct Form(Zeroizing<String>);

impl Form {
    /// Begins a pair, whose value is written next.
    fn begin(&mut self, name: &str) {
        if !self.0.is_empty() {
            self.push("&");
        }
        self.encode(name);
        self.push("=");
    }

    fn encode(&mut self, text: &str) {
        // As most texts are.
        if text.bytes().all(is_unchanged) {
            self.push(text);
        } else {
            form_urlencoded::byte_serialize(text.as_bytes()).for_each(|piece| self.push(piece));
        }
    }

    fn push(&mut self, text: &str) {
        let length = self.0.len() + text.len();
        if length > self.0.capacity() {
            let mut larger = Zeroizing::new(String::with_capacity(length.max(2 * self.0.capacity())));
            larger.push_str(&self.0);
            self.0 = larger;
        }
        self.0.push_str(text);
    }
}

impl fmt::Write for Form {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.encode(text);
        Ok(())
    }
}

/// Whether a byte stands for itself.
fn is_unchanged(byte: u8) -> bool {
    UNCHANGED.get(usize::from(byte)).is_some_and(|unchanged| *unchanged)
}

/// For every byte: looked up, because a byte of any text is of any kind, which no processor foresees.
#[expect(clippy::indexing_slicing, reason = "every byte has an entry")]
static UNCHANGED: [bool; 256] = {
    let mut unchanged = [false; 256];
    let mut left: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz*-._";
    while let [byte, rest @ ..] = left {
        unchanged[*byte as usize] = true;
        left = rest;
    }
    unchanged
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_passed_over_is_what_the_encoding_leaves_alone() {
        for byte in 0..=u8::MAX {
            let text = [byte];
            let encoded: String = form_urlencoded::byte_serialize(&text).collect();
            assert_eq!(encoded.as_bytes() == text, is_unchanged(byte), "{byte}");
        }
    }

    #[test]
    fn texts_are_encoded_however_they_are_cut() {
        let mut form = Form(Zeroizing::default());
        form.begin("a b&ü=");
        for piece in ["x", "ü&", "y", "", " =z"] {
            form.encode(piece);
        }
        form.begin("c");
        assert_eq!(*form.0, "a+b%26%C3%BC%3D=x%C3%BC%26y+%3Dz&c=");
    }
}
