//! Recordings of calls.

mod fault;
mod recording_update;
mod recordings_delete;
mod recordings_get;

pub use fault::RecordingFault;
pub use recording_update::RecordingUpdate;
pub use recordings_delete::{RecordingsDelete, RecordingsDeleted};
pub use recordings_get::{Recording, Recordings, RecordingsGet};
