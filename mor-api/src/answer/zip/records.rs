//! The records of a zip archive around the content of its file (PKWARE's APPNOTE 6.3, section 4.3).

use crate::Unexpected;

/// How every archive with a file in it starts.
pub(super) const SIGNATURE: &[u8] = b"PK\x03\x04";

pub(super) fn bad(why: impl Into<String>) -> Unexpected {
    Unexpected::BadZip(why.into())
}

/// A record is there, or more bytes are needed to tell.
type Record<T> = Result<Option<T>, Unexpected>;

/// Four bytes of ones: the real number stands in the extra field.
const LONG: u64 = 0xFFFF_FFFF;

/// No record is so long, but the space for comments and the like would allow it.
const LONGEST: usize = 256 << 10;

/// A file's checksum and lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sizes {
    pub(super) crc: u32,
    pub(super) packed: u64,
    pub(super) unpacked: u64,
}

impl Sizes {
    /// Whether what came is what the archive says.
    pub(super) fn check(&self, announced: &Self) -> Result<(), Unexpected> {
        if self.packed != announced.packed || self.unpacked != announced.unpacked {
            return Err(bad("its file has another length than it says"));
        }
        if self.crc != announced.crc {
            return Err(bad("its file has another checksum than it says"));
        }
        Ok(())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compression {
    Stored,
    Deflate,
}

/// What stands before the content.
#[derive(Debug)]
pub(super) struct LocalHeader {
    pub(super) compression: Compression,
    /// None where they follow the content.
    pub(super) sizes: Option<Sizes>,
}

impl LocalHeader {
    /// The header at the start of `bytes`, and its length.
    pub(super) fn read(bytes: &[u8]) -> Record<(Self, usize)> {
        let fields = || -> Option<_> {
            let length = 30 + usize::from(u16_at(bytes, 26)?) + usize::from(u16_at(bytes, 28)?);
            let extra = bytes.get(30 + usize::from(u16_at(bytes, 26)?)..length)?;
            let sizes = Sizes {
                crc: u32_at(bytes, 14)?,
                packed: u32_at(bytes, 18)?.into(),
                unpacked: u32_at(bytes, 22)?.into(),
            };
            Some((length, u16_at(bytes, 6)?, u16_at(bytes, 8)?, sizes, extra))
        };
        let Some((length, flags, method, sizes, extra)) = fields() else { return Ok(None) };
        if !bytes.starts_with(SIGNATURE) {
            return Err(bad("it does not start with a file"));
        }
        // Bits 0 and 6: encryption; 5: a patch; 13: an encrypted directory.
        if flags & 0b0010_0000_0110_0001 != 0 {
            return Err(bad("its file is encrypted or a patch"));
        }
        let compression = match method {
            0 => Compression::Stored,
            8 => Compression::Deflate,
            other => return Err(bad(format!("its file is packed by method {other}"))),
        };
        let described = flags & 1 << 3 != 0;
        let sizes = if described { None } else { Some(with_long(sizes, extra)?) };
        Ok(Some((Self { compression, sizes }, length)))
    }
}

/// Checks the descriptor behind the content and returns its length. It has a signature or not, and lengths of 4 or 8
/// bytes; what follows it tells which.
pub(super) fn descriptor(bytes: &[u8], sizes: &Sizes) -> Record<usize> {
    // The directory and the end behind it are longer than any difference.
    if bytes.len() < 28 {
        return Ok(None);
    }
    for (signature, width) in [(4, 4), (0, 4), (4, 8), (0, 8)] {
        let length = signature + 4 + 2 * width;
        let follows = bytes.get(length..length + 4);
        let signed = signature == 0 || bytes.starts_with(b"PK\x07\x08");
        if !signed || !(follows == Some(b"PK\x01\x02") || follows == Some(SIGNATURE)) {
            continue;
        }
        let number = |at| if width == 4 { u32_at(bytes, at).map(u64::from) } else { u64_at(bytes, at) };
        let (Some(crc), Some(packed), Some(unpacked)) =
            (u32_at(bytes, signature), number(signature + 4), number(signature + 4 + width))
        else {
            continue;
        };
        let announced = Sizes { crc, packed, unpacked };
        return sizes.check(&announced).map(|()| Some(length));
    }
    Err(bad("no directory follows its file"))
}

/// Checks the directory's entry of the file and returns its length.
pub(super) fn directory_entry(bytes: &[u8], sizes: &Sizes) -> Record<usize> {
    let Some(signature) = bytes.get(..4) else { return Ok(None) };
    if signature == SIGNATURE {
        return Err(bad("it holds several files instead of one"));
    }
    if signature != b"PK\x01\x02" {
        return Err(bad("no directory follows its file"));
    }
    let fields = || -> Option<_> {
        let name = usize::from(u16_at(bytes, 28)?);
        let extra = usize::from(u16_at(bytes, 30)?);
        let length = 46 + name + extra + usize::from(u16_at(bytes, 32)?);
        bytes.get(..length)?;
        let announced = Sizes {
            crc: u32_at(bytes, 16)?,
            packed: u32_at(bytes, 20)?.into(),
            unpacked: u32_at(bytes, 24)?.into(),
        };
        Some((announced, bytes.get(46 + name..46 + name + extra)?, length))
    };
    let Some((announced, extra, length)) = fields() else { return Ok(None) };
    sizes.check(&with_long(announced, extra)?).map(|()| Some(length))
}

/// A record behind the directory's entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Behind {
    /// One that says nothing of use.
    Other,
    /// The end of the archive.
    End,
}

/// A record and its length.
pub(super) struct Next {
    pub(super) record: Behind,
    pub(super) used: usize,
}

impl Behind {
    pub(super) fn read(bytes: &[u8]) -> Record<Next> {
        let Some(signature) = bytes.get(..4) else { return Ok(None) };
        let (record, length) = match signature {
            b"PK\x01\x02" => return Err(bad("it holds several files instead of one")),
            // Digital signature, the long form of the end, and where to find that.
            b"PK\x05\x05" => (Self::Other, u16_at(bytes, 4).map(|length| 6 + usize::from(length))),
            b"PK\x06\x06" => (
                Self::Other,
                u64_at(bytes, 4).map(|length| usize::try_from(length).unwrap_or(LONGEST).saturating_add(12)),
            ),
            b"PK\x06\x07" => (Self::Other, Some(20)),
            b"PK\x05\x06" => (Self::End, u16_at(bytes, 20).map(|length| 22 + usize::from(length))),
            _ => return Err(bad("its directory is damaged")),
        };
        match length {
            Some(length) if length > LONGEST => Err(bad("its directory is damaged")),
            Some(used) if bytes.len() >= used => Ok(Some(Next { record, used })),
            _ => Ok(None),
        }
    }
}

/// Lengths that take more than 4 bytes stand in the extra field with the number 1, each only if it does.
fn with_long(mut sizes: Sizes, mut extra: &[u8]) -> Result<Sizes, Unexpected> {
    if sizes.packed != LONG && sizes.unpacked != LONG {
        return Ok(sizes);
    }
    while let (Some(number), Some(length)) = (u16_at(extra, 0), u16_at(extra, 2)) {
        let end = 4 + usize::from(length);
        let field = extra.get(4..end).unwrap_or_default();
        if number == 1 {
            let mut at = 0;
            for size in [&mut sizes.unpacked, &mut sizes.packed] {
                if *size == LONG {
                    *size = u64_at(field, at).ok_or_else(|| bad("its file has no length"))?;
                    at += 8;
                }
            }
            return Ok(sizes);
        }
        extra = extra.get(end..).unwrap_or_default();
    }
    Ok(sizes)
}

fn array_at<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at + N)?.try_into().ok()
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    array_at(bytes, at).map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    array_at(bytes, at).map(u32::from_le_bytes)
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    array_at(bytes, at).map(u64::from_le_bytes)
}
