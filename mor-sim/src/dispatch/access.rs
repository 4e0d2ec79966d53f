//! The checks between the wire and the function: API enabled, GET enabled, hash right.

use super::caller::Caller;
use crate::{
    catalog::{Function, HashRule},
    hash::{self, HashInput, NotChecked, Signed, Verdict},
    http::Params,
    state::{Accounts, Settings},
};

/// These take GET whatever the settings say.
const ALWAYS_GET: [&str; 4] = [
    "user_balance_get",
    "user_balance_get_by_psw",
    "user_balance_get_by_username",
    "user_simple_balance_get",
];

/// What the checks of one request depend on.
pub(crate) struct AccessCheck<'a> {
    pub(crate) function: &'a Function,
    pub(crate) caller: Caller<'a>,
    pub(crate) accounts: &'a Accounts,
    pub(crate) settings: &'a Settings,
}

impl AccessCheck<'_> {
    /// The refusal that comes before the hash is looked at.
    pub(crate) fn disabled(&self, method: &str) -> Option<&'static str> {
        // This internal function checks nothing at all, and an unknown caller is left to the function.
        let is_unchecked = self.function.name == "invoice_xlsx_generate";
        if is_unchecked || matches!(self.caller, Caller::Unknown) {
            return None;
        }
        if !self.caller.is_let_in(self.accounts, self.settings) {
            return Some("API Requests are disabled");
        }
        let always = ALWAYS_GET.contains(&self.function.name.as_str());
        let takes_get = self.function.get && (self.settings.allow_get || always);
        (method != "POST" && !takes_get).then_some("GET Requests are disabled")
    }

    pub(crate) fn check_hash(&self, input: HashInput, params: &Params) -> Verdict {
        if self.function.hash == HashRule::None {
            return Verdict::NotChecked(NotChecked::NoHash);
        }
        if !self.settings.check_hash {
            return Verdict::NotChecked(NotChecked::SwitchedOff);
        }
        let Some(account) = self.caller.account() else {
            return Verdict::NotChecked(NotChecked::UnknownCaller);
        };
        let keys = self.accounts.keys(account, self.settings);
        let other_secrets = self.accounts.secrets_but(&keys);
        let request = Signed { function: Some(self.function), params, keys, other_secrets };
        let (is_right, check) = hash::check(&request, input);
        if is_right { Verdict::Accepted(check) } else { Verdict::Refused(check) }
    }
}
