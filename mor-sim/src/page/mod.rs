//! The page for people at `/`: what came, what the server knows, and what it can do.

mod functions;
mod refusal;
mod requests;
mod server;
mod shown;

use std::sync::Mutex;

use axum::{
    body::Body,
    http::{HeaderValue, Method, Response, StatusCode, Uri, header},
};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::{http::Params, state::ServerState};

const STYLE: &str = include_str!("style.css");

/// Nothing may be loaded, run, sent or framed; the page has its style inside.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Answers a browser: the page, or the absence of the icon that browsers ask for with it. None for requests that are
/// not the page's business.
pub(crate) fn response(state: &Mutex<ServerState>, method: &Method, uri: &Uri) -> Option<Response<Body>> {
    if !matches!(*method, Method::GET | Method::HEAD) {
        return None;
    }
    match uri.path() {
        "/" => {
            let params = Params::merge(Params::pairs(uri.query().unwrap_or_default().as_bytes()));
            let page = page(&ServerState::lock(state), refresh(&params));
            Some(with_headers(Response::new(Body::from(page.into_string()))))
        }
        "/favicon.ico" => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NOT_FOUND;
            Some(response)
        }
        _ => None,
    }
}

fn with_headers(mut response: Response<Body>) -> Response<Body> {
    for (name, value) in [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Seconds until the browser is to load the page again, from `?refresh=5`; an hour at most.
fn refresh(params: &Params) -> Option<u32> {
    params.get("refresh")?.parse().ok().filter(|seconds| (1..=3600).contains(seconds))
}

fn page(state: &ServerState, refresh: Option<u32>) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                @if let Some(seconds) = refresh {
                    meta http-equiv="refresh" content=(seconds);
                }
                title { "MOR simulator" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { "MOR simulator" }
                    nav aria-label="Parts of the page" {
                        a href="#requests" { "Requests" }
                        a href="#server" { "Server" }
                        @if !state.functions.added().is_empty() { a href="#added" { "Added functions" } }
                        a href="#functions" { "Functions" }
                        @match refresh {
                            Some(seconds) => a href="/" { "Stop reloading every " (seconds) " s" },
                            None => a href="/?refresh=5" { "Reload every 5 s" },
                        }
                    }
                }
                main {
                    (requests::section(state))
                    (server::section(state))
                    (functions::section(state.functions.added()))
                }
                footer { "mor-sim " (env!("CARGO_PKG_VERSION")) ". The times are UTC." }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Seed, Settings};

    fn of(method: &Method, uri: &'static str) -> Option<Response<Body>> {
        let state = Mutex::new(ServerState::new(Seed::default(), Settings::default(), Vec::new()).unwrap());
        response(&state, method, &Uri::from_static(uri))
    }

    #[test]
    fn only_the_page_and_its_icon_are_answered() {
        assert_eq!(of(&Method::GET, "/").unwrap().status(), 200);
        assert_eq!(of(&Method::HEAD, "/?refresh=5").unwrap().status(), 200);
        assert_eq!(of(&Method::GET, "/favicon.ico").unwrap().status(), 404);
        for (method, uri) in [(Method::POST, "/"), (Method::GET, "/billing"), (Method::GET, "/api/users_get")]
        {
            assert!(of(&method, uri).is_none(), "{method} {uri}");
        }
    }

    #[test]
    fn the_page_reloads_only_if_asked_to_and_not_at_once() {
        let of = |query: &[u8]| refresh(&Params::merge(Params::pairs(query)));
        assert_eq!((of(b"refresh=5"), of(b"refresh=3600")), (Some(5), Some(3600)));
        for query in ["", "refresh", "refresh=0", "refresh=-1", "refresh=3601", "refresh=5;url=x"] {
            assert_eq!(of(query.as_bytes()), None, "{query}");
        }
    }
}
