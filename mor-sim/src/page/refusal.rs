//! A refused hash: what was expected, what came, and how that may have been made.

use maud::{Markup, html};

use super::{
    requests::MOST_PARAMS,
    shown::{self, Shown},
};
use crate::{hash::HashCheck, http::Request};

pub(super) fn details(shown: &Shown<'_>, request: &Request, check: &HashCheck) -> Markup {
    html! {
        div.scroll role="region" aria-label="What is hashed" tabindex="0" {
            table {
                caption { "What the server hashes" }
                thead { tr { th scope="col" { "Place" } th scope="col" { "Parameter" } th scope="col" { "As hashed" } } }
                tbody {
                    (parts(shown, request, check))
                    tr { td { (check.parts().len() + 1) } td { (key(check)) } td { code { "***" } } }
                    (dropped(shown, request, check))
                }
            }
        }
        (not_hashed(shown, request, check))
        dl {
            dt { "Expected" }
            dd {
                @if check.expected().is_empty() { "no hash is right, for there is no key" }
                @for (number, (hash, owner)) in check.expected().iter().zip(check.key_owners()).enumerate() {
                    @if number > 0 { ", or " } code { (hash) } " with the key of " (owner)
                }
            }
            dt { "Came" }
            dd {
                @match check.received() {
                    Some(hash) => code { (shown::hash(hash)) },
                    None => "nothing",
                }
            }
            @if let Some(diagnosis) = check.diagnosis() {
                dt { "Diagnosis" }
                dd { strong { (diagnosis.to_string()) } }
            }
        }
    }
}

fn parts(shown: &Shown<'_>, request: &Request, check: &HashCheck) -> Markup {
    let count = check.parts().len();
    let sent = request.raw.params();
    html! {
        @for (number, (name, value)) in check.parts().iter().take(MOST_PARAMS).enumerate() {
            tr {
                td { (number + 1) }
                td { code { (name) } }
                td {
                    code { (shown.value(&request.function, name, value)) }
                    @if let Some(sent) = sent.get(name).filter(|sent| sent != value) {
                        " sent as " code { (shown.value(&request.function, name, sent)) }
                    }
                }
            }
        }
        @if count > MOST_PARAMS {
            tr { td { "…" } td { (count - MOST_PARAMS) " more" } td {} }
        }
    }
}

fn key(check: &HashCheck) -> Markup {
    html! {
        "key"
        @for (number, owner) in check.key_owners().iter().enumerate() {
            @if number > 0 { " or" } " of " (owner)
        }
    }
}

fn dropped(shown: &Shown<'_>, request: &Request, check: &HashCheck) -> Markup {
    let sent = request.raw.params();
    html! {
        @for (name, requirement) in check.dropped_for().take(MOST_PARAMS) {
            tr {
                td { "–" }
                td { code { (name) } }
                td {
                    @let value = sent.get(name).unwrap_or_default();
                    del { (shown.value(&request.function, name, value)) }
                    " dropped: it must be " (requirement)
                }
            }
        }
    }
}

fn not_hashed(shown: &Shown<'_>, request: &Request, check: &HashCheck) -> Markup {
    let is_hashed = |name: &str| {
        check.parts().iter().any(|(part, _)| part == name)
            || check.dropped().iter().any(|dropped| dropped == name)
    };
    let params = request.raw.params();
    let names: Vec<_> =
        params.iter().map(|(name, _)| name).filter(|name| !is_hashed(name) && *name != "hash").collect();
    html! {
        @if !names.is_empty() {
            p {
                "Sent but not hashed: "
                @for (number, name) in names.iter().take(MOST_PARAMS).enumerate() {
                    @if number > 0 { ", " } code { (shown.text(name)) }
                }
                @if names.len() > MOST_PARAMS { " and " (names.len() - MOST_PARAMS) " more" }
                "."
            }
        }
    }
}
