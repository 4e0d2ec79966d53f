//! What stands for an archive in a program that does not unpack any.

use crate::Unexpected;

/// There is none.
pub(crate) enum Unzip {}

impl Unzip {
    pub(crate) fn start(_: &[u8]) -> Option<Self> {
        None
    }

    pub(crate) fn feed(&mut self, _: &[u8]) {
        match *self {}
    }

    pub(crate) fn next_piece(&mut self) -> Result<Option<Vec<u8>>, Unexpected> {
        match *self {}
    }

    pub(crate) fn finish(&self) -> Result<(), Unexpected> {
        match *self {}
    }
}
