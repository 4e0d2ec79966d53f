//! The checks, from the outside inwards: configuration, network, URL, API, caller, key, hash check, GET, clock. All of
//! them call `system_version_get`, which only reads and hashes nothing but the key.

use http::header::DATE;
use jiff::Timestamp;
use mor_api::{AnswerError, CommonFault, Method, TransportError, Unexpected, to_utf8};

use super::{Report, Verdict};
use crate::api::Answer;
use crate::cli::Globals;
use crate::commands::raw::{self, RawCall};
use crate::config::{Connection, Settings, Wants};
use crate::exit::{Exit, Failure, chain};
use crate::zone;

const FUNCTION: &str = "system_version_get";

/// Seconds by which a clock may be wrong before somebody should know.
const CLOCK: i64 = 60;

/// Runs the checks until one fails.
pub(super) async fn all(globals: &Globals, report: &mut Report) {
    let Some((settings, connection)) = configuration(globals, report) else { return };
    let Some(answer) = network(&connection, report).await else { return };
    if !identity(&answer, &connection, report) {
        return;
    }
    let signed = !globals.unsigned;
    if signed {
        hash_check(&connection, report).await;
    }
    get(&settings, report).await;
    clock(&answer, globals, report);
}

fn wants() -> Wants {
    Wants { username: true, key: true, password: false }
}

fn configuration(globals: &Globals, report: &mut Report) -> Option<(Settings, Connection)> {
    let opened = Settings::load(globals).and_then(|settings| {
        let connection = settings.connect(wants())?;
        Ok((settings, connection))
    });
    match opened {
        Ok((settings, connection)) => {
            let (url, user) = (&connection.url, &connection.username);
            report.add(
                "configuration",
                Verdict::Ok,
                format!("{url} as {user}, from {}", settings.describe()),
            );
            Some((settings, connection))
        }
        Err(failure) => {
            report.add("configuration", Verdict::Failed(failure.exit), failure.message);
            if let Some(hint) = failure.hints.first() {
                report.look_at(hint.clone());
            }
            None
        }
    }
}

async fn network(connection: &Connection, report: &mut Report) -> Option<Answer> {
    let encrypted = connection.url.starts_with("https");
    match call(connection, false).await {
        Ok(answer) => {
            let how = if encrypted { "reached over TLS; the certificate is valid" } else { "reached" };
            report.add("network", Verdict::Ok, how);
            let here = connection.client.server().api_url().contains("://127.")
                || connection.url.contains("localhost");
            if !encrypted && !here {
                report.add(
                    "TLS",
                    Verdict::Warning,
                    "http: everybody on the way can read and repeat the requests",
                );
                report.look_at("use https");
            }
            Some(answer)
        }
        Err(Problem::Transport(error)) => {
            let (check, look_at) = match error.tls_problem() {
                Some(problem) => ("TLS", problem.advice()),
                None => ("network", "host name, port and firewall; is the web server running?"),
            };
            report.add(check, Verdict::Failed(Exit::Network), chain(&error));
            report.look_at(look_at);
            None
        }
        Err(Problem::Other(failure)) => {
            report.add("configuration", Verdict::Failed(failure.exit), failure.message);
            None
        }
    }
}

/// Whether the answer is one of the API and lets the caller in.
fn identity(answer: &Answer, connection: &Connection, report: &mut Report) -> bool {
    match raw::checked(answer, &to_utf8(answer.body())) {
        Ok(body) => {
            report.add("URL", Verdict::Ok, "the API answers there");
            report.add("API", Verdict::Ok, "requests are allowed");
            let version = raw::to_json(&body)
                .and_then(|value| Some(value.pointer("/page/version")?.as_str()?.to_owned()));
            let version =
                version.map_or_else(String::new, |version| format!("; the server is MOR {version}"));
            report.add("caller", Verdict::Ok, format!("{} is let in{version}", connection.username));
            true
        }
        Err(AnswerError::Refused(refusal)) => {
            report.add("URL", Verdict::Ok, "the API answers there");
            refused(refusal.message(), connection, report)
        }
        Err(error) => {
            let text = chain(&error);
            report.add("URL", Verdict::Failed(Exit::Answer), text);
            report.look_at(match error {
                AnswerError::Unexpected(Unexpected::Empty | Unexpected::Status(500..=599)) => {
                    "the log of the web server: the function failed inside".to_owned()
                }
                _ => format!(
                    "MOR's API is at {}; is that its server, and the path right?",
                    connection.client.server().api_url()
                ),
            });
            false
        }
    }
}

