//! From the bytes of an answer to a typed response: what it is, in which charset, packed or not, and what its refusal or
//! its failure means for the call.

pub(crate) mod charset;
mod classify;
mod outcome;
mod payload;
mod redactor;
mod response;
mod rows;
pub(crate) mod sniff;
#[cfg(any(feature = "client", feature = "zip"))]
pub(crate) mod zip;

pub use self::charset::to_utf8;
pub use self::classify::classify;
pub use self::outcome::{Advice, Outcome};
pub use self::payload::{Archive, Payload};
pub use self::redactor::Redactor;
#[cfg(feature = "client")]
pub(crate) use self::response::decode_within;
pub use self::response::{Response, decode_answer, decode_redacted};
#[cfg(feature = "client")]
pub(crate) use self::rows::MAX_ROW;
pub use self::rows::{InvalidRowPath, RowDecoder, RowPath, RowReader};
