//! `provider_rule_delete`: deletes a rule of a provider.

use mor_api::Endpoint;

use super::ProviderRuleFault;
use crate::{Done, ProviderRuleId};

/// Deletes a rule of a provider; for admin, reseller and accountant.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "provider_rule_delete",
    effect = write,
    response = Done,
    fault = ProviderRuleFault,
    verify = "`provider_rules_get` of the provider no longer lists the rule",
)]
pub struct ProviderRuleDelete {
    /// The rule to delete.
    #[hash(order = 1)]
    pub provider_rule_id: ProviderRuleId,
}
