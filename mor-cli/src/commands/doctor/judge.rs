//! What the answers prove, line by line. An `ok` takes a response of the function that was asked, or a refusal that the
//! server sends only after the point in question; without either, a line is `unknown`.
//!
//! A MOR X8 server looks at the caller, then at *Allow API*, *Allow GET API*, the hash, and what the caller may do. It
//! checks neither settings nor hash for callers it does not know. Older servers say *Access Denied* for a wrong hash,
//! too, and use the admin's key for unknown callers.

use mor_api::CommonFault;

use super::probe::{Question, Refused, Reply};
use super::replies::{HashCheck, Replies};
use super::{Report, Verdict, url};
use crate::config::Connection;
use crate::exit::Exit;

const ALLOW_API: &str = "SETTINGS - API: Allow API (a reseller has a setting of their own)";
const SECRET_KEY: &str =
    "SETTINGS - API: API Secret Key, of the caller's owner: a reseller's users need the reseller's key";

/// Adds the lines about URL, API, caller and key.
pub(super) fn all(replies: &Replies, connection: &Connection, unsigned: bool, report: &mut Report) {
    if !location(replies, connection, report) {
        return;
    }
    let settled = [Some(&replies.version), replies.details.as_ref()]
        .into_iter()
        .flatten()
        .find(|reply| reply.settles());
    if let Some(Reply::Refused(refused)) = settled
        && replies.answered().is_none()
    {
        return refusal(refused, connection, unsigned, report);
    }
    api(replies, report);
    caller(replies, connection, report);
    key(replies, unsigned, report);
}

/// Whether MOR's API answers there.
fn location(replies: &Replies, connection: &Connection, report: &mut Report) -> bool {
    let version = &replies.version;
    if replies.all().any(Reply::is_of_mor) {
        report.add("URL", Verdict::Ok, "the API answers there");
        return true;
    }
    match (version, &replies.details) {
        (Reply::Refused(refused), Some(details)) if version.is_no_function() && details.is_no_function() => {
            report.add(
                "URL",
                Verdict::Failed(Exit::NotFound),
                format!(
                    "{}: it knows neither {} nor {}, so it is not the API, or another version of it",
                    refused.text,
                    Question::Version.function(),
                    Question::OwnDetails.function()
                ),
            );
        }
        (Reply::Refused(refused), _) if version.is_no_function() => {
            let function = Question::Version.function();
            let message = format!("{}: whether it is MOR's API is not known from {function}", refused.text);
            report.add("URL", Verdict::Unknown, message);
        }
        (Reply::Refused(refused), _) => {
            report.add("URL", Verdict::Unknown, "the refusal is not one that MOR is known to send");
            report.look_at(url::where_the_api_is(connection));
            report.add("API", Verdict::Failed(Exit::Refused), refused.text.clone());
            report.look_at("whether the server restricts API access by IP address, or limits requests");
            return false;
        }
        (Reply::Foreign { what, unexpected }, _) => {
            report.add("URL", Verdict::Failed(Exit::Answer), what.clone());
            let function = Question::Version.function();
            report.look_at(url::advice(connection, function, unexpected.as_ref()));
            return false;
        }
        (Reply::Answered(_) | Reply::Lost(_), _) => {}
    }
    report.look_at(url::where_the_api_is(connection));
    false
}

/// A refusal after which nothing else needs to be asked.
fn refusal(refused: &Refused, connection: &Connection, unsigned: bool, report: &mut Report) {
    let text = &refused.text;
    match refused.common {
        Some(CommonFault::ApiDisabled) => {
            report.add("API", Verdict::Failed(Exit::Refused), text.clone());
            report.look_at(ALLOW_API);
        }
        Some(CommonFault::GetDisabled) => {
            let message = format!("{text}: the request was sent as POST and arrived as GET");
            report.add("API", Verdict::Failed(Exit::Refused), message);
            report.look_at("a proxy or a redirect on the way; write the URL to which it leads");
        }
        Some(CommonFault::NoSecretKey) => {
            report.add("API", Verdict::Ok, "requests are allowed");
            let message = format!("{text}: the caller's owner has none on the server");
            report.add("key", Verdict::Failed(Exit::Authentication), message);
            report.look_at(SECRET_KEY);
        }
        _ => {
            report.add("API", Verdict::Ok, "requests are allowed");
            let message = if unsigned {
                format!("{text}: the server requires a hash, and --unsigned sends none")
            } else {
                format!("{text}: the API secret key is not the one for {}", connection.username)
            };
            report.add("key", Verdict::Failed(Exit::Authentication), message);
            report.look_at(if unsigned { "leave out --unsigned" } else { SECRET_KEY });
        }
    }
}

