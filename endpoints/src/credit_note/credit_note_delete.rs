//! `credit_note_delete`: deletes a credit note.

use mor_api::Endpoint;

use super::{CreditNoteDone, CreditNoteFault};
use crate::CreditNoteId;

/// Deletes a credit note. The money of a paid one is not taken back.
///
/// Only the key is hashed. The vendor's page says so too, but its example has the hash of the ID and the key.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "credit_note_delete",
    since = "12",
    effect = write,
    response = CreditNoteDone,
    fault = CreditNoteFault,
    verify = "`credit_notes_get` with the `credit_note_id` no longer finds it",
)]
pub struct CreditNoteDelete {
    /// The credit note to delete.
    #[nohash]
    pub credit_note_id: CreditNoteId,
}
