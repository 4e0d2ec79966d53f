//! The kinds of servers, one row each.

use mor_sim::Simulator;

use crate::doctor::server::{Asked, Reply, ok, redirect, serve, status};
use crate::doctor::{assert_lines, doctor};
use crate::support::with;

const VERSION: &str = "<page><version>X8</version></page>";
const ALL_OK: &str = "ok, network ok, URL ok, API ok, caller ok, key ok, GET ok, clock warning";

fn refusal(text: &str) -> Reply {
    ok(&format!("<page><status><error>{text}</error></status></page>"))
}

/// The details of a user, as the catalog has them.
fn details() -> String {
    let function = mor_sim::catalog::find("user_details_get").unwrap();
    function.responses.first().unwrap().xml.trim().to_owned()
}

fn answered(asked: &Asked) -> Reply {
    if asked.is_version() { ok(VERSION) } else { ok(&details()) }
}

/// Checks the hash before the function, as MOR X5 and X8 do. GET is off.
fn checked(asked: &Asked, function: impl Fn(&Asked) -> Reply) -> Reply {
    match asked {
        Asked { is_get: true, .. } => refusal("GET Requests are disabled"),
        Asked { is_signed: false, .. } => refusal("Incorrect hash"),
        _ => function(asked),
    }
}

#[track_caller]
fn assert_server(
    name: &str,
    answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static,
    expected: &str,
    code: i32,
    words: &[&str],
) {
    let (url, asked) = serve(answer);
    assert_lines(name, &mut doctor(&url), expected, code, words);
    let asked = asked.lock().unwrap();
    let is_harmless =
        |function: &String| matches!(function.as_str(), "system_version_get" | "user_details_get");
    assert!(asked.iter().all(is_harmless), "{name}: {asked:?}");
}

#[test]
fn an_x8_server_and_its_settings() {
    let simulator = Simulator::start().unwrap();
    let ok = "ok, network ok, URL ok, API ok, caller ok, key ok, GET ok, clock ok";
    assert_lines("X8", &mut with(&simulator), ok, 0, &["some_user is let in; the server is MOR X8"]);
    simulator.settings(|settings| settings.allow_get = true);
    let get = "ok, network ok, URL ok, API ok, caller ok, key ok, GET warning, clock ok";
    assert_lines("GET allowed", &mut with(&simulator), get, 0, &["Allow GET API"]);
    simulator.settings(|settings| (settings.allow_get, settings.check_hash) = (false, false));
    let off = "ok, network ok, URL ok, API ok, caller ok, key warning, GET ok, clock ok";
    assert_lines("hash check off", &mut with(&simulator), off, 0, &["whether the key is valid is not known"]);
    let mut unsigned = with(&simulator);
    unsigned.arg("--unsigned");
    assert_lines("unsigned", &mut unsigned, off, 0, &["answers without a hash"]);
    simulator.settings(|settings| settings.check_hash = true);
    let mut unsigned = with(&simulator);
    unsigned.arg("--unsigned");
    assert_lines(
        "unsigned",
        &mut unsigned,
        "ok, network ok, URL ok, API ok, key failed",
        4,
        &["leave out --unsigned"],
    );
    assert_lines(
        "wrong key",
        with(&simulator).env("MOR_API_KEY", "another"),
        "ok, network ok, URL ok, API ok, key failed",
        4,
        &["Incorrect hash", "API Secret Key"],
    );
    assert_lines(
        "wrong user",
        with(&simulator).env("MOR_USERNAME", "eve"),
        "ok, network ok, URL ok, API unknown, caller failed, key unknown",
        4,
        &["Access Denied", "does not know the user eve", "to a wrong hash the server says: Access Denied"],
    );
    simulator.settings(|settings| settings.allow_api = false);
    assert_lines("API off", &mut with(&simulator), "ok, network ok, URL ok, API failed", 6, &["Allow API"]);
}

