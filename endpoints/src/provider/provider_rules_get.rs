//! `provider_rules_get`: lists the rules of a provider.

use mor_api::{Endpoint, FromXml};

use super::{ProviderRuleFault, RuleSide};
use crate::{ProviderId, ProviderRuleId, TariffId};

/// Lists the rules of a provider. One without rules is refused with [`ProviderRuleFault::NoRules`].
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "provider_rules_get",
    effect = read,
    response = ProviderRules,
    fault = ProviderRuleFault,
)]
pub struct ProviderRulesGet {
    /// The provider.
    #[hash(order = 1)]
    pub provider_id: ProviderId,
}

/// The rules of a provider.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct ProviderRules {
    /// One for each rule.
    #[mor(path = "provider_rules/provider_rule", rows)]
    pub rules: Vec<ProviderRule>,
}

/// How the numbers of calls over a provider are rewritten.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct ProviderRule {
    /// Its ID.
    pub id: ProviderRuleId,
    /// The provider it belongs to.
    pub provider_id: ProviderId,
    /// Its name.
    pub name: String,
    /// Whether it is in force.
    pub enabled: bool,
    /// Digits it cuts.
    pub cut: Option<String>,
    /// Digits it adds.
    pub add: Option<String>,
    /// Shortest number it is for, in digits.
    pub minlen: u32,
    /// Longest number it is for, in digits.
    pub maxlen: u32,
    /// `pr_type`: which number it is about.
    #[mor(rename = "pr_type")]
    pub side: RuleSide,
    /// Whether it changes the caller ID's name, too.
    pub change_callerid_name: bool,
    /// The provider's tariff it changes to.
    pub tariff_id: Option<TariffId>,
    /// Whether it sets the SIP header *P-Asserted-Identity*.
    pub set_pai: bool,
    /// What it appends.
    pub suffix: Option<String>,
}
