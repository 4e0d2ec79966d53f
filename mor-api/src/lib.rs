#![cfg_attr(feature = "derive", doc = include_str!("../README.md"))]
#![cfg_attr(
    not(feature = "derive"),
    doc = "Signing, encoding and decoding for the HTTP API of the Kolmisoft MOR VoIP billing switch."
)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate self as mor_api;

mod call;
mod charset;
mod classify;
#[cfg(feature = "client")]
mod client;
mod credentials;
mod endpoint;
mod error;
mod explain;
mod fault;
mod form;
mod function_name;
mod hash;
mod id;
mod kind;
mod listing;
mod multipart;
mod outcome;
mod param;
mod prepare;
mod prepared;
mod redactor;
mod response;
mod rule;
mod self_check;
mod server;
mod shape;
mod spec;
#[cfg(feature = "zip")]
mod unzip;
mod upload;
mod value;
mod xml;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

/// The crates of the types in which money and times are, for those who do not depend on them otherwise.
pub use {jiff, rust_decimal};

pub use call::CallOptions;
pub use charset::to_utf8;
pub use classify::{Archive, Body, classify};
#[cfg(feature = "blocking")]
pub use client::blocking;
#[cfg(feature = "client")]
pub use client::{
    AnswerBody, AsFinished, Call, Client, ClientBuilder, HttpBody, HttpTransport, InOrder, RetryBudget,
    RetryPolicy, RowStream, Rows, SendAll, StreamTransport, Transport, retry,
};
pub use credentials::Credentials;
pub use endpoint::Endpoint;
pub use error::{
    AnswerError, ConfigError, Error, ErrorKind, InvalidRequest, Partial, RawAnswer, RequestError, TlsProblem,
    TransportError, Unexpected,
};
pub use explain::Explanation;
pub use fault::{AnyFault, CommonFault, Fault, Refused};
pub use function_name::InvalidFunctionName;
pub use hash::Hash;
pub use kind::Kind;
pub use listing::Listing;
pub use outcome::{Advice, Outcome};
pub use param::{Param, ParamSet, ParamValue, Params};
pub use prepared::{BodyPart, PreparedRequest};
pub use redactor::Redactor;
pub use response::{Response, decode_answer, decode_redacted};
pub use rule::Rule;
pub use server::{Method, Server};
pub use shape::{Field, FieldShape, Presence, Record, RecordShape, ValueShape};
pub use spec::{Effect, HashSlot, Identity, ParamSpec, Spec};
pub use upload::Upload;
#[cfg(feature = "serde")]
pub use value::Exposed;
pub use value::{CommaList, Flag, FlagWord, Limit, Money, Secret, ServerTime, UnknownWord};
pub use xml::{
    DecodeError, DecodeErrorKind, Document, Element, ElementMap, FromText, FromXml, InvalidRowPath, Refusal,
    RowDecoder, RowPath, RowReader, Unknown, from_xml, from_xml_strict,
};

#[cfg(feature = "derive")]
pub use mor_api_derive::{Endpoint, Fault, FromXml, ParamSet, WireEnum};
