//! The same as [`Done`], a level higher.

use core::fmt;

use mor_api::FromXml;

use crate::Done;

/// The server's words for success of functions that write them straight into `page/status`; where their server
/// writes them into `page/status/success`, like everybody else, they are found there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, FromXml)]
#[mor(root = "page/status", any_of = ["success", "text()"])]
pub struct DoneInStatus(pub Done);

impl fmt::Display for DoneInStatus {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
