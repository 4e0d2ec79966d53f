//! Nothing a server sends makes the decoder panic, and nothing that ends too early is a success.

mod documents;
mod leaves;
mod poll_text;
mod reader;
mod records;
mod rows;
mod soup;
mod truncation;

use http::{HeaderMap, StatusCode};
use mor_api::{ElementMap, Error, FromXml, Money, ServerTime, decode_answer};
use mor_endpoints::autodialer::{AutodialerGetCampaignIvrPollResults, PollFault, PollResults};
use proptest::prelude::ProptestConfig;

/// As many cases as that, or as `PROPTEST_CASES` says; without files of past failures, which become tests of
/// their own.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// A record with a field of every kind.
#[derive(Debug, FromXml)]
#[mor(root = "page")]
pub(crate) struct Everything {
    #[mor(attribute)]
    version: Option<u64>,
    status: Option<Status>,
    #[mor(path = "users/user", default)]
    users: Vec<User>,
    balance: Option<Money>,
    #[mor(path = "users/@count")]
    count: Option<u32>,
    #[mor(rest)]
    rest: ElementMap,
}

#[derive(Debug, FromXml)]
struct Status {
    #[mor(text)]
    text: Option<String>,
    success: Option<String>,
}

#[derive(Debug, PartialEq, FromXml)]
pub(crate) struct User {
    #[mor(attribute)]
    id: Option<i64>,
    #[mor(rename = "name", default)]
    name: String,
    active: Option<bool>,
    since: Option<ServerTime>,
}

/// Whatever a page holds.
#[derive(Debug, FromXml)]
#[mor(root = "page")]
pub(crate) struct Page {
    #[mor(rest)]
    rest: ElementMap,
}

/// Poll answers and records with everything XML has to offer.
pub(crate) const COMPLETE: [&str; 3] = [
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<page>\n  <status>\n    <ivr_poll_results_string>1111\n2222,2020-01-01 01:01:01,2090-12-31 23:59:59</ivr_poll_results_string>\n  </status>\n</page>",
    "<page version=\"1\"><users count=\"2\"><user id=\"1\"><name>A &amp; B</name></user><user/></users></page>",
    "<!DOCTYPE page [<!ENTITY a \"b\">]><!-- c --><page><status>x<![CDATA[ > ]]></status><balance>1.50 EUR</balance></page>",
];
pub(crate) fn decode(body: &[u8]) -> Result<PollResults, Error<PollFault>> {
    decode_answer::<AutodialerGetCampaignIvrPollResults>(StatusCode::OK, &HeaderMap::new(), body)
}
