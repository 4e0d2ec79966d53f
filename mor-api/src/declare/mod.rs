//! What a declaration is made of: the endpoint, its parameters, its refusals and its response, as data.

mod endpoint;
pub(crate) mod fault;
pub(crate) mod function_name;
mod kind;
mod listing;
pub(crate) mod param;
pub(crate) mod rule;
pub(crate) mod self_check;
pub(crate) mod shape;
mod spec;

pub use self::endpoint::Endpoint;
pub use self::fault::{AnyFault, CommonFault, Fault, Refused};
pub use self::function_name::InvalidFunctionName;
pub use self::kind::Kind;
pub use self::listing::Listing;
pub use self::param::{Param, ParamSet, ParamValue, Params};
pub use self::rule::Rule;
pub use self::shape::{Field, FieldShape, Presence, Record, RecordShape, ValueShape};
pub use self::spec::{Effect, HashSlot, Identity, ParamSpec, Spec};
