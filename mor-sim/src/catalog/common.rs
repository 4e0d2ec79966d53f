//! The part of `COMMON.toml` that the simulator works with: the order of the global hash list.

use std::sync::LazyLock;

use serde::Deserialize;

/// The facts that all functions share, as far as they are data; the rules in prose are implemented by hand.
#[derive(Debug, Deserialize)]
pub(crate) struct Common {
    pub(crate) hash: GlobalHash,
    #[cfg(test)]
    #[serde(rename = "vector")]
    pub(crate) vectors: Vec<super::Vector>,
}

/// The order in which a server hashes the parameters of all older functions.
#[derive(Debug, Deserialize)]
pub(crate) struct GlobalHash {
    global_order_x5: Vec<String>,
    global_order_x8_appended: Vec<String>,
}

impl GlobalHash {
    /// The list of an X8 server.
    pub(crate) fn order(&self) -> impl Iterator<Item = &str> {
        self.global_order_x5.iter().chain(&self.global_order_x8_appended).map(String::as_str)
    }
}

#[expect(clippy::expect_used, reason = "the file is embedded, and the tests parse it")]
static COMMON: LazyLock<Common> =
    LazyLock::new(|| toml::from_str(include_str!("../../catalog/COMMON.toml")).expect("COMMON.toml parses"));

pub(crate) fn common() -> &'static Common {
    &COMMON
}
