//! `dids_get`: the DIDs of the server, by filters.

use std::fmt::Write as _;

use super::{Call, Done, refusal, sample};
use crate::{
    http::{Answer, xml},
    state::{Account, Device, Did, DidStatus, Role},
};

/// The catalog's sample, until there are users, devices or DIDs of the simulator's own.
///
/// The simulator knows neither dial plans nor languages nor the names of providers: a filter on the first two finds
/// nothing.
pub(super) fn answer(call: &Call<'_>) -> Done {
    if !call.state.inventory.is_used {
        return sample::answer(call);
    }
    let Some(caller) = call.caller.account() else { return refusal::access_denied().into() };
    let number = |name| call.params.filled(name).and_then(|text| text.parse::<usize>().ok());
    let rows: Vec<Row<'_>> = call
        .state
        .inventory
        .dids
        .iter()
        .map(|did| Row::new(call, did))
        .filter(|row| row.is_seen_by(call, caller) && row.matches(call))
        .skip(number("from").unwrap_or(1).saturating_sub(1))
        .take(number("max_results").unwrap_or(usize::MAX))
        .collect();
    if rows.is_empty() {
        return Answer::error("page/status/error", "No DIDs found").into();
    }
    let mut text = format!("{}<page>\n  <dids>\n", xml::DECLARATION);
    for row in rows {
        row.write(&mut text, caller.role);
    }
    text.push_str("  </dids>\n</page>\n");
    Answer::xml(text).into()
}

/// A DID, with the device and the user it is assigned to.
struct Row<'a> {
    did: &'a Did,
    device: Option<&'a Device>,
    user: Option<&'a Account>,
    /// Name of the reseller whose DID it is.
    reseller: Option<String>,
}

impl<'a> Row<'a> {
    fn new(call: &Call<'a>, did: &'a Did) -> Self {
        let accounts = &call.state.accounts;
        let device = did.device_id.and_then(|id| call.state.inventory.device(id));
        let user = device.and_then(|device| accounts.by_id(device.user_id));
        let owner = accounts.find(&did.owner).filter(|owner| owner.role == Role::Reseller);
        Self { did, device, user, reseller: owner.map(Account::display_name) }
    }

    /// The admin and the accountant see all DIDs, a reseller its own, a user those of its devices.
    fn is_seen_by(&self, call: &Call<'_>, caller: &Account) -> bool {
        match caller.role {
            Role::User => self.user.is_some_and(|user| user.id == caller.id),
            Role::Reseller => self.did.owner == caller.username,
            _ => call.state.accounts.acting(caller).role == Role::Admin,
        }
    }

    fn matches(&self, call: &Call<'_>) -> bool {
        let filter = |name: &str, is_met: &dyn Fn(&str) -> bool| call.params.filled(name).is_none_or(is_met);
        let is_id = |id: Option<u64>, text: &str| id.is_some_and(|id| id.to_string() == text);
        let owner = self.user.map(Account::display_name).unwrap_or_default();
        let hides = call.params.get("search_hide_terminated_dids") == Some("1");
        filter("search_did_number", &|pattern| is_like(&self.did.number, pattern))
            && filter("search_status", &|status| self.has_status(status))
            && filter("search_did_owner", &|pattern| is_like(&owner, pattern))
            && filter("search_user", &|id| is_id(self.user.map(|user| user.id), id))
            && filter("search_device", &|id| id == "all" || is_id(self.did.device_id, id))
            && filter("search_provider", &|id| is_id(Some(self.did.provider_id), id))
            && filter("search_language", &|language| language == "all")
            && filter("search_dialplan", &|_| false)
            && !(hides && self.did.status == DidStatus::Terminated)
    }

    /// Every DID of a reseller is reserved, too.
    fn has_status(&self, status: &str) -> bool {
        let status = status.to_ascii_lowercase();
        self.did.status_name().eq_ignore_ascii_case(&status)
            || (status == "reserved" && self.reseller.is_some())
    }

    /// Resellers see neither provider nor reseller, users neither dial plan nor tone zone.
    fn write(&self, text: &mut String, role: Role) {
        let device = self.device.map(|device| format!("{}/{}", device.kind, device.username));
        let is_admin = !matches!(role, Role::Reseller | Role::User);
        let provider = is_admin.then(|| format!("Provider {}", self.did.provider_id));
        let routing = (role != Role::User).then(String::new);
        let fields = [
            ("did", Some(self.did.number.clone())),
            ("provider", provider),
            ("language", Some(String::new())),
            ("status", Some(self.did.status_name().to_owned())),
            ("reseller", self.reseller.clone().filter(|_| is_admin)),
            ("owner", self.user.map(Account::display_name)),
            ("device", Some(device.unwrap_or_default())),
            ("dial_plan", routing.clone()),
            ("simultaneous_call_limit", Some("Unlimited".to_owned())),
            ("tone_zone", routing),
            ("id", Some(self.did.id.to_string())),
        ];
        text.push_str("    <did>\n");
        for (name, value) in fields {
            if let Some(value) = value {
                let _ = writeln!(text, "      <{name}>{}</{name}>", xml::escape(&value));
            }
        }
        text.push_str("    </did>\n");
    }
}

/// SQL `LIKE`, without regard to case: `%` stands for any characters, `_` for one.
fn is_like(text: &str, pattern: &str) -> bool {
    let (text, pattern): (Vec<char>, Vec<char>) =
        (text.to_lowercase().chars().collect(), pattern.to_lowercase().chars().collect());
    // Ends of the texts that the pattern read so far matches.
    let mut ends = vec![false; text.len() + 1];
    if let Some(first) = ends.first_mut() {
        *first = true;
    }
    for wanted in pattern {
        let mut next = vec![false; ends.len()];
        let mut any_before = false;
        for (at, slot) in next.iter_mut().enumerate() {
            let ends_here = ends.get(at).copied().unwrap_or_default();
            any_before |= ends_here;
            let before = at.checked_sub(1);
            let follows = before.and_then(|before| ends.get(before)).copied().unwrap_or_default();
            let is_char =
                before.and_then(|before| text.get(before)).is_some_and(|c| wanted == '_' || *c == wanted);
            *slot = if wanted == '%' { any_before } else { follows && is_char };
        }
        ends = next;
    }
    ends.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_those_of_sql() {
        for (text, pattern, expected) in [
            ("37060000001", "37060000001", true),
            ("37060000001", "3706%", true),
            ("37060000001", "%0001", true),
            ("37060000001", "%600%1", true),
            ("37060000001", "3706", false),
            ("Anna Client", "anna%", true),
            ("ab", "a_", true),
            ("abc", "a_", false),
            ("", "%", true),
            ("", "", true),
        ] {
            assert_eq!(is_like(text, pattern), expected, "{text} like {pattern}");
        }
    }
}
