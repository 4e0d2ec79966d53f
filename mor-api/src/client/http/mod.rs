//! The default transport: reqwest.

mod body;
mod certificates;
mod deadline;
mod stream;
mod targets;
mod transport;

pub use self::stream::HttpBody;
pub(super) use self::transport::Connections;
pub use self::transport::HttpTransport;
