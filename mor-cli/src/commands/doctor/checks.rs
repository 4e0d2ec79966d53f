//! The checks, from the outside in: configuration, network, URL, API, caller, key, GET, clock. They call two functions
//! that only read.

use jiff::Timestamp;
use mor_api::{CommonFault, Method, TransportError, Unexpected};

use super::judge;
use super::probe::{Heard, Key, Question, Reply, ask};
use super::replies::Replies;
use super::{Report, Verdict, url};
use crate::cli::Globals;
use crate::config::{Connection, Settings, Wants};
use crate::exit::{Exit, Result, chain};
use crate::zone;

/// Seconds by which the clocks may differ without a warning.
const CLOCK: i64 = 60;

/// Runs the checks until one fails.
pub(super) async fn all(globals: &Globals, report: &mut Report) -> Result<()> {
    let Some(connection) = configuration(globals, report) else { return Ok(()) };
    let heard = ask(&connection, Question::Version, Key::Configured, Method::Post).await?;
    if !network(&heard.reply, &connection, report) {
        return Ok(());
    }
    let date = heard.date;
    let replies = replies(&connection, heard, globals.unsigned).await?;
    judge::all(&replies, &connection, globals.unsigned, report);
    let Some((question, by_post)) = replies.answered() else { return Ok(()) };
    get(&connection, question, by_post, report).await?;
    clock(date, globals, report);
    Ok(())
}

fn configuration(globals: &Globals, report: &mut Report) -> Option<Connection> {
    let wants = Wants { username: true, key: true, password: false };
    let opened =
        Settings::load(globals).map_err(|failure| (failure, None)).and_then(|settings| {
            match settings.connect(wants) {
                Ok(connection) => Ok((settings, connection)),
                Err(failure) => Err((failure, settings.url())),
            }
        });
    match opened {
        Ok((settings, connection)) => {
            let (url, user) = (&connection.url, &connection.username);
            let message = format!("{url} as {user}, from {}", settings.describe());
            report.add("configuration", Verdict::Ok, message);
            Some(connection)
        }
        Err((failure, url)) => {
            let hint = failure.hints.first().cloned();
            let is_url = failure.message.starts_with("base URL");
            report.add("configuration", Verdict::Failed(failure.exit), failure.message);
            let shorter = || url.filter(|_| is_url).as_deref().and_then(url::leave_off_unusable);
            if let Some(look_at) = hint.or_else(shorter) {
                report.look_at(look_at);
            }
            None
        }
    }
}

/// Whether an HTTP response came at all.
fn network(reply: &Reply, connection: &Connection, report: &mut Report) -> bool {
    if let Reply::Lost(error) = reply {
        lost(error, connection, report);
        return false;
    }
    if let Reply::Foreign { what, unexpected: Some(Unexpected::HttpsExpected) } = reply {
        report.add("TLS", Verdict::Failed(Exit::Network), what.clone());
        report.look_at(url::advice(connection, "", Some(&Unexpected::HttpsExpected)));
        return false;
    }
    let encrypted = connection.url.starts_with("https");
    let how = if encrypted { "reached over TLS; the certificate is valid" } else { "reached" };
    report.add("network", Verdict::Ok, how);
    let here =
        connection.client.server().api_url().contains("://127.") || connection.url.contains("localhost");
    if !encrypted && !here {
        report.add("TLS", Verdict::Warning, "http: everyone on the way can read and repeat the requests");
        report.look_at("use https");
    }
    true
}

fn lost(error: &TransportError, connection: &Connection, report: &mut Report) {
    let failed = Verdict::Failed(Exit::Network);
    if let Some(problem) = error.tls_problem() {
        let cause = std::error::Error::source(error).map(|source| format!(" ({})", chain(source)));
        report.add("TLS", failed, format!("{problem}; nothing was sent{}", cause.unwrap_or_default()));
        return report.look_at(problem.advice());
    }
    report.add("network", failed, chain(error));
    if error.may_need_tls() {
        let https = url::with_https(&connection.url);
        report
            .look_at(format!("if the port expects TLS, write url = \"{https}\"; is the web server running?"));
    } else if error.is_timeout() {
        report.look_at("the load of the server, a firewall; --timeout waits longer");
    } else {
        report.look_at("host name, port, proxy and firewall; is the web server running?");
    }
}

/// Asks what the first reply leaves open.
async fn replies(connection: &Connection, first: Heard, unsigned: bool) -> Result<Replies> {
    let mut replies =
        Replies { version: first.reply, version_wrong: None, details: None, details_wrong: None };
    let is_open = matches!(replies.version, Reply::Refused(_)) && !replies.version.settles();
    if !unsigned && (is_open || replies.version.is_answered()) {
        replies.version_wrong = Some(posted(connection, Question::Version, Key::Wrong).await?);
    }
    if is_open {
        let details = posted(connection, Question::OwnDetails, Key::Configured).await?;
        if !unsigned && matches!(details, Reply::Answered(_) | Reply::Refused(_)) {
            replies.details_wrong = Some(posted(connection, Question::OwnDetails, Key::Wrong).await?);
        }
        replies.details = Some(details);
    }
    Ok(replies)
}

async fn posted(connection: &Connection, question: Question, key: Key) -> Result<Reply> {
    Ok(ask(connection, question, key, Method::Post).await?.reply)
}

/// With a wrong hash, because URLs end up in logs; the server looks at the method first.
async fn get(
    connection: &Connection,
    question: Question,
    by_post: Option<&Reply>,
    report: &mut Report,
) -> Result<()> {
    let reply = ask(connection, question, Key::Wrong, Method::Get).await?.reply;
    let is_refused = reply.is(&CommonFault::GetDisabled)
        || matches!(reply, Reply::Foreign { unexpected: Some(Unexpected::Status(405)), .. });
    // What is refused as by POST was not refused for the method.
    let as_by_post = by_post.and_then(Reply::common).is_some_and(|fault| reply.is(fault));
    if is_refused {
        report.add("GET", Verdict::Ok, "GET requests are refused, as they should be");
    } else if reply.is_answered() || reply.is(&CommonFault::IncorrectHash) || as_by_post {
        let message = "GET requests are allowed; they leave hashes and parameters in logs";
        report.add("GET", Verdict::Warning, message);
        report.look_at("SETTINGS - API: Allow GET API, unless a program needs it");
    } else {
        let message =
            format!("whether GET requests are allowed is not known; the server says: {}", reply.summary());
        report.add("GET", Verdict::Unknown, message);
    }
    Ok(())
}

fn clock(theirs: Option<Timestamp>, globals: &Globals, report: &mut Report) {
    let Some(theirs) = theirs else {
        return report.add("clock", Verdict::Unknown, "the server does not send its time");
    };
    let ours = Timestamp::now();
    let ahead = theirs.as_second() - ours.as_second();
    let zone = match zone::zone(globals.tz.as_deref()) {
        Ok(zone) => zone,
        Err(failure) => return report.add("clock", Verdict::Unknown, failure.message),
    };
    let now = ours.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string();
    let zone = zone::name(&zone);
    if ahead.abs() <= CLOCK {
        let message = format!("agrees with the server's; here it is {now} in {zone}");
        return report.add("clock", Verdict::Ok, message);
    }
    let direction = if ahead > 0 { "ahead of" } else { "behind" };
    report.add(
        "clock",
        Verdict::Warning,
        format!("the server's is {} s {direction} this one, where it is {now} in {zone}", ahead.abs()),
    );
    report.look_at("time synchronisation of both machines: periods of calls are wrong by as much");
}
