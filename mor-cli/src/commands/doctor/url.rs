//! Advice on the URL, by what answered there.

use http::Uri;
use mor_api::{Server, Unexpected};

use crate::config::Connection;

/// Segments of MOR's paths that people copy into the base URL, which ends before them.
const OFF: [&str; 3] = ["billing", "api", "v2"];

/// What to do about an answer that is not of the API.
pub(super) fn advice(connection: &Connection, function: &str, unexpected: Option<&Unexpected>) -> String {
    match unexpected {
        Some(Unexpected::HttpsExpected) => format!("write url = \"{}\"", with_https(&connection.url)),
        Some(Unexpected::Redirect(to)) => redirected(connection, function, to),
        Some(Unexpected::Empty | Unexpected::Status(500..=599)) => {
            "the log of the web server: the function failed inside, or the server is down".to_owned()
        }
        Some(Unexpected::Status(401 | 403)) => {
            "the web server, or a proxy, refuses before MOR is asked: a list of allowed addresses, or a password \
             of its own"
                .to_owned()
        }
        Some(Unexpected::Status(429)) => "the server limits the number of requests: try again later".to_owned(),
        Some(Unexpected::Text(text)) if text.starts_with(['{', '[']) => format!(
            "JSON comes from another API, perhaps MOR's v2; {}",
            where_the_api_is(connection)
        ),
        _ => where_the_api_is(connection),
    }
}

/// What to do about an answer from another place than the API.
pub(super) fn where_the_api_is(connection: &Connection) -> String {
    leave_off(connection).unwrap_or_else(|| {
        format!("MOR's API is expected at {}; check host and path", connection.client.server().api_url())
    })
}

/// The part of the base URL that should not be there, if there is one, and the URL without it.
pub(super) fn leave_off(connection: &Connection) -> Option<String> {
    let advice = without_prefix(&connection.url)?;
    let better = Server::allowing_http(&advice.1).ok()?;
    let is_same = better.api_url() == connection.client.server().api_url();
    (!is_same).then(|| leave_off_text(&advice))
}

/// The same for a URL of which no client can be built.
pub(super) fn leave_off_unusable(url: &str) -> Option<String> {
    without_prefix(url).map(|advice| leave_off_text(&advice))
}

fn leave_off_text((off, better): &(String, String)) -> String {
    format!("`{off}` is not part of the base URL, leave it off: write url = \"{better}\"")
}

/// Cuts a URL before the first segment that belongs to MOR's paths: `https://a/mor/billing/v2` is `/billing/v2` and
/// `https://a/mor`. Nothing for a URL with a query, which may hold secrets.
fn without_prefix(url: &str) -> Option<(String, String)> {
    let uri: Uri = url.trim().parse().ok()?;
    let (scheme, authority) = (uri.scheme_str()?, uri.authority()?);
    if uri.query().is_some() || authority.as_str().contains('@') {
        return None;
    }
    let path = uri.path().trim_end_matches('/');
    let mut start = 0_usize;
    for segment in path.split('/') {
        if OFF.iter().any(|off| segment.eq_ignore_ascii_case(off)) {
            let (kept, off) = path.split_at_checked(start.saturating_sub(1))?;
            return Some((off.to_owned(), format!("{scheme}://{authority}{kept}")));
        }
        start += segment.len() + 1;
    }
    None
}

fn redirected(connection: &Connection, function: &str, to: &str) -> String {
    if connection.url.starts_with("http://") && to.starts_with("https://") {
        let target = connection.client.server().url_of(function).unwrap_or_default();
        let path = target.parse::<Uri>().map(|uri| uri.path().to_owned()).unwrap_or_default();
        let base = to.strip_suffix(&path).map_or_else(|| with_https(&connection.url), str::to_owned);
        return format!("the server redirects to https: write url = \"{base}\"");
    }
    format!(
        "a redirect leads to the login page of the GUI, to another host, or to the login of a network; {}",
        where_the_api_is(connection)
    )
}

pub(super) fn with_https(url: &str) -> String {
    url.strip_prefix("http://").map_or_else(|| url.to_owned(), |rest| format!("https://{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_ends_before_the_path_of_the_api() {
        for (url, off, better) in [
            ("https://a/billing", "/billing", "https://a"),
            ("https://a/Billing/", "/Billing", "https://a"),
            ("https://a:8443/api", "/api", "https://a:8443"),
            ("https://a/v2/", "/v2", "https://a"),
            ("https://a/mor/billing/api/v2", "/billing/api/v2", "https://a/mor"),
            ("http://[::1]:80/billing/api/users_get", "/billing/api/users_get", "http://[::1]:80"),
        ] {
            assert_eq!(without_prefix(url), Some((off.to_owned(), better.to_owned())), "{url}");
        }
        for url in [
            "https://a",
            "https://a/mor",
            "https://a/apis",
            "https://a/x?key=/api",
            "https://b:c@a/api",
            "nonsense",
        ] {
            assert_eq!(without_prefix(url), None, "{url}");
        }
    }
}
