//! The refusals of the functions for rules of providers.

use mor_api::Fault;

/// Why a function for rules of providers refuses.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum ProviderRuleFault {
    /// There is no provider with this ID.
    #[fault("Provider was not found")]
    ProviderNotFound,
    /// There is no rule with this ID, or it is not the caller's to change.
    #[fault("Provider rule was not found")]
    NotFound,
    /// The provider has no rules: what another function would answer with an empty list.
    #[fault("Provider has no rules")]
    NoRules,
    /// The name is empty.
    #[fault("name cannot be blank")]
    NameMissing,
    /// Both `cut` and `add` are blank.
    #[fault("both add and cut cannot be blank")]
    CutAndAddMissing,
    /// The rule could not be added; the server does not say why.
    #[fault("Add failed")]
    NotAdded,
}
