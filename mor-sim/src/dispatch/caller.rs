//! Who calls.

use crate::{
    catalog::{CallerRule, Function},
    http::Params,
    state::{Account, Accounts, Settings},
};

/// The account a request is made for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Caller<'a> {
    Known(&'a Account),
    /// The server then checks neither settings nor hash and leaves the refusal to the function.
    Unknown,
    /// The function has no caller.
    NotNeeded,
}

impl<'a> Caller<'a> {
    /// Finds the caller as an X8 server does: by `u`, with three exceptions.
    pub(crate) fn find(function: &Function, params: &Params, accounts: &'a Accounts) -> Self {
        if function.caller == CallerRule::None {
            return Self::NotNeeded;
        }
        let param = |name| params.filled(name).unwrap_or_default();
        let by_name = accounts.find(param("u"));
        let account = match function.name.as_str() {
            "user_register" => accounts.by_uniquehash(param("id")),
            "user_balance_get" => accounts.find(param("username")),
            "user_login" => by_name.filter(|account| account.has_password(param("p"))),
            _ => by_name,
        };
        account.map_or(Self::Unknown, Self::Known)
    }

    pub(crate) fn account(self) -> Option<&'a Account> {
        match self {
            Self::Known(account) => Some(account),
            Self::Unknown | Self::NotNeeded => None,
        }
    }

    /// Whether the server takes API requests from this caller.
    pub(crate) fn is_let_in(self, accounts: &Accounts, settings: &Settings) -> bool {
        match self {
            Self::Known(account) => accounts.lets_in(account, settings),
            Self::Unknown => true,
            Self::NotNeeded => settings.allow_api,
        }
    }
}
