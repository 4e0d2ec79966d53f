//! Stage 3: `application/x-www-form-urlencoded`, the encoding of bodies and queries alike.

use core::fmt;

use secrecy::zeroize::Zeroizing;

use crate::RequestError;
use crate::call::Call;
use crate::hash::Hash;

/// What most requests fit in.
const USUAL: usize = 256;

/// The pairs of a call, the hash as the last of them.
pub(crate) fn encode(call: &Call<'_>, hash: Option<&Hash>) -> Result<Zeroizing<String>, RequestError> {
    let mut out = Wiped(Zeroizing::new(String::with_capacity(USUAL)));
    write(call, hash, &mut out)?;
    Ok(out.0)
}

/// A text that leaves nothing behind where it moves away from as it grows: hash and passwords are in it.
struct Wiped(Zeroizing<String>);

impl fmt::Write for Wiped {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let length = self.0.len() + text.len();
        if length > self.0.capacity() {
            let mut larger = Zeroizing::new(String::with_capacity(length.max(2 * self.0.capacity())));
            larger.push_str(&self.0);
            self.0 = larger;
        }
        self.0.push_str(text);
        Ok(())
    }
}

fn write(call: &Call<'_>, hash: Option<&Hash>, out: &mut dyn fmt::Write) -> Result<(), RequestError> {
    let mut first = true;
    let mut pair = |name: &str, value: &dyn Fn(&mut dyn fmt::Write) -> fmt::Result| {
        if !core::mem::take(&mut first) {
            out.write_char('&')?;
        }
        fmt::Write::write_str(&mut Encoder(&mut *out), name)?;
        out.write_char('=')?;
        value(&mut Encoder(&mut *out))
    };
    call.each_sent(&mut |name, part| pair(name, &|out| part.wire(out)))?;
    if let Some(hash) = hash {
        // Neither a String nor a counter refuses to be written to.
        let _ = pair("hash", &|out| out.write_str(hash.as_str()));
    }
    Ok(())
}

/// Percent-encodes formatted text as it is produced. Every `char` is encoded on its own, so it does not
/// matter where the pieces are cut.
struct Encoder<'a>(&'a mut dyn fmt::Write);

impl fmt::Write for Encoder<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        form_urlencoded::byte_serialize(text.as_bytes()).try_for_each(|piece| self.0.write_str(piece))
    }
}