#[test]
fn callers_who_may_call_only_some_functions() {
    assert_server(
        "a reseller who may not ask for the version",
        |asked| {
            checked(
                asked,
                |asked| if asked.is_version() { refusal("Access Denied") } else { answered(asked) },
            )
        },
        ALL_OK,
        0,
        &["bob is let in to user_details_get; to system_version_get the server says: Access Denied"],
    );
    assert_server(
        "the same without a hash check",
        |asked| if asked.is_version() { refusal("Access Denied") } else { answered(asked) },
        "ok, network ok, URL ok, API ok, caller ok, key warning, GET warning, clock warning",
        0,
        &["accepts a wrong hash, too"],
    );
    assert_server(
        "a user without permissions",
        |asked| checked(asked, |_| refusal("You are not authorized to use this functionality")),
        "ok, network ok, URL ok, API ok, caller failed, key ok",
        4,
        &["the key is accepted, but bob may not call these functions"],
    );
    assert_server(
        "a user who is not found",
        |asked| {
            checked(asked, |asked| {
                refusal(if asked.is_version() { "Undefined method" } else { "User was not found" })
            })
        },
        "ok, network ok, URL ok, API ok, caller unknown, key ok",
        1,
        &["whether bob is let in is not known", "older than MOR 8"],
    );
}

#[test]
fn older_servers() {
    let old = |asked: &Asked| match asked {
        Asked { is_get: true, .. } => refusal("GET Requests are disabled"),
        Asked { is_signed: false, .. } => refusal("Access Denied"),
        _ => answered(asked),
    };
    assert_server("Access Denied for a wrong hash", old, ALL_OK, 0, &["a wrong one is refused"]);
    let (url, _) = serve(old);
    assert_lines(
        "the same with a wrong key",
        doctor(&url).env("MOR_API_KEY", "another"),
        "ok, network ok, URL ok, API unknown, caller failed, key unknown",
        4,
        &["an old server also says so for a wrong API secret key"],
    );
    assert_server(
        "without the function for the version",
        |asked| {
            checked(
                asked,
                |asked| if asked.is_version() { refusal("Undefined method") } else { answered(asked) },
            )
        },
        ALL_OK,
        0,
        &["the server does not know system_version_get"],
    );
    assert_server(
        "without a key",
        |_| refusal("API must have Secret Key"),
        "ok, network ok, URL ok, API ok, key failed",
        4,
        &["the caller's owner has none"],
    );
    assert_server(
        "a proxy that turns POST into GET",
        |_| refusal("GET Requests are disabled"),
        "ok, network ok, URL ok, API failed",
        6,
        &["sent as POST and arrived as GET"],
    );
}

