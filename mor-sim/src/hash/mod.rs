//! The server's side of the hash: SHA-1 over some parameter values in a fixed order, then the secret key.

mod check;
mod deviation;
mod diagnosis;
mod form;
mod forms;
mod global;
mod list;
mod recipes;
mod search;
mod verdict;

pub(crate) use check::{Key, Signed, abbreviation, check, guess};
pub use deviation::{Deviation, SecretKind};
pub use diagnosis::Diagnosis;
pub use verdict::{HashCheck, NotChecked, Verdict};

use crate::{
    catalog::{self, Function, HashRule},
    http::Params,
};

/// What goes into the hash of one request.
#[derive(Default)]
pub(crate) struct HashInput {
    /// Hashed parameters in order, each with its text as hashed.
    pub(crate) parts: Vec<(String, String)>,
    /// Parameters the server threw away because of their value; the function does not see them either.
    pub(crate) dropped: Vec<String>,
    /// Every parameter of the list that was sent, in the order of the list and as sent.
    pub(crate) listed: Vec<(String, String)>,
}

/// Functions for which an X8 server has a list of its own instead of the global one.
const OWN_LIST: [&str; 18] = [
    "subscription_delete",
    "subscriptions_get",
    "subscription_update",
    "user_sms_service_subscribe",
    "voucher_use",
    "did_subscription_stop",
    "calling_card_update",
    "cc_group_create",
    "calling_cards_get",
    "cc_groups_get",
    "calling_cards_create",
    "cc_group_update",
    "user_sms_get",
    "recordings_get",
    "device_update",
    "pbx_pool_create",
    "users_get",
    "quickstats_get",
];

/// Whether the global list is in force. Functions known from the wiki alone came after X8, with lists of their own;
/// `monitoring_addon_activate` was removed before X5, and its first parameter is on the list of X3 only. A function that
/// was added to a simulator has the list of its description.
fn uses_global_list(function: &Function) -> bool {
    function.hash == HashRule::Checked
        && catalog::find(&function.name).is_some()
        && function.confidence.contains("server")
        && !OWN_LIST.contains(&function.name.as_str())
        && function.name != "monitoring_addon_activate"
}

/// Selects and converts the values that a request to this function is hashed from.
pub(crate) fn input(function: &Function, params: &Params) -> HashInput {
    if uses_global_list(function) {
        global::input(&function.name, params)
    } else {
        list::input(function, params)
    }
}

#[cfg(test)]
mod diagnosis_tests;
#[cfg(test)]
mod tests;
