//! The functions. Those of the auto-dialer, of payments, balances and short messages, of users, devices and DIDs have a
//! state; all others answer with a sample of the catalog.

mod autodialer;
mod autodialer_poll;
mod autodialer_status;
mod autodialer_upload;
mod device_create;
mod device_delete;
mod devices_get;
mod did;
mod did_create;
mod did_device_assign;
mod did_device_unassign;
mod dids_get;
mod payment_create;
mod payments_get;
mod refusal;
pub(crate) mod sample;
mod sms_send;
mod user_balance;
mod user_calls_get;
mod user_delete;
mod user_login;
mod user_register;
mod users_get;

use crate::{
    catalog::Function,
    dispatch::Caller,
    http::{Answer, Params, UploadedFile},
    state::{Account, Change, ServerState},
};

/// A request that has passed the checks common to all functions.
pub(crate) struct Call<'a> {
    pub(crate) function: &'a Function,
    pub(crate) params: &'a Params,
    pub(crate) caller: Caller<'a>,
    pub(crate) state: &'a ServerState,
    pub(crate) files: &'a [UploadedFile],
    /// Parameters that were sent and are not among `params`, because of their values.
    pub(crate) dropped: &'a [String],
}

/// A decided change of the state.
pub(crate) type Update = Box<dyn FnOnce(&mut ServerState)>;

/// The result of a function: its response, and the change if it was executed. A function only decides; the state changes
/// afterwards.
pub(crate) struct Done {
    pub(crate) answer: Answer,
    pub(crate) executed: Option<(Change, Update)>,
}

impl Done {
    pub(crate) fn executed(
        change: Change,
        answer: Answer,
        update: impl FnOnce(&mut ServerState) + 'static,
    ) -> Self {
        Self { answer, executed: Some((change, Box::new(update))) }
    }

    /// A success of a function without a state.
    pub(crate) fn sample(answer: Answer) -> Self {
        Self::executed(Change::Sample, answer, |_| {})
    }
}

/// A refusal, or the answer of a function that changes nothing.
impl From<Answer> for Done {
    fn from(answer: Answer) -> Self {
        Self { answer, executed: None }
    }
}

/// Functions that refuse a missing parameter themselves, after the rights of the caller.
const CHECKS_ITSELF: [&str; 3] = [
    "autodialer_get_campaign_ivr_poll_results",
    "autodialer_change_campaign_status",
    "autodialer_upload_numbers",
];

/// Runs the function.
pub(crate) fn run(call: &Call<'_>) -> Done {
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
        "autodialer_get_campaign_ivr_poll_results" => autodialer_poll::answer(call).into(),
        "autodialer_get_campaign_statistics" => match autodialer::campaign(call) {
            Ok(_) => sample::answer(call),
            Err(refusal) => refusal.into(),
        },
        "autodialer_change_campaign_status" => autodialer_status::answer(call),
        "autodialer_upload_numbers" => autodialer_upload::answer(call),
        "device_create" => device_create::answer(call),
        "device_delete" => device_delete::answer(call),
        "devices_get" => devices_get::answer(call),
        "did_create" => did_create::answer(call),
        "did_device_assign" => did_device_assign::answer(call),
        "did_device_unassign" => did_device_unassign::answer(call),
        "dids_get" => dids_get::answer(call),
        "payment_create" => payment_create::answer(call),
        "payments_get" => payments_get::answer(call),
        "sms_send" => sms_send::answer(call),
        "user_calls_get" => user_calls_get::answer(call),
        "user_balance_get" => user_balance::get(call),
        "user_balance_update" => user_balance::update(call),
        "user_delete" => user_delete::answer(call),
        "user_register" => user_register::answer(call),
        "users_get" => users_get::answer(call),
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