/// Nothing of it is proof of anything: no line after the network is `ok`.
#[test]
fn what_is_not_the_api_proves_nothing() {
    let foreign = "ok, network ok, URL failed";
    let page = "<!DOCTYPE html><html><title>Welcome to nginx!</title></html>";
    for (name, body, words) in [
        ("plain text", "Slow down, please", &["plain text", "Slow down", "/billing/api/"][..]),
        ("a number", "7.50", &["plain text"]),
        ("JSON", "{\"state\":\"running\"}", &["JSON comes from another API"]),
        (
            "a feed",
            "<rss><channel><item>weather</item></channel></rss>",
            &["not the response of system_version_get"],
        ),
        ("another page", "<page><id>1</id></page>", &["not the response of system_version_get"]),
        (
            "a version that is empty",
            "<page><version> </version></page>",
            &["not the response of system_version_get"],
        ),
        ("a web server's own page", page, &["HTML page", "/billing/api/"]),
        ("nothing", "", &["empty", "log of the web server"]),
    ] {
        assert_server(name, move |_| ok(body), foreign, 9, words);
    }
    for (status_line, words) in [
        ("500 Internal Server Error", &["500", "log of the web server"][..]),
        ("404 Not Found", &["404", "check host and path"]),
        ("403 Forbidden", &["403", "list of allowed addresses"]),
        ("401 Unauthorized", &["401", "password"]),
        ("429 Too Many Requests", &["429", "try again later"]),
    ] {
        assert_server(status_line, move |_| status(status_line, page), foreign, 9, words);
    }
    let portal = |_: &Asked| redirect("http://login.example.net/?next=x");
    assert_server("a captive portal", portal, foreign, 9, &["login.example.net", "login of a network"]);
    let to = "https://switch.example.com:8443/mor/billing/api/system_version_get";
    assert_server(
        "a redirect to https",
        move |_| redirect(to),
        foreign,
        9,
        &["write url = \"https://switch.example.com:8443/mor\""],
    );
    assert_server(
        "MOR's v2, or another interface",
        |_| ok("<status><error>There is no such API</error></status>"),
        foreign,
        5,
        &["knows neither system_version_get nor user_details_get"],
    );
    assert_server(
        "a refusal of an unknown kind",
        |_| ok("<status><error>Quota exhausted</error></status>"),
        "ok, network ok, URL unknown, API failed",
        6,
        &["Quota exhausted", "by IP address"],
    );
    assert_server(
        "an interface that breaks at the second question",
        |asked| if asked.is_version() { ok("<error><type>Undefined method</type></error>") } else { ok("?") },
        "ok, network ok, URL unknown",
        1,
        &["not known"],
    );
}

#[test]
fn a_check_that_breaks_leaves_its_line_unknown() {
    let breaks = |at: fn(&Asked) -> bool, with: &'static str| {
        move |asked: &Asked| if at(asked) { status(with, "") } else { checked(asked, answered) }
    };
    assert_server(
        "a wrong hash breaks the server",
        breaks(|asked| !asked.is_get && !asked.is_signed, "500 Internal Server Error"),
        "ok, network ok, URL ok, API ok, caller ok, key unknown, GET ok, clock warning",
        1,
        &["whether the key is valid is not known", "500"],
    );
    assert_server(
        "GET meets a wall",
        breaks(|asked| asked.is_get, "403 Forbidden"),
        "ok, network ok, URL ok, API ok, caller ok, key ok, GET unknown, clock warning",
        0,
        &["whether GET requests are allowed is not known"],
    );
    assert_server(
        "GET is not a method here",
        breaks(|asked| asked.is_get, "405 Method Not Allowed"),
        ALL_OK,
        0,
        &[],
    );
    let timeless = |asked: &Asked| {
        let Reply(status, _, body) = checked(asked, answered);
        Reply(status, String::new(), body)
    };
    let unknown = "ok, network ok, URL ok, API ok, caller ok, key ok, GET ok, clock unknown";
    assert_server("a server that does not send its time", timeless, unknown, 0, &["does not send its time"]);
}

#[test]
fn a_url_that_is_too_long_is_shortened() {
    let simulator = Simulator::start().unwrap();
    let url = simulator.url();
    for (path, code, lines) in [
        ("/v2", 9, "ok, network ok, URL failed"),
        ("/billing", 9, "ok, network ok, URL failed"),
        ("/billing/", 9, "ok, network ok, URL failed"),
        ("/api", 9, "ok, network ok, URL failed"),
        ("/billing/api/v2", 3, "failed"),
        ("/billing/api/users_get", 3, "failed"),
    ] {
        let advice = format!("write url = \"{url}\"");
        let mut command = with(&simulator);
        command.env("MOR_URL", format!("{url}{path}"));
        assert_lines(path, &mut command, lines, code, &["leave it off", &advice]);
    }
    assert_eq!(simulator.requests().iter().filter(|request| request.verdict.is_accepted()).count(), 0);
    let mut complete = with(&simulator);
    complete.env("MOR_URL", format!("{url}/billing/api/"));
    assert_lines(
        "/billing/api/",
        &mut complete,
        "ok, network ok, URL ok, API ok, caller ok, key ok, GET ok, clock ok",
        0,
        &[],
    );
}
