//! Stage 3: `application/x-www-form-urlencoded`, the encoding of bodies and queries alike.

use core::fmt;

use crate::RequestError;
use crate::call::Call;
use crate::hash::Hash;

/// Appends the pairs of a call, and the hash as the last of them, to `out`.
pub(crate) fn encode(call: &Call<'_>, hash: Option<&Hash>, out: &mut String) -> Result<(), RequestError> {
    let start = out.len();
    let mut pair = |name: &str, value: &dyn Fn(&mut dyn fmt::Write) -> fmt::Result| {
        if out.len() > start {
            out.push('&');
        }
        let mut encoder = Encoder(&mut *out);
        fmt::Write::write_str(&mut encoder, name)?;
        encoder.0.push('=');
        value(&mut encoder)
    };
    call.each_sent(&mut |name, part| pair(name, &|out| part.wire(out)))?;
    if let Some(hash) = hash {
        // Writing to a String cannot fail.
        let _ = pair("hash", &|out| out.write_str(hash.as_str()));
    }
    Ok(())
}

/// Percent-encodes formatted text as it is produced. Every `char` is encoded on its own, so it does not
/// matter where the pieces are cut.
struct Encoder<'a>(&'a mut String);

impl fmt::Write for Encoder<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend(form_urlencoded::byte_serialize(text.as_bytes()));
        Ok(())
    }
}
