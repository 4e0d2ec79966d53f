//! Settings, accounts, devices, DIDs and campaigns as they are now.

use maud::{Markup, html};

use crate::state::{Account, Campaign, Device, Did, ServerState, Settings};

pub(super) fn section(state: &ServerState) -> Markup {
    html! {
        section #server {
            h2 { "Server" }
            (settings(&state.settings))
            (accounts(&state.accounts.0))
            (devices(&state.inventory.devices))
            (dids(&state.inventory.dids))
            (campaigns(&state.campaigns))
        }
    }
}

fn settings(settings: &Settings) -> Markup {
    let rows = [
        ("API requests", settings.allow_api),
        ("GET requests", settings.allow_get),
        ("Check of the hash", settings.check_hash),
        ("XML API extension", settings.xml_extension),
        ("Redirect after login", settings.login_redirect),
    ];
    html! {
        h3 { "Settings" }
        dl {
            @for (name, is_on) in rows {
                dt { (name) } dd { (if is_on { "on" } else { "off" }) }
            }
        }
    }
}

fn accounts(accounts: &[Account]) -> Markup {
    let secret = |is_there| if is_there { "***" } else { "none" };
    let rows = html! {
        @for account in accounts {
            tr {
                td { (account.id) }
                td { code { (account.username) } }
                td { (format!("{:?}", account.role).to_lowercase()) }
                td { (account.owner.as_deref().unwrap_or("–")) }
                td { (secret(account.key.is_some())) }
                td { (secret(account.password.is_some())) }
                td { (yes(account.autodialer)) }
                td { (yes(account.allow_api)) }
            }
        }
    };
    let heads = ["Id", "Username", "Role", "Owner", "Key", "Password", "Auto-dialer", "API"];
    html! {
        h3 { "Accounts" }
        (table("Accounts", &heads, &rows))
    }
}

fn devices(devices: &[Device]) -> Markup {
    let secret = |is_there| if is_there { "***" } else { "none" };
    let rows = html! {
        @for device in devices {
            tr {
                td { (device.id) }
                td { (device.user_id) }
                td { (device.kind) }
                td { code { (device.username) } }
                td { (secret(device.password.is_some())) }
                td { (secret(device.pin.is_some())) }
                td { (device.caller_id) }
                td { (device.description) }
            }
        }
    };
    let heads = ["Id", "User", "Type", "Username", "Password", "PIN", "Caller ID", "Description"];
    html! {
        @if !devices.is_empty() {
            h3 { "Devices" }
            (table("Devices", &heads, &rows))
        }
    }
}

fn dids(dids: &[Did]) -> Markup {
    let rows = html! {
        @for did in dids {
            tr {
                td { (did.id) }
                td { code { (did.number) } }
                td { (did.status_name().to_lowercase()) }
                td { (did.owner) }
                td { @if let Some(device) = did.device_id { (device) } @else { "–" } }
                td { (did.provider_id) }
            }
        }
    };
    html! {
        @if !dids.is_empty() {
            h3 { "DIDs" }
            (table("DIDs", &["Id", "Number", "Status", "Owner", "Device", "Provider"], &rows))
        }
    }
}

fn campaigns(campaigns: &[Campaign]) -> Markup {
    let rows = html! {
        @for campaign in campaigns {
            tr {
                td { (campaign.id) }
                td { (campaign.name) }
                td { code { (campaign.owner) } }
                td { (yes(campaign.running)) }
                td { (yes(campaign.actions)) }
                td { (campaign.numbers.len()) }
                td { (campaign.called.len()) }
                td { (campaign.poll_results.lines().count()) }
            }
        }
    };
    let heads = ["Id", "Name", "Owner", "Running", "Actions", "Waiting", "Called", "Answers"];
    html! {
        h3 { "Campaigns of the auto-dialer" }
        @if campaigns.is_empty() {
            p { "None." }
        } @else {
            (table("Campaigns", &heads, &rows))
        }
    }
}

/// A table that scrolls by itself where the page is narrow.
fn table(label: &str, heads: &[&str], rows: &Markup) -> Markup {
    html! {
        div.scroll role="region" aria-label=(label) tabindex="0" {
            table {
                thead { tr { @for head in heads { th scope="col" { (head) } } } }
                tbody { (rows) }
            }
        }
    }
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}
