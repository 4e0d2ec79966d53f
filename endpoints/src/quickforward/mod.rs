//! Quick forward rules of DIDs: ordinary users send calls to certain DIDs on to a number of their choice.
//!
//! All three functions are for ordinary users only; the caller's own DIDs are meant. Servers of version X5 and older
//! may have the names of the two that change something and still refuse them, see [`QuickforwardFault::TooOld`].

mod fault;
mod forward;
mod quickforwards_did_delete;
mod quickforwards_did_update;
mod quickforwards_dids_get;

pub use fault::QuickforwardFault;
pub use forward::Quickforward;
pub use quickforwards_did_delete::{QuickforwardDeleted, QuickforwardsDidDelete};
pub use quickforwards_did_update::QuickforwardsDidUpdate;
pub use quickforwards_dids_get::{Quickforwards, QuickforwardsDidsGet};
