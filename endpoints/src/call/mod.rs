//! Calls: records of finished ones, and what can be done with running ones.

mod active_calls;
mod active_calls_get;
mod callback_fault;
mod callback_init;
mod local_calls_get;
mod new_calls_list;
mod order_by;
mod spy_call;
mod user_calls_fault;
mod user_calls_get;

pub use active_calls::{ActiveCall, ActiveCalls};
pub use active_calls_get::{ActiveCallStatus, ActiveCallsFault, ActiveCallsGet};
pub use callback_fault::CallbackFault;
pub use callback_init::{CallbackInit, CallbackStarted};
pub use local_calls_get::{LocalCall, LocalCalls, LocalCallsGet};
pub use new_calls_list::{NewCall, NewCalls, NewCallsList};
pub use order_by::OrderBy;
pub use spy_call::{SpyCall, SpyFault, SpyStarted};
pub use user_calls_fault::UserCallsFault;
pub use user_calls_get::{CallStatus, Cdr, UserCalls, UserCallsGet};
