//! x
#![deny(warnings, missing_docs, clippy::pedantic)]
#![allow(dead_code)]
use mor_api::{CommonFault, Fault, FromXml, WireEnum};

/// a
#[derive(Debug, FromXml)]
#[mor(root = "page/status")]
pub struct A {
    /// x
    pub a: u64,
    b: Vec<B>,
    c: Option<u64>,
    #[mor(attribute)]
    d: u64,
    #[mor(text, default)]
    e: String,
    #[mor(rest)]
    f: mor_api::ElementMap,
    #[mor(default)]
    g: Option<B>,
    #[mor(path = "users/user")]
    h: Vec<B>,
    r#type: String,
}
#[derive(Debug, FromXml)]
struct B {}

#[derive(Debug, Clone, PartialEq, Eq, Fault)]
enum PollFault {
    /// doc
    #[fault("Campaign was not found")]
    CampaignNotFound,
    #[fault("No numbers", "Campaign does not have any Numbers")]
    NoNumbers,
    #[fault(starts_with = "No free numbers for Campaign:")]
    NoFree(String),
    #[fault(common)]
    Common(CommonFault),
    #[fault(other)]
    Other(String),
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, WireEnum)]
enum OrderBy {
    Time,
    Src,
    #[mor(value = "nice", aliases = ["nicer"])]
    NiceBillsec,
}
#[derive(Debug, Clone, PartialEq, Eq, WireEnum)]
enum Other {
    Time,
    Src,
    #[mor(other)]
    Other(String),
}
