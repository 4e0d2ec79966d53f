//! What single bytes of markup are: looked up, since these are the loops in which decoding spends its time.

/// White space.
const BLANK: u8 = 1;
/// What may stand in a name; less than XML allows.
const NAME: u8 = 2;

#[expect(clippy::indexing_slicing, reason = "every byte has an entry")]
static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    while byte < u8::MAX {
        classes[byte as usize] = match byte {
            b' ' | b'\n' | b'\t' | b'\r' => BLANK,
            b'_' | b'-' | b'.' => NAME,
            _ if byte.is_ascii_alphanumeric() => NAME,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

/// Whether XML counts it as white space.
#[inline]
pub(super) fn is_blank(byte: u8) -> bool {
    is(byte, BLANK)
}

/// Whether the names of MOR's elements are made of such bytes. XML knows more of them.
#[inline]
pub(super) fn is_of_name(byte: u8) -> bool {
    is(byte, NAME)
}

#[inline]
#[expect(clippy::indexing_slicing, reason = "every byte has an entry")]
fn is(byte: u8, class: u8) -> bool {
    CLASSES[usize::from(byte)] & class != 0
}
