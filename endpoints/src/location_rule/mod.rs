//! Localization rules of locations.

mod assignment;
mod fault;
mod location_filter;
mod location_rule_copy;
mod location_rule_create;
mod location_rule_delete;
mod location_rule_get;
mod location_rule_update;
mod location_rules_get;
mod rule;
mod settings;

pub use assignment::Assignment;
pub use fault::LocationRuleFault;
pub use location_filter::LocationFilter;
pub use location_rule_copy::LocationRuleCopy;
pub use location_rule_create::{LocationRuleCreate, LocationRuleCreated};
pub use location_rule_delete::LocationRuleDelete;
pub use location_rule_get::{LocationRuleFound, LocationRuleGet};
pub use location_rule_update::LocationRuleUpdate;
pub use location_rules_get::{Location, LocationRules, LocationRulesGet};
pub use rule::{LocationRule, LocationRuleType};
pub use settings::LocationRuleSettings;
