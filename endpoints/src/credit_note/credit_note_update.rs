//! `credit_note_update`: pays a credit note, takes the payment back, or changes the comment.

use mor_api::{Endpoint, WireEnum};

use super::{CreditNoteDone, CreditNoteFault};
use crate::CreditNoteId;

/// Pays a credit note, takes the payment back, or changes the comment. With neither `status` nor `comment` nothing
/// changes, and the server reports success all the same.
///
/// An accountant who may not edit financial data changes only the comment.
///
/// The vendor's page lists only `status` as hashed, as here, but its example has the hash of the ID and the key.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "credit_note_update",
    since = "12",
    effect = write,
    response = CreditNoteDone,
    fault = CreditNoteFault,
    verify = "`credit_notes_get` with the `credit_note_id`: `pay_date` is there when it is paid",
)]
pub struct CreditNoteUpdate {
    /// New state.
    #[hash(order = 1)]
    pub status: Option<CreditNoteState>,
    /// The credit note to change.
    #[nohash]
    pub credit_note_id: CreditNoteId,
    /// New comment, of any length.
    #[nohash]
    pub comment: Option<String>,
}

/// Whether a credit note is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum CreditNoteState {
    /// Paid: a payment is created, and the user's balance rises.
    Paid,
    /// Not paid: the payment is deleted, and the user's balance falls.
    Unpaid,
}