fn refused(message: &str, connection: &Connection, report: &mut Report) -> bool {
    let user = &connection.username;
    let failed = |exit| Verdict::Failed(exit);
    match CommonFault::from_message(message) {
        Some(CommonFault::ApiDisabled) => {
            report.add("API", failed(Exit::Refused), message);
            report.look_at("SETTINGS - API: Allow API (of a reseller, his own setting)");
        }
        Some(CommonFault::IncorrectHash | CommonFault::NoSecretKey) => {
            report.add("API", Verdict::Ok, "requests are allowed");
            report.add(
                "key",
                failed(Exit::Authentication),
                format!("{message}: the API secret key is not the one for {user}"),
            );
            report.look_at("SETTINGS - API: API Secret Key, of the caller's owner: a reseller's users need the reseller's key");
        }
        Some(CommonFault::BadLogin | CommonFault::AccessDenied) => {
            report.add(
                "caller",
                failed(Exit::Authentication),
                format!("{message}: the server does not know the user {user}, or he may not use the API"),
            );
            report.look_at("the username, and the user's permissions");
        }
        Some(CommonFault::NoSuchFunction | CommonFault::UndefinedMethod) => {
            report.add(
                "API",
                Verdict::Warning,
                format!("{message}: the server is too old for {FUNCTION}, so key and hash were not checked"),
            );
            return true;
        }
        _ => report.add("API", failed(Exit::Refused), message),
    }
    false
}

/// Whether it is an answer of the API and no refusal.
fn is_answer(answer: &Answer) -> Result<(), AnswerError> {
    raw::checked(answer, &to_utf8(answer.body())).map(drop)
}

/// A request with a wrong key tells whether the server looks at hashes, and that the right one was right.
async fn hash_check(connection: &Connection, report: &mut Report) {
    match call(connection, true).await.as_ref().map(is_answer) {
        Ok(Err(AnswerError::Refused(refusal))) if is(&refusal.messages, &CommonFault::IncorrectHash) => {
            report.add("key", Verdict::Ok, "the key is right: its hash is taken, and a wrong one is refused");
        }
        Ok(Ok(())) => {
            report.add(
                "key",
                Verdict::Warning,
                "the server takes a wrong hash too: whether the key is right is not known",
            );
            report.look_at("SETTINGS - API: Disable hash checking should be off");
        }
        _ => report.add(
            "key",
            Verdict::Warning,
            "the check with a wrong hash did not end; the key was not verified",
        ),
    }
}

/// With a wrong hash, for what is in a URL is in logs; the server looks at the method first.
async fn get(settings: &Settings, report: &mut Report) {
    let Ok(connection) = settings.connect_by(wants(), Method::Get) else { return };
    match call(&connection, true).await.as_ref().map(is_answer) {
        Ok(Err(AnswerError::Refused(refusal))) if is(&refusal.messages, &CommonFault::GetDisabled) => {
            report.add("GET", Verdict::Ok, "GET requests are refused, as they should be");
        }
        Ok(Ok(()) | Err(AnswerError::Refused(_))) => {
            report.add(
                "GET",
                Verdict::Warning,
                "GET requests are allowed; they leave hashes and parameters in logs",
            );
            report.look_at("SETTINGS - API: Allow GET API, unless somebody needs it");
        }
        _ => report.add("GET", Verdict::Warning, "the check with GET did not end"),
    }
}

fn clock(answer: &Answer, globals: &Globals, report: &mut Report) {
    let sent = answer.headers().get(DATE).and_then(|date| date.to_str().ok());
    let Some(theirs) = sent.and_then(|date| jiff::fmt::rfc2822::parse(date).ok()) else {
        return report.add("clock", Verdict::Warning, "the server does not say what time it is");
    };
    let ours = Timestamp::now();
    let ahead = theirs.timestamp().as_second() - ours.as_second();
    let Ok(zone) = zone::zone(globals.tz.as_deref()) else { return };
    let now = ours.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string();
    let zone = zone::name(&zone);
    if ahead.abs() <= CLOCK {
        return report.add(
            "clock",
            Verdict::Ok,
            format!("agrees with the server's; here it is {now} in {zone}"),
        );
    }
    let direction = if ahead > 0 { "ahead of" } else { "behind" };
    report.add(
        "clock",
        Verdict::Warning,
        format!("the server's is {} s {direction} this one, where it is {now} in {zone}", ahead.abs()),
    );
    report.look_at("time synchronisation of both machines: periods of calls are wrong by as much");
}

enum Problem {
    Transport(TransportError),
    Other(Failure),
}

async fn call(connection: &Connection, wrong_key: bool) -> Result<Answer, Problem> {
    let client = &connection.client;
    let mut credentials = client.credentials().clone();
    if wrong_key {
        credentials = credentials.with_key(raw::wrong_key());
    }
    let request = RawCall::of_catalog(FUNCTION, &[]).and_then(|call| {
        Ok(client.server().prepare_described(call.spec, &call, &credentials, &call.options)?)
    });
    let request = request.map_err(Problem::Other)?;
    let redactor = request.redactor();
    let mut answer = client.send_prepared(request).await.map_err(Problem::Transport)?;
    answer.extensions_mut().insert(redactor);
    Ok(answer)
}

fn is(messages: &[String], fault: &CommonFault) -> bool {
    messages.iter().any(|message| CommonFault::from_message(message).as_ref() == Some(fault))
}
