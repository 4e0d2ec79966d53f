//! `credit_notes_get`: lists credit notes.

use mor_api::{Endpoint, FromXml, ServerTime};
use rust_decimal::Decimal;

use super::CreditNoteFault;
use crate::{CreditNoteId, UserId};

/// Lists the credit notes of all users of the caller, those of one user, or one of them.
///
/// Older servers know it as `credit_notes`; the present name is of X4.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "credit_notes_get",
    aliases = ["credit_notes"],
    since = "12",
    effect = read,
    response = CreditNotes,
    fault = CreditNoteFault,
)]
pub struct CreditNotesGet {
    /// Only credit notes of this user. Without effect beside `credit_note_id`.
    #[hash(order = 1)]
    pub user_id: Option<UserId>,
    /// Only this credit note.
    #[nohash]
    pub credit_note_id: Option<CreditNoteId>,
}

/// The credit notes that were found.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct CreditNotes {
    /// One for each credit note. X5 answers with none where X8 and later refuse
    /// ([`NotFound`](CreditNoteFault::NotFound)).
    #[mor(path = "credit_notes/credit_note", default, rows)]
    pub credit_notes: Vec<CreditNote>,
}

/// A credit note; its ID is not told. Accountants who may not see financial data get neither prices nor
/// `pay_date`.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct CreditNote {
    /// The user who got it.
    pub user_id: UserId,
    /// When it was issued.
    pub issue_date: ServerTime,
    /// Its number, if it has one. X8 writes letters in it: `CN000107`.
    pub number: Option<String>,
    /// Free text, if there is one.
    pub comment: Option<String>,
    /// Price without tax.
    pub price: Option<Decimal>,
    /// Price with tax.
    pub price_with_vat: Option<Decimal>,
    /// When it was paid, if it was.
    pub pay_date: Option<ServerTime>,
}

#[cfg(test)]
mod tests {
    use mor_api::from_xml;

    use super::*;

    #[test]
    fn a_number_is_a_string_with_its_letters_and_zeros() {
        for (written, number) in [("CN000107", Some("CN000107")), ("0042", Some("0042")), ("", None)] {
            let answer = format!(
                "<page><credit_notes><credit_note><user_id>12</user_id>\
                 <issue_date>2015-03-04 00:00:00 +0200</issue_date><number>{written}</number>\
                 <comment></comment></credit_note></credit_notes></page>"
            );
            let notes: CreditNotes = from_xml(&answer).unwrap();
            assert_eq!(notes.credit_notes[0].number.as_deref(), number);
        }
    }
}
