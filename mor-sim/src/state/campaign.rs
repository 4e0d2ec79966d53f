//! Campaigns of the auto-dialer.

use serde::Deserialize;

/// A campaign that calls a list of numbers one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// Id in the database.
    pub id: u64,
    /// Shown in refusals to start.
    pub name: String,
    /// Username of the account the campaign belongs to.
    pub owner: String,
    /// Whether it is calling now.
    #[serde(default)]
    pub running: bool,
    /// Whether it has actions for an answered call. Without actions it does not start.
    #[serde(default)]
    pub actions: bool,
    /// Numbers waiting to be called.
    #[serde(default)]
    pub numbers: Vec<String>,
    /// Numbers called already.
    #[serde(default)]
    pub called: Vec<String>,
    /// Answers that the called people keyed in, as the server sends them: one record per line, fields separated by commas.
    #[serde(default)]
    pub poll_results: String,
}

impl Campaign {
    /// Whether the campaign has any number, called or not.
    #[must_use]
    pub fn has_numbers(&self) -> bool {
        !self.numbers.is_empty() || !self.called.is_empty()
    }

    pub(crate) fn knows(&self, number: &str) -> bool {
        self.numbers.iter().chain(&self.called).any(|known| known == number)
    }
}
