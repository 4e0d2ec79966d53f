//! `devices_get`: the devices of one user.

use std::fmt::Write as _;

use secrecy::ExposeSecret as _;

use super::{Call, Done, sample};
use crate::{
    http::{Answer, xml},
    state::Device,
};

/// The catalog's sample, until there are users, devices or DIDs of the simulator's own.
///
/// The first device of a user is the primary one. No device is hidden or registered.
pub(super) fn answer(call: &Call<'_>) -> Done {
    if !call.state.inventory.is_used {
        return sample::answer(call);
    }
    match checked(call) {
        Err(message) => Answer::error("page/error", message).into(),
        Ok(devices) => {
            let mut text = format!("{}<page>\n  <devices>\n", xml::DECLARATION);
            for (place, device) in devices.into_iter().enumerate() {
                write(&mut text, device, place == 0);
            }
            text.push_str("  </devices>\n</page>\n");
            Answer::xml(text).into()
        }
    }
}

fn checked<'a>(call: &Call<'a>) -> Result<Vec<&'a Device>, &'static str> {
    let caller = call.caller.account().ok_or("Bad login")?;
    let accounts = &call.state.accounts;
    let id = call.params.filled("user_id").ok_or("user_id is empty")?;
    let user = id.parse().ok().and_then(|id| accounts.by_id(id)).ok_or("User not found")?;
    if user.id != accounts.acting(caller).id && accounts.owned_by(caller, user.id).is_none() {
        return Err("Access Denied");
    }
    let devices: Vec<&Device> = call.state.inventory.devices_of(user.id).collect();
    if devices.is_empty() { Err("Device not found") } else { Ok(devices) }
}

fn write(text: &mut String, device: &Device, is_primary: bool) {
    let secret = device.password.as_ref().map_or("", |password| password.expose_secret());
    let caller_id = match device.caller_id.as_str() {
        "" => String::new(),
        number => format!("<{number}>"),
    };
    let fields = [
        ("device_id", device.id.to_string()),
        ("device_type", device.kind.clone()),
        ("devicegroup_id", "0".to_owned()),
        ("primary_device", if is_primary { "yes" } else { "no" }.to_owned()),
        ("username", device.username.clone()),
        ("secret", secret.to_owned()),
        ("ipaddr", "0.0.0.0".to_owned()),
        ("port", "0".to_owned()),
        ("callerid", caller_id),
    ];
    text.push_str("    <device>\n");
    for (name, value) in fields {
        let _ = writeln!(text, "      <{name}>{}</{name}>", xml::escape(&value));
    }
    text.push_str("    </device>\n");
}
