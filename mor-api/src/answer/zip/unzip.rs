//! A zip archive while it arrives: bytes go in, its one file comes out piece by piece.
//!
//! It is read from the front, where each file has a header of its own. The directory at the end must say the same, and
//! both are compared with the content.

use super::member::{Member, Step};
use super::records::{self, Behind, LocalHeader, Next, Sizes, bad};
use crate::Unexpected;

/// An archive that is arriving.
pub(crate) struct Unzip {
    /// What has arrived and was not looked at, from `used` on.
    packed: Vec<u8>,
    used: usize,
    stage: Stage,
}

enum Stage {
    Header,
    Content(Box<Member>),
    /// Lengths and checksum behind a file whose header could not tell them.
    Descriptor(Sizes),
    /// The directory, which must list the one file and nothing else.
    Directory(Sizes),
    /// What follows the directory.
    Tail,
    End,
}

impl Unzip {
    /// An archive that starts with these bytes, if they start one with a file in it.
    pub(crate) fn start(bytes: &[u8]) -> Option<Self> {
        let is_archive = bytes.starts_with(records::SIGNATURE);
        is_archive.then(|| Self { packed: bytes.to_vec(), used: 0, stage: Stage::Header })
    }

    /// Takes the next bytes of the archive.
    #[cfg(any(test, feature = "client"))]
    pub(crate) fn feed(&mut self, bytes: &[u8]) {
        self.packed.drain(..self.used);
        self.used = 0;
        // What follows the end is nobody's.
        if !matches!(self.stage, Stage::End) {
            self.packed.extend_from_slice(bytes);
        }
    }

    /// The next piece of the file, of 64 KiB at most however well it was packed; `None` when more bytes are needed.
    pub(crate) fn next_piece(&mut self) -> Result<Option<Vec<u8>>, Unexpected> {
        loop {
            let rest = self.packed.get(self.used..).unwrap_or_default();
            let step = match &mut self.stage {
                Stage::Header => match LocalHeader::read(rest)? {
                    Some((header, used)) => Some((Stage::Content(Box::new(Member::new(&header)?)), used)),
                    None => None,
                },
                Stage::Content(member) => match member.step(rest)? {
                    Step::Piece { piece, used } => {
                        self.used += used;
                        return Ok(Some(piece));
                    }
                    Step::NeedMore { used } => {
                        self.used += used;
                        return Ok(None);
                    }
                    Step::End { used, sizes, described: true } => Some((Stage::Descriptor(sizes), used)),
                    Step::End { used, sizes, described: false } => Some((Stage::Directory(sizes), used)),
                },
                Stage::Descriptor(sizes) => {
                    records::descriptor(rest, sizes)?.map(|used| (Stage::Directory(*sizes), used))
                }
                Stage::Directory(sizes) => {
                    records::directory_entry(rest, sizes)?.map(|used| (Stage::Tail, used))
                }
                Stage::Tail => Behind::read(rest)?.map(|Next { record, used }| match record {
                    Behind::End => (Stage::End, used),
                    Behind::Other => (Stage::Tail, used),
                }),
                Stage::End => None,
            };
            let Some((stage, used)) = step else { return Ok(None) };
            self.stage = stage;
            self.used += used;
        }
    }

    /// Says that no more bytes come.
    pub(crate) fn finish(&self) -> Result<(), Unexpected> {
        match self.stage {
            Stage::End => Ok(()),
            _ => Err(bad("it ends too early")),
        }
    }
}
