//! Providers, who carry calls on, and their rules.

mod fault;
mod provider_create;
mod provider_delete;
mod provider_row;
mod provider_rule_create;
mod provider_rule_delete;
mod provider_rules_get;
mod provider_update;
mod providers_get;
mod rule_fault;
mod rule_side;
mod settings;

pub use fault::ProviderFault;
pub use provider_create::{ProviderCreate, ProviderCreated};
pub use provider_delete::ProviderDelete;
pub use provider_row::Provider;
pub use provider_rule_create::ProviderRuleCreate;
pub use provider_rule_delete::ProviderRuleDelete;
pub use provider_rules_get::{ProviderRule, ProviderRules, ProviderRulesGet};
pub use provider_update::ProviderUpdate;
pub use providers_get::{Providers, ProvidersGet};
pub use rule_fault::ProviderRuleFault;
pub use rule_side::RuleSide;
pub use settings::{DtmfMode, NetworkType, ProviderSettings, Technology};
