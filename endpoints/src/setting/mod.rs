//! Settings of the server.

mod conflines_fault;
mod conflines_update;
mod device_words;
mod qualify;

pub use conflines_fault::ConflinesFault;
pub use conflines_update::ConflinesUpdate;
pub use device_words::{AudioCodec, Nat, Reinvite, VideoCodec};
pub use qualify::Qualify;
