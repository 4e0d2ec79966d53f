//! Credit notes.

mod credit_note_create;
mod credit_note_delete;
mod credit_note_done;
mod credit_note_update;
mod credit_notes_get;
mod fault;

pub use credit_note_create::CreditNoteCreate;
pub use credit_note_delete::CreditNoteDelete;
pub use credit_note_done::CreditNoteDone;
pub use credit_note_update::{CreditNoteState, CreditNoteUpdate};
pub use credit_notes_get::{CreditNote, CreditNotes, CreditNotesGet};
pub use fault::CreditNoteFault;
