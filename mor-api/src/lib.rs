#![cfg_attr(feature = "derive", doc = include_str!("../README.md"))]
#![cfg_attr(
    not(feature = "derive"),
    doc = "Signing, encoding and decoding for the HTTP API of the Kolmisoft MOR VoIP billing switch."
)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate self as mor_api;

mod answer;
#[cfg(feature = "client")]
mod client;
mod declare;
mod error;
mod request;
mod value;
mod xml;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private_0_1;

/// The crates of the types in which money and times are, for those who do not depend on them otherwise.
pub use {jiff, rust_decimal};

pub use answer::{
    Advice, Archive, InvalidRowPath, Outcome, Payload, Redactor, Response, RowDecoder, RowPath, RowReader,
    classify, decode_answer, decode_redacted, to_utf8,
};
#[cfg(feature = "blocking")]
pub use client::blocking;
#[cfg(feature = "client")]
pub use client::{
    AnswerBody, AsFinished, Call, Client, ClientBuilder, HttpBody, HttpTransport, InOrder, RetryBudget,
    RetryPolicy, RowStream, Rows, SendAll, StreamTransport, Transport, retry,
};
pub use declare::{
    AnyFault, CommonFault, Effect, Endpoint, Fault, Field, FieldShape, HashSlot, Identity,
    InvalidFunctionName, Kind, Listing, Param, ParamSet, ParamSpec, ParamValue, Params, Presence, Record,
    RecordShape, Refused, Rule, Spec, ValueShape,
};
pub use error::{
    AnswerError, ConfigError, Error, ErrorKind, Failure, InvalidRequest, Partial, RawAnswer, RequestError,
    TlsProblem, TransportError, Unexpected,
};
pub use request::{
    BodyPart, CallOptions, Credentials, Explanation, Hash, Method, PreparedRequest, Server, Upload,
};
#[cfg(feature = "serde")]
pub use value::Exposed;
pub use value::{CommaList, Flag, FlagWord, Limit, Money, Secret, ServerTime, UnknownWord};
pub use xml::{
    DecodeError, DecodeErrorKind, Document, Element, ElementMap, FromText, FromXml, Refusal, Unknown,
    from_xml, from_xml_strict,
};

#[cfg(feature = "derive")]
pub use mor_api_derive::{Endpoint, Fault, FromXml, ParamSet, WireEnum};
