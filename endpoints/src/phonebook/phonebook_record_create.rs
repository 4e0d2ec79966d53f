//! `phonebook_record_create`: adds a phonebook record.

use mor_api::Endpoint;

use super::RecordFault;
use crate::{Done, UserId};

/// Adds a phonebook record for the caller, who is the admin or a user.
///
/// The answer does not tell the new ID, but repeating the call does no harm: a user can have a speed dial only
/// once. Of several things that are wrong, the server tells the first.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "phonebook_record_create",
    effect = write,
    response = Done,
    fault = RecordFault,
    verify = "`phonebooks_get` lists the records",
)]
pub struct PhonebookRecordCreate {
    /// An admin or user: the caller himself, anybody if the caller is the admin. The server only checks that: the
    /// record becomes the caller's, whoever this is.
    #[hash(order = 1)]
    pub user_id: UserId,
    /// The number, digits only.
    #[hash(order = 2)]
    pub number: String,
    /// The name.
    #[hash(order = 3)]
    pub name: String,
    /// The speed dial, at least two digits, which no other record of the user has.
    #[hash(order = 4)]
    pub speeddial: String,
}
