//! The HTTP side, in the order of a request: port, connection, server, reading, answering, sending.

mod answer;
mod connection;
pub(crate) mod decode;
mod params;
mod port;
mod read;
mod receipt;
mod request;
mod response;
mod route;
mod server;
pub(crate) mod xml;
mod zip;

pub use answer::Answer;
pub(crate) use params::Params;
pub(crate) use port::{Port, PortCommand, PortControl};
pub(crate) use request::Outcome;
pub use request::{RawRequest, Request, UploadedFile};
pub(crate) use server::{Shared, serve};
pub(crate) use zip::tariff as tariff_archive;
