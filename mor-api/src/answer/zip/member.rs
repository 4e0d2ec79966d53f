//! The content of the archive's file.

use flate2::{Crc, Decompress, FlushDecompress, Status};

use super::records::{Compression, LocalHeader, Sizes, bad};
use crate::Unexpected;

/// The largest piece that is unpacked at once, however well it was packed.
const PIECE: usize = 64 << 10;

pub(super) struct Member {
    method: Unpack,
    /// What the header says; none where a descriptor behind the content does.
    announced: Option<Sizes>,
    crc: Crc,
    packed: u64,
    unpacked: u64,
    ended: bool,
}

enum Unpack {
    Stored,
    Deflate(Box<Decompress>),
}

/// What became of some packed bytes, of which `used` are done with.
pub(super) enum Step {
    Piece {
        piece: Vec<u8>,
        used: usize,
    },
    NeedMore {
        used: usize,
    },
    /// The content has ended and is as announced; `described` if a descriptor follows.
    End {
        used: usize,
        sizes: Sizes,
        described: bool,
    },
}

impl Member {
    pub(super) fn new(header: &LocalHeader) -> Result<Self, Unexpected> {
        let method = match header.compression {
            Compression::Stored if header.sizes.is_none() => {
                return Err(bad("its file is stored without a length"));
            }
            Compression::Stored => Unpack::Stored,
            Compression::Deflate => Unpack::Deflate(Box::new(Decompress::new(false))),
        };
        Ok(Self { method, announced: header.sizes, crc: Crc::new(), packed: 0, unpacked: 0, ended: false })
    }

    /// Unpacks up to a piece.
    pub(super) fn step(&mut self, bytes: &[u8]) -> Result<Step, Unexpected> {
        // Never into what follows the content.
        let left = self.announced.map_or(u64::MAX, |sizes| sizes.packed - self.packed);
        let bytes = bytes.get(..usize::try_from(left).unwrap_or(usize::MAX)).unwrap_or(bytes);
        let (piece, used) = match &mut self.method {
            _ if self.ended => (Vec::new(), 0),
            Unpack::Stored => {
                let piece = bytes.get(..PIECE).unwrap_or(bytes).to_vec();
                let used = piece.len();
                self.ended = left == used as u64;
                (piece, used)
            }
            Unpack::Deflate(inflate) => {
                let (piece, used, ended) = inflate_piece(inflate, bytes)?;
                self.ended = ended;
                (piece, used)
            }
        };
        self.packed += used as u64;
        self.unpacked += piece.len() as u64;
        self.crc.update(&piece);
        if !piece.is_empty() {
            return Ok(Step::Piece { piece, used });
        }
        if self.ended {
            return self.end(used);
        }
        if left == used as u64 {
            return Err(bad("its file goes on behind its length"));
        }
        Ok(Step::NeedMore { used })
    }

    fn end(&self, used: usize) -> Result<Step, Unexpected> {
        let sizes = Sizes { crc: self.crc.sum(), packed: self.packed, unpacked: self.unpacked };
        if let Some(announced) = &self.announced {
            sizes.check(announced)?;
        }
        Ok(Step::End { used, sizes, described: self.announced.is_none() })
    }
}

/// The next piece, how many packed bytes it took, and whether the stream has ended.
fn inflate_piece(inflate: &mut Decompress, bytes: &[u8]) -> Result<(Vec<u8>, usize, bool), Unexpected> {
    let mut piece = Vec::with_capacity(PIECE);
    let before = inflate.total_in();
    let status = inflate
        .decompress_vec(bytes, &mut piece, FlushDecompress::None)
        .map_err(|_| bad("its file is damaged"))?;
    let used = usize::try_from(inflate.total_in() - before).unwrap_or(usize::MAX);
    Ok((piece, used, status == Status::StreamEnd))
}
