//! What the functions that change credit notes say when they did it.

use mor_api::FromXml;

use crate::Done;

/// What the functions that change credit notes say when they did it; failures are errors.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct CreditNoteDone {
    /// The server's words for success, such as `Credit note was created`; here they are the text of `page/status`
    /// itself.
    #[mor(text)]
    pub message: Done,
}
