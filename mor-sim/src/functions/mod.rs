//! What the functions themselves do. The auto-dialer, payments, balances and short messages have a state; all others
//! answer with a sample of the catalog, of calls with those of the period.

mod autodialer;
mod autodialer_poll;
mod autodialer_status;
mod autodialer_upload;
mod payment_create;
mod payments_get;
mod refusal;
pub(crate) mod sample;
mod sms_send;
mod user_balance;
mod user_calls_get;
mod user_login;

use crate::{
    catalog::Function,
    dispatch::Caller,
    http::{Answer, Params, UploadedFile},
    state::{Account, Accounts, Campaign, Change, Payments, Settings},
};

/// A request that has passed the checks common to all functions.
pub(crate) struct Call<'a> {
    pub(crate) function: &'static Function,
    pub(crate) params: &'a Params,
    pub(crate) caller: Caller<'a>,
    pub(crate) accounts: &'a Accounts,
    pub(crate) settings: &'a Settings,
    pub(crate) payments: &'a Payments,
    /// How many short messages were sent before.
    pub(crate) messages: u64,
    pub(crate) files: &'a [UploadedFile],
    /// Parameters that were sent and are not among `params`, because of their values.
    pub(crate) dropped: &'a [String],
}

/// What came of a function: its answer, and what it changes if it has been executed.
pub(crate) struct Done {
    pub(crate) answer: Answer,
    pub(crate) change: Option<Change>,
}

impl Done {
    pub(crate) fn executed(change: Change, answer: Answer) -> Self {
        Self { answer, change: Some(change) }
    }
}

/// A refusal, or the answer of a function that changes nothing.
impl From<Answer> for Done {
    fn from(answer: Answer) -> Self {
        Self { answer, change: None }
    }
}

/// They refuse a missing parameter themselves, after the rights of the caller.
const CHECKS_ITSELF: [&str; 3] = [
    "autodialer_get_campaign_ivr_poll_results",
    "autodialer_change_campaign_status",
    "autodialer_upload_numbers",
];

/// Runs the function. Campaigns are changed here; all other changes are left to the caller.
pub(crate) fn run(call: &Call<'_>, campaigns: &mut [Campaign]) -> Done {
    let name = call.function.name.as_str();
    if name == "user_login" {
        return user_login::answer(call).into();
    }
    match call.caller {
        Caller::Unknown => {
            if let Some(refusal) = refusal::unknown_caller(call.function) {
                return refusal.into();
            }
        }
        Caller::Known(account) if !credentials_fit(call, account) => {
            return refusal::unknown_caller(call.function).unwrap_or_else(refusal::access_denied).into();
        }
        Caller::Known(_) | Caller::NotNeeded => {}
    }
    if !CHECKS_ITSELF.contains(&name)
        && let Some(refusal) = refusal::missing(call)
    {
        return refusal.into();
    }
    match name {
        "autodialer_get_campaign_ivr_poll_results" => autodialer_poll::answer(call, campaigns).into(),
        "autodialer_get_campaign_statistics" => match autodialer::campaign(call, campaigns) {
            Ok(_) => sample::answer(call),
            Err(refusal) => refusal.into(),
        },
        "autodialer_change_campaign_status" => autodialer_status::answer(call, campaigns),
        "autodialer_upload_numbers" => autodialer_upload::answer(call, campaigns),
        "payment_create" => payment_create::answer(call),
        "payments_get" => payments_get::answer(call),
        "sms_send" => sms_send::answer(call),
        "user_calls_get" => user_calls_get::answer(call),
        "user_balance_get" => user_balance::get(call),
        "user_balance_update" => user_balance::update(call),
        _ => sample::answer(call),
    }
}

/// Two functions look at the password besides `user_login`; one of them takes the uniquehash in its place.
fn credentials_fit(call: &Call<'_>, account: &Account) -> bool {
    let password = call.params.filled("p").is_some_and(|password| account.has_password(password));
    match call.function.name.as_str() {
        "morphone_details_get" => password,
        "users_get" => {
            password
                || call
                    .params
                    .filled("uniquehash")
                    .is_some_and(|uniquehash| account.has_uniquehash(uniquehash))
        }
        _ => true,
    }
}
