//! `user_register`: creates a user with one device, under the owner whose uniquehash is sent.

use secrecy::ExposeSecret as _;

use super::{Call, Done, did::is_number};
use crate::{
    http::{Answer, xml},
    state::{Account, Change, Device, Role},
};

/// Parameters whose digits become CLIs of the device, and the refusals if another device has the CLI.
const PHONES: [(&str, &str); 3] = [
    ("mob_phone", "User with such mobile phone number already exists"),
    ("phone", "User with such phone number already exists"),
    ("fax", "User with such fax number already exists"),
];

/// The refusals come in the order of the catalog.
///
/// The simulator has no password rules, LCRs, tariffs, locations and default users: every value of these is accepted.
/// Only the admin gets resellers and accountants; under another owner every new account is a user.
pub(super) fn answer(call: &Call<'_>) -> Done {
    match checked(call) {
        Err(message) => Answer::error("page/status/error", message).into(),
        Ok((account, device)) => registered(call, account, device),
    }
}

fn checked(call: &Call<'_>) -> Result<(Account, Device), &'static str> {
    let state = call.state;
    let owner = call.caller.account().map(|caller| state.accounts.acting(caller));
    let owner = owner.filter(|owner| owner.role != Role::User).ok_or("Access Denied")?;
    let param = |name| call.params.get(name).unwrap_or_default();
    let (username, password) = (param("username"), param("password"));
    if state.accounts.find(username).is_some() {
        return Err("Such username is already taken");
    }
    if password != param("password2") {
        return Err("Passwords do not match");
    }
    if password == username {
        return Err("Please enter password not equal to username");
    }
    if !is_number(param("country_id")) {
        return Err("Please select country");
    }
    let email = param("email");
    if !is_email(email) {
        return Err("Please enter correct email");
    }
    if state.accounts.0.iter().any(|account| account.email.eq_ignore_ascii_case(email)) {
        return Err("This email address is already in use.");
    }
    let clis = clis(call)?;
    let kind = ["SIP", "IAX2", "Virtual"].into_iter().find(|kind| *kind == param("device_type"));
    let kind = kind.ok_or("Enter device type")?;
    let role = role(param("usertype"), owner);
    if role != Role::User && param("permission_group").is_empty() {
        return Err("Permission Group was not selected");
    }

    let mut account = Account::new(state.inventory.next_user(&state.accounts), username, role);
    account.owner = Some(owner.username.clone());
    account.password = Some(password.into());
    (account.first_name, account.last_name) = (param("first_name").to_owned(), param("last_name").to_owned());
    email.clone_into(&mut account.email);
    let mut device = Device::new(state.inventory.next_device(), account.id);
    kind.clone_into(&mut device.kind);
    param("caller_id").clone_into(&mut device.caller_id);
    device.clis = clis;
    Ok((account, device))
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, domain)| {
        !name.is_empty() && domain.contains('.') && !text.contains(char::is_whitespace)
    })
}

/// The CLIs of the new device, none of which another device may have.
fn clis(call: &Call<'_>) -> Result<Vec<String>, &'static str> {
    let mut clis = Vec::new();
    for (name, refusal) in PHONES {
        let value = call.params.get(name).unwrap_or_default();
        let digits: String = value.chars().filter(char::is_ascii_digit).collect();
        if call.state.inventory.devices.iter().any(|device| device.clis.contains(&digits)) {
            return Err(refusal);
        }
        if !digits.is_empty() && !clis.contains(&digits) {
            clis.push(digits);
        }
    }
    Ok(clis)
}

fn role(usertype: &str, owner: &Account) -> Role {
    match usertype {
        "reseller" if owner.role == Role::Admin => Role::Reseller,
        "accountant" if owner.role == Role::Admin => Role::Accountant,
        _ => Role::User,
    }
}

fn registered(call: &Call<'_>, account: Account, device: Device) -> Done {
    let id = account.id;
    let caller_id = call.params.get("caller_id");
    let caller_id =
        caller_id.map(|number| format!("    <caller_id>&lt;{}&gt;</caller_id>\n", xml::escape(number)));
    let secret = |secret: &Option<secrecy::SecretString>| {
        xml::escape(secret.as_ref().map_or("", |secret| secret.expose_secret()))
    };
    let text = format!(
        "{}<page>\n  <status>\n    <success>Registration successful</success>\n  </status>\n  \
         <user_device_settings>\n    <user_id>{id}</user_id>\n    <device_type>{}</device_type>\n    \
         <device_id>{}</device_id>\n{}    <username>{}</username>\n    <password>{}</password>\n    \
         <pin>{}</pin>\n    <server_ip>127.0.0.1</server_ip>\n    \
         <registration_notice>*Registered by a simulator.</registration_notice>\n  </user_device_settings>\n</page>\n",
        xml::DECLARATION,
        device.kind,
        device.id,
        caller_id.unwrap_or_default(),
        xml::escape(&device.username),
        secret(&device.password),
        secret(&device.pin),
    );
    Done::executed(Change::User { id }, Answer::xml(text), move |state| {
        state.inventory.created_user(id);
        state.accounts.0.push(account);
        state.inventory.add_device(device);
    })
}
