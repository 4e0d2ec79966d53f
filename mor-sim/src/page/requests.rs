//! The last requests, newest first.

use maud::{Markup, html};

use super::{
    refusal,
    shown::{self, Shown},
};
use crate::{
    hash::{NotChecked, Verdict},
    http::Request,
    state::ServerState,
};

const MOST_REQUESTS: usize = 100;

/// Parameters shown of one request.
pub(super) const MOST_PARAMS: usize = 40;

pub(super) fn section(state: &ServerState) -> Markup {
    let shown = Shown::new(&state.accounts);
    let count = state.requests.len();
    html! {
        section #requests {
            h2 { "Requests" }
            @match count {
                0 => p { "None yet. They appear here when the page is loaded again." },
                1..=MOST_REQUESTS => p { (count) " so far, the newest first." },
                _ => p { "The last " (MOST_REQUESTS) " of " (count) ", the newest first." },
            }
            ol.requests {
                @for request in state.requests.iter().rev().take(MOST_REQUESTS) {
                    li { (article(&shown, request)) }
                }
            }
        }
    }
}

fn article(shown: &Shown<'_>, request: &Request) -> Markup {
    let (class, verdict) = verdict(&request.verdict);
    let outcome = &request.outcome;
    html! {
        article {
            h3 {
                time { (shown::time(request.time)) } " " (shown.text(&request.method)) " " (target(shown, request))
                " " span class=(class) { (verdict) }
            }
            (params(shown, request))
            p {
                "Answered with status " (outcome.status)
                @if let Some(message) = &outcome.message { ": " q { (shown.text(message)) } } @else { "." }
            }
            @if !request.remarks.is_empty() {
                ul.remarks { @for remark in &request.remarks { li { strong { (remark.to_string()) } } } }
            }
            @if let Verdict::Refused(check) = &request.verdict {
                (refusal::details(shown, request, check))
            }
        }
    }
}

/// The function, or the path if there is none in it.
fn target(shown: &Shown<'_>, request: &Request) -> Markup {
    let function = shown.text(&request.function);
    html! {
        @if request.function.is_empty() {
            code { (shown.text(&request.raw.path)) }
        } @else if matches!(request.verdict, Verdict::NotChecked(NotChecked::NoFunction)) {
            code { (function) }
        } @else {
            a href={ "#" (request.function) } { code { (function) } }
        }
    }
}

fn verdict(verdict: &Verdict) -> (&'static str, String) {
    match verdict {
        Verdict::Accepted(_) => ("good", "hash accepted".to_owned()),
        Verdict::Refused(_) => ("bad", "hash refused".to_owned()),
        Verdict::NotChecked(reason) => ("open", format!("hash not checked: {reason}")),
    }
}

fn params(shown: &Shown<'_>, request: &Request) -> Markup {
    let params = request.raw.params();
    let count = params.iter().count();
    html! {
        @if count == 0 && request.files.is_empty() {
            p { "No parameters." }
        } @else {
            ul.params {
                @for (name, value) in params.iter().take(MOST_PARAMS) {
                    li { code { (shown.text(name)) "=" (shown.value(&request.function, name, value)) } }
                }
                @if count > MOST_PARAMS {
                    li { "and " (count - MOST_PARAMS) " more" }
                }
                @for file in request.files.iter().take(MOST_PARAMS) {
                    li { "file " code { (shown.text(&file.field)) } ", " (file.content.len()) " bytes" }
                }
            }
        }
    }
}
