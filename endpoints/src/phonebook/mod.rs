//! Phonebooks.

mod fault;
mod phonebook_edit;
mod phonebook_record_create;
mod phonebook_record_delete;
mod phonebooks_get;

pub use fault::RecordFault;
pub use phonebook_edit::{PhonebookEdit, SavedRecord};
pub use phonebook_record_create::PhonebookRecordCreate;
pub use phonebook_record_delete::PhonebookRecordDelete;
pub use phonebooks_get::{PhonebookRecord, PhonebookRecords, PhonebooksFault, PhonebooksGet};