fn api(replies: &Replies, report: &mut Report) {
    let is_allowed = replies.all().any(|reply| reply.is_executed() || reply.is(&CommonFault::IncorrectHash));
    if !is_allowed {
        report.add(
            "API",
            Verdict::Unknown,
            "no function was executed: whether requests are allowed is not known",
        );
        return report.look_at(ALLOW_API);
    }
    let unknown = if replies.version.is_no_function() {
        format!("; the server does not know {}: it is older than MOR 8", Question::Version.function())
    } else {
        String::new()
    };
    report.add("API", Verdict::Ok, format!("requests are allowed{unknown}"));
}

fn caller(replies: &Replies, connection: &Connection, report: &mut Report) {
    let user = &connection.username;
    let (version, details) = (&replies.version, replies.details.as_ref());
    if let Reply::Answered(version) = version {
        report.add("caller", Verdict::Ok, format!("{user} is let in; the server is MOR {version}"));
    } else if details.is_some_and(Reply::is_answered) {
        let (function, other) = (Question::OwnDetails.function(), Question::Version.function());
        let said = version.summary();
        let message = format!("{user} is let in to {function}; to {other} the server says: {said}");
        report.add("caller", Verdict::Ok, message);
    } else if let Some(text) = denial(version, details) {
        let (reason, look_at) = reason(replies.hash_check(), user);
        report.add("caller", Verdict::Failed(Exit::Authentication), format!("{text}: {reason}"));
        report.look_at(look_at);
    } else {
        let said = details.unwrap_or(version).summary();
        let message = format!("whether {user} is let in is not known; the server says: {said}");
        report.add("caller", Verdict::Unknown, message);
        report.look_at("the username, and the user's permissions");
    }
}

/// The words with which both functions refuse the caller.
fn denial<'r>(version: &'r Reply, details: Option<&'r Reply>) -> Option<&'r str> {
    let denied = |reply: &'r Reply| match reply {
        Reply::Refused(Refused {
            text,
            common: Some(CommonFault::AccessDenied | CommonFault::BadLogin | CommonFault::NotAuthorized),
            ..
        }) => Some(text.as_str()),
        _ => None,
    };
    match details {
        Some(details) if details.is_executed() => None,
        Some(details) => denied(details).or_else(|| denied(version)),
        None => denied(version),
    }
}

/// Why a caller may be refused, and what to look at. Only X8 proves that the key is not the reason.
fn reason(check: HashCheck, user: &str) -> (String, &'static str) {
    match check {
        HashCheck::Passed => (
            format!(
                "the key is accepted, but {user} may not call these functions, or is not a user of the server"
            ),
            "the username, and the user's permissions",
        ),
        HashCheck::Off | HashCheck::Unknown => (
            format!(
                "the server does not know the user {user}, or they may not use the API; an old server also says so \
                 for a wrong API secret key"
            ),
            "the username, the user's permissions, and the API secret key",
        ),
    }
}

fn key(replies: &Replies, unsigned: bool, report: &mut Report) {
    if unsigned {
        if replies.answered().is_some() {
            report.add(
                "key",
                Verdict::Warning,
                "the server answers without a hash: it does not check hashes",
            );
            report.look_at("SETTINGS - API: Disable hash checking should be off");
        }
        return;
    }
    match replies.hash_check() {
        HashCheck::Passed => {
            report.add(
                "key",
                Verdict::Ok,
                "the key is valid: its hash is accepted, and a wrong one is refused",
            );
        }
        HashCheck::Off => {
            let message = "the server accepts a wrong hash, too: whether the key is valid is not known";
            report.add("key", Verdict::Warning, message);
            report.look_at("SETTINGS - API: Disable hash checking should be off");
        }
        HashCheck::Unknown => {
            let wrong = replies.details_wrong.as_ref().or(replies.version_wrong.as_ref());
            let said = wrong.map_or_else(|| "nothing".to_owned(), Reply::summary);
            let message =
                format!("whether the key is valid is not known; to a wrong hash the server says: {said}");
            report.add("key", Verdict::Unknown, message);
        }
    }
}
