//! From an endpoint to a request: the values, who calls, the hash, the form, and all of it put together.

mod credentials;
mod draft;
mod explain;
mod form;
mod hash;
mod multipart;
mod part;
mod prepare;
pub(crate) mod prepared;
mod server;
mod undeclared;
mod upload;

pub use self::credentials::Credentials;
pub use self::draft::CallOptions;
pub use self::explain::Explanation;
pub use self::hash::Hash;
pub use self::prepared::{BodyPart, PreparedRequest};
pub use self::server::{Method, Server};
pub use self::upload::Upload;
