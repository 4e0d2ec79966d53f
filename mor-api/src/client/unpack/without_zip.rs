//! What stands for an archive in a program that does not unpack any.

use crate::Unexpected;

/// There is none.
pub(in crate::client) enum Unzip {}

impl Unzip {
    pub(in crate::client) fn start(_: &[u8]) -> Option<Self> {
        None
    }

    pub(in crate::client) fn feed(&mut self, _: &[u8]) {
        match *self {}
    }

    pub(in crate::client) fn next_piece(&mut self) -> Result<Option<Vec<u8>>, Unexpected> {
        match *self {}
    }

    pub(in crate::client) fn finish(&self) -> Result<(), Unexpected> {
        match *self {}
    }
}
