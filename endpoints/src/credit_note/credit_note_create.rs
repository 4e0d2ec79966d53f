//! `credit_note_create`: creates a credit note for a user.

use jiff::Timestamp;
use mor_api::Endpoint;
use rust_decimal::Decimal;

use super::{CreditNoteDone, CreditNoteFault};
use crate::UserId;

/// Creates a credit note for a user.
///
/// The answer does not tell the new ID, and neither does [`CreditNotesGet`](super::CreditNotesGet). Do not repeat a
/// call whose outcome is unknown before you have looked for the note there.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "credit_note_create",
    since = "12",
    effect = write,
    response = CreditNoteDone,
    fault = CreditNoteFault,
    verify = "`credit_notes_get` of the `user_id` lists his credit notes",
)]
pub struct CreditNoteCreate {
    /// The user who gets it: one of the caller's, not the admin himself.
    #[hash(order = 1)]
    pub user_id: UserId,
    /// Its number. X8 accepts letters in it; its sources say that only a positive whole number is stored.
    #[hash(order = 2)]
    pub number: Option<String>,
    /// Price without tax, in the system's currency according to the vendor's page. The server takes 0 if it is left out.
    #[nohash]
    pub price: Option<Decimal>,
    /// When it was issued; must be later than 1970-01-01.
    #[nohash]
    pub issue_date: Timestamp,
    /// Free text of any length.
    #[nohash]
    pub comment: Option<String>,
}
