//! What the functions themselves do. The auto-dialer has a state; all others answer with a sample of the catalog.

mod autodialer;
mod autodialer_poll;
mod autodialer_status;
mod autodialer_upload;
mod refusal;
pub(crate) mod sample;
mod user_login;

use crate::{
    accounts::{Account, Accounts},
    answer::Answer,
    caller::Caller,
    campaign::Campaign,
    catalog::Function,
    params::Params,
    request::UploadedFile,
    settings::Settings,
};

/// A request that has passed the checks common to all functions.
pub(crate) struct Call<'a> {
    pub(crate) function: &'static Function,
    pub(crate) params: &'a Params,
    pub(crate) caller: Caller<'a>,
    pub(crate) accounts: &'a Accounts,
    pub(crate) settings: &'a Settings,
    pub(crate) files: &'a [UploadedFile],
}

/// Runs the function.
pub(crate) fn run(call: &Call<'_>, campaigns: &mut [Campaign]) -> Answer {
    let name = call.function.name.as_str();
    if name == "user_login" {
        return user_login::answer(call);
    }
    match call.caller {
        Caller::Unknown => {
            if let Some(refusal) = refusal::unknown_caller(call.function) {
                return refusal;
            }
        }
        Caller::Known(account) if !credentials_fit(call, account) => {
            return refusal::unknown_caller(call.function).unwrap_or_else(refusal::access_denied);
        }
        Caller::Known(_) | Caller::NotNeeded => {}
    }
    match name {
        "autodialer_get_campaign_ivr_poll_results" => autodialer_poll::answer(call, campaigns),
        "autodialer_change_campaign_status" => autodialer_status::answer(call, campaigns),
        "autodialer_upload_numbers" => autodialer_upload::answer(call, campaigns),
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
