//! What a test orders: answers, faults, chance, recordings.

mod chaos;
mod fault;
mod fault_order;
mod recording;
mod replay;
mod rules;

pub use chaos::Chaos;
pub use fault::Fault;
pub(crate) use fault::{Delivery, Intervention, Silence};
pub(crate) use fault_order::ChaosTable;
pub use fault_order::FaultOrder;
pub(crate) use recording::Recorder;
pub use recording::{Exchange, Recording};
pub(crate) use replay::Replay;
pub(crate) use rules::{Action, Responder, Rules};
pub use rules::{On, Rule};
