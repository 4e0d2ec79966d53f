//! `provider_rule_create`: adds a rule to a provider.

use mor_api::{Endpoint, InvalidRequest};

use super::{ProviderRuleFault, RuleSide};
use crate::{Done, ProviderId, TariffId};

/// Adds a rule to a provider: how the numbers of calls over it are rewritten. It has to cut or add something.
///
/// The answer does not tell the new rule's ID: look it up with [`ProviderRulesGet`](super::ProviderRulesGet). Do not
/// repeat a call whose outcome is unknown before you have looked.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "provider_rule_create",
    effect = write,
    response = Done,
    fault = ProviderRuleFault,
    verify = "`provider_rules_get` of the `provider_id` lists its rules: look for the `name`",
    check = Self::check_change,
)]
pub struct ProviderRuleCreate {
    /// The provider that gets the rule.
    #[hash(order = 1)]
    pub provider_id: ProviderId,
    /// Its name, not blank.
    #[hash(order = 2)]
    pub name: String,
    /// Digits to cut.
    #[hash(order = 3)]
    pub cut: Option<String>,
    /// Digits to add.
    #[hash(order = 4)]
    pub add: Option<String>,
    /// Shortest number the rule is for, in digits; 1 if left out.
    #[nohash]
    pub minlen: Option<u32>,
    /// Longest number the rule is for, in digits; 100 if left out.
    #[nohash]
    pub maxlen: Option<u32>,
    /// `pr_type`: which number the rule is about; `dst` if left out.
    #[mor(rename = "pr_type")]
    #[nohash]
    pub side: Option<RuleSide>,
    /// The provider's tariff to change to.
    #[nohash]
    pub tariff_id: Option<TariffId>,
    /// Sets the SIP header *P-Asserted-Identity*.
    #[nohash]
    pub set_pai: Option<bool>,
    /// What to append; only where `pr_type` is `dst`.
    #[nohash]
    pub suffix: Option<String>,
    /// Changes the caller ID's name, too; off if left out.
    #[nohash]
    pub change_callerid_name: Option<bool>,
}

impl ProviderRuleCreate {
    #[inline]
    fn check_change(&self) -> Result<(), InvalidRequest> {
        let is_blank =
            |digits: &Option<String>| digits.as_deref().is_none_or(|digits| digits.trim().is_empty());
        if is_blank(&self.cut) && is_blank(&self.add) {
            return Err(InvalidRequest::new("cut", "one of `cut` and `add` is needed"));
        }
        Ok(())
    }
}
