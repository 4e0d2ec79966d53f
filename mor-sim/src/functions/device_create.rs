//! `device_create`: creates a device for a user.

use secrecy::ExposeSecret as _;

use super::{Call, Done, did::is_number};
use crate::{
    http::{Answer, xml},
    state::{Account, Change, Device, Role},
};

/// Types, as the switch writes them. Names in requests are compared without regard to case.
const TYPES: [&str; 9] = ["SIP", "PJSIP", "IAX2", "FAX", "Virtual", "H323", "ZAP", "Skype", "dahdi"];

/// Every number of a device group is accepted, because the simulator has no groups.
pub(super) fn answer(call: &Call<'_>) -> Done {
    match checked(call) {
        Err(message) => Answer::error("page/error", message).into(),
        Ok(device) => created(device),
    }
}

fn checked(call: &Call<'_>) -> Result<Device, &'static str> {
    let caller = call.caller.account().ok_or("Bad login")?;
    if caller.role == Role::User {
        return Err("Access Denied");
    }
    let id = call.params.get("user_id").and_then(|id| id.parse().ok());
    let user = id.and_then(|id| user(call, caller, id)).ok_or("User was not found")?;
    let inventory = &call.state.inventory;
    let mut device = Device::new(inventory.next_device(), user.id);
    let kind = kind(call.params.filled("type"), caller).ok_or("Device type invalid")?;
    kind.clone_into(&mut device.kind);
    let is_numeric = |name| call.params.filled(name).is_none_or(is_number);
    if !is_numeric("devicegroup_id") {
        return Err("Device group invalid");
    }
    // Sent empty: the device gets no PIN. Left out: the server chooses one.
    if let Some(pin) = call.params.get("pin") {
        device.pin = (!pin.is_empty()).then(|| pin.into());
        if !is_numeric("pin") {
            return Err("PIN must be numeric");
        }
        if inventory.devices.iter().any(|known| has_pin(known, pin)) {
            return Err("PIN is already used");
        }
    }
    if !is_numeric("caller_id") {
        return Err("CallerID must be numeric");
    }
    if !is_numeric("call_timeout") {
        return Err("Device Call Timeout must be greater than or equal to 0");
    }
    let text = |name| call.params.get(name).unwrap_or_default().to_owned();
    (device.caller_id, device.description) = (text("caller_id"), text("description"));
    Ok(device)
}

/// A user of the caller, or the caller itself.
fn user<'a>(call: &Call<'a>, caller: &'a Account, id: u64) -> Option<&'a Account> {
    let acting = call.state.accounts.acting(caller);
    call.state.accounts.owned_by(caller, id).or_else(|| (acting.id == id).then_some(acting))
}

/// Resellers get no `dahdi` device.
fn kind(typed: Option<&str>, caller: &Account) -> Option<&'static str> {
    let typed = typed.unwrap_or("SIP");
    let kind = TYPES.into_iter().find(|kind| kind.eq_ignore_ascii_case(typed))?;
    (kind != "dahdi" || caller.role != Role::Reseller).then_some(kind)
}

fn has_pin(device: &Device, pin: &str) -> bool {
    !pin.is_empty() && device.pin.as_ref().is_some_and(|known| known.expose_secret() == pin)
}

fn created(device: Device) -> Done {
    let id = device.id;
    let password = device.password.as_ref().map_or("", |password| password.expose_secret());
    let text = format!(
        "{}<page>\n  <status>Device created</status>\n  <id>{id}</id>\n  <username>{}</username>\n  \
         <password>{}</password>\n</page>\n",
        xml::DECLARATION,
        xml::escape(&device.username),
        xml::escape(password),
    );
    Done::executed(Change::Device { id }, Answer::xml(text), |state| state.inventory.add_device(device))
}
