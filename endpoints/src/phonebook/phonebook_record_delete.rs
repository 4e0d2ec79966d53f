//! `phonebook_record_delete`: deletes a phonebook record.

use mor_api::Endpoint;

use super::RecordFault;
use crate::{Done, PhonebookId};

/// Deletes a phonebook record: the admin any, a user one of his own. Not on X5.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "phonebook_record_delete",
    effect = write,
    response = Done,
    fault = RecordFault,
    verify = "`phonebooks_get` no longer lists the record",
)]
pub struct PhonebookRecordDelete {
    /// The record.
    #[hash(order = 1)]
    pub id: PhonebookId,
}
