//! Call flows: what a device does with calls that come in.

mod device_callflow_get;
mod device_callflow_update;
mod fault;
mod state;

pub use device_callflow_get::{DeviceCallflowGet, DeviceCallflows};
pub use device_callflow_update::{
    Chosen, DeviceCallflowUpdate, SettableAction, SettableState, UpdatedCallflow,
};
pub use fault::CallflowFault;
pub use state::{CallAction, CallState, Callflow, ForwardCallerId};
