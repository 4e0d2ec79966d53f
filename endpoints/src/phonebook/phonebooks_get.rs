//! `phonebooks_get`: lists the phonebook records of a user.

use mor_api::{Endpoint, Fault, FromXml};

use crate::{PhonebookId, UserId};

/// Lists the phonebook records of a user and those of the admin, which everybody has.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "phonebooks_get",
    aliases = ["phonebooks"],
    since = "11",
    effect = read,
    response = PhonebookRecords,
    fault = PhonebooksFault,
)]
pub struct PhonebooksGet {
    /// The user, the caller if left out. For a caller who is an ordinary user, servers ignore it but hash it.
    #[hash(order = 1)]
    pub user_id: Option<UserId>,
}

/// Records of phonebooks.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct PhonebookRecords {
    /// One for each record, sorted by name; never empty, since no records are a refusal.
    #[mor(path = "phonebooks/phonebook", rows)]
    pub records: Vec<PhonebookRecord>,
}

/// A record of a phonebook.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct PhonebookRecord {
    /// Its ID; X5 and older servers leave it out.
    pub id: Option<PhonebookId>,
    /// The name.
    pub name: String,
    /// The number.
    pub number: String,
    /// The speed dial.
    pub speeddial: String,
}

/// Why there is no list of records.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum PhonebooksFault {
    /// There are no records.
    #[fault("No Phonebooks")]
    NoRecords,
    /// There is no such user, or he is not the caller's.
    #[fault("User was not found")]
    UserNotFound,
}
