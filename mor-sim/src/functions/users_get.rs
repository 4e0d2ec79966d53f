//! `users_get`: the users that the caller may see.

use std::fmt::Write as _;

use super::{Call, Done, refusal, sample, user_balance::raw_number};
use crate::{
    http::{Answer, xml},
    state::{Account, Role},
};

/// The catalog's sample, until there are users, devices or DIDs of the simulator's own.
///
/// LCR and tariff have the ID 1, because the simulator has neither. Nobody is blocked or hidden.
pub(super) fn answer(call: &Call<'_>) -> Done {
    if !call.state.inventory.is_used {
        return sample::answer(call);
    }
    let Some(caller) = call.caller.account().filter(|caller| caller.role != Role::User) else {
        return refusal::access_denied().into();
    };
    let users = call.state.accounts.0.iter().filter(|account| is_seen(call, caller, account));
    let mut list = String::new();
    for user in users {
        write(&mut list, call, user);
    }
    if list.is_empty() {
        return Answer::error("page/status/error", "No Users found").into();
    }
    let declaration = xml::DECLARATION;
    let text =
        format!("{declaration}<page>\n  <status>\n    <users>\n{list}    </users>\n  </status>\n</page>\n");
    Answer::xml(text).into()
}

/// The admin sees everybody else, an accountant neither the admin nor accountants, all others their own users; a partner
/// also sees the users of its resellers.
fn is_seen(call: &Call<'_>, caller: &Account, user: &Account) -> bool {
    let owner = user.owner.as_deref().and_then(|owner| call.state.accounts.find(owner));
    let is_own = |owner: &Account| owner.username == caller.username;
    match caller.role {
        Role::Admin => user.id != caller.id,
        Role::Accountant => !matches!(user.role, Role::Admin | Role::Accountant),
        Role::Partner => owner.is_some_and(|owner| {
            is_own(owner) || owner.owner.as_ref().is_some_and(|above| *above == caller.username)
        }),
        Role::Reseller | Role::User => owner.is_some_and(is_own),
    }
}

fn write(list: &mut String, call: &Call<'_>, user: &Account) {
    let owner = user.owner.as_deref().and_then(|owner| call.state.accounts.find(owner));
    let fields = [
        ("id", user.id.to_string()),
        ("username", user.username.clone()),
        ("first_name", user.first_name.clone()),
        ("last_name", user.last_name.clone()),
        ("balance", raw_number(user.balance)),
        ("blocked", "0".to_owned()),
        ("lcr_id", "1".to_owned()),
        ("tariff_id", "1".to_owned()),
        ("owner_id", owner.map_or(0, |owner| owner.id).to_string()),
        ("usertype", format!("{:?}", user.role).to_lowercase()),
        ("hidden", "0".to_owned()),
    ];
    list.push_str("      <user>\n");
    for (name, value) in fields {
        let _ = writeln!(list, "        <{name}>{}</{name}>", xml::escape(&value));
    }
    list.push_str("      </user>\n");
}
