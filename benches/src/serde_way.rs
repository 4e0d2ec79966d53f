//! The call list by quick-xml's serde layer.
//!
//! The least that a program can ask for: what is a text stays one, and so do times and exact amounts, for which
//! serde users would need functions of their own. Our typed rows hold dates, decimals and ids, so what they do more
//! is not counted in their favour.

use serde::Deserialize;

/// The answer; what is around the rows is left out.
#[derive(Debug, Deserialize)]
pub struct Page {
    /// `calls_stat`.
    pub calls_stat: Stat,
}

/// What is in `calls_stat`.
#[derive(Debug, Deserialize)]
pub struct Stat {
    /// The element around the rows.
    pub calls: Calls,
}

/// What is in `calls`.
#[derive(Debug, Deserialize)]
pub struct Calls {
    /// The rows.
    #[serde(default)]
    pub call: Vec<Call>,
}

/// A row: the 21 fields.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names of the elements")]
pub struct Call {
    pub calldate2: String,
    pub timezone: Option<String>,
    pub clid: Option<String>,
    pub destination: Option<String>,
    pub did: Option<String>,
    pub dispod: Option<String>,
    pub dst: Option<String>,
    pub id: Option<String>,
    pub nice_billsec: Option<u64>,
    pub nice_reseller: Option<String>,
    pub prefix: Option<String>,
    pub profit: Option<String>,
    pub provider_name: Option<String>,
    pub provider_price: Option<String>,
    pub provider_rate: Option<String>,
    pub server_id: Option<u64>,
    pub src: Option<String>,
    pub user: Option<String>,
    pub user_price: Option<String>,
    pub user_rate: Option<String>,
    pub uniqueid: Option<String>,
}

/// Decodes the rows.
pub fn calls(xml: &str) -> Result<Vec<Call>, quick_xml::DeError> {
    quick_xml::de::from_str::<Page>(xml).map(|page| page.calls_stat.calls.call)
}
