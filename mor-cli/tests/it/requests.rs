//! Requests as the server takes them: nothing is demanded that it does not demand, and what is configured is sent.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // in helpers of the tests

use crate::support::{POLL, bare, demo, mor, run, with};
use mor_sim::Simulator;

const REDIAL: &str = "autodialer_redial_all_failed_calls";

/// The parameters of the last request.
#[track_caller]
fn sent(simulator: &Simulator, name: &str) -> Option<String> {
    simulator.last_request().unwrap().raw().param(name)
}

#[test]
fn the_configured_username_is_the_caller_of_quickstats() {
    let simulator = Simulator::start().unwrap();
    run(with(&simulator).env("MOR_USERNAME", "admin"), &["call", "quickstats_get"]).ok();
    assert_eq!(sent(&simulator, "u").as_deref(), Some("admin"));
    assert!(simulator.last_request().unwrap().verdict.is_accepted(), "the name admin is not hashed");
    run(&mut with(&simulator), &["call", "quickstats_get"]).ok();
    assert_eq!(sent(&simulator, "u").as_deref(), Some("some_user"));
    assert!(simulator.last_request().unwrap().verdict.is_accepted(), "other names are hashed");
    run(&mut with(&simulator), &["call", "quickstats_get", "u=admin"]).ok();
    assert_eq!(sent(&simulator, "u").as_deref(), Some("admin"));
}

#[test]
fn the_configured_password_proves_the_caller_of_users_get() {
    let simulator = Simulator::start().unwrap();
    let admin = || {
        let mut command = with(&simulator);
        command.env("MOR_USERNAME", "admin");
        command
    };
    run(admin().env("MOR_PASSWORD", "admin1"), &["call", "users_get"]).ok();
    assert_eq!(sent(&simulator, "p").as_deref(), Some("admin1"));
    assert!(simulator.last_request().unwrap().verdict.is_accepted());
    run(&mut admin(), &["call", "users_get"]).fails(3, &["password", "MOR_PASSWORD"]);
    let shown = run(
        admin().env("MOR_PASSWORD", "admin1"),
        &["explain", "users_get", "uniquehash=abcdefghij", "--format", "json"],
    );
    let json = shown.json();
    let names: Vec<&str> =
        json["form"].as_array().unwrap().iter().filter_map(|pair| pair[0].as_str()).collect();
    assert_eq!(names, ["u", "uniquehash", "hash"]);
}

#[test]
fn the_configured_password_is_sent_where_old_servers_read_it() {
    let simulator = Simulator::start().unwrap();
    run(with(&simulator).env("MOR_PASSWORD", "pass word"), &["call", "user_logout"]).ok();
    assert_eq!(sent(&simulator, "p").as_deref(), Some("pass word"));
    run(&mut with(&simulator), &["call", "user_logout"]).ok();
    assert_eq!(sent(&simulator, "p"), None);
}

#[test]
fn what_the_server_does_not_demand_can_be_left_out() {
    for (function, parameters) in [
        ("phonebooks_get", &[][..]),
        ("financial_statements_get", &[]),
        ("did_subscription_stop", &["dids_id=5"]),
        ("did_subscription_stop", &["did_id=5"]),
        ("credit_note_create", &["user_id=2", "issue_date=1600000000"]),
        ("recordings_delete", &["s_device_id=7"]),
        ("autodialer_get_campaign_statistics", &["id=2"]),
    ] {
        let arguments = [&["call", function], parameters, &["--yes"]].concat();
        demo(&arguments).ok();
    }
    mor(&["explain", "did_subscription_stop"]).fails(2, &["`did_id`: it or `dids_id` is required"]);
    mor(&["explain", "financial_statements_get", "date_from=0"])
        .fails(2, &["`date_from` requires `date_till`"]);
}

#[test]
fn a_parameter_of_a_newer_server_is_refused_with_the_way_to_send_it() {
    let run = mor(&["explain", POLL, "id=2", "limit=5", "page=1"]);
    let run =
        run.fails(2, &["`limit` is not a parameter of", "`page` is not a", "--extra NAME=VALUE", "--raw"]);
    assert_eq!(run.err.matches("--extra").count(), 1, "{}", run.err);
    let caller = mor(&["explain", "user_simple_balance_get", "id=x", "u=admin"]).fails(2, &["`u` is not a"]);
    assert!(!caller.err.contains("--extra"), "it would be refused: {}", caller.err);
}

#[test]
fn an_extra_parameter_is_sent_and_not_hashed() {
    let simulator = Simulator::start().unwrap();
    let extra = ["call", POLL, "id=2", "--extra", "limit=5", "--extra", "note=a=b"];
    run(&mut with(&simulator), &extra).ok();
    assert_eq!((sent(&simulator, "limit"), sent(&simulator, "note")), (Some("5".into()), Some("a=b".into())));
    assert!(simulator.last_request().unwrap().verdict.is_accepted());
    let shown = run(&mut with(&simulator), &["explain", POLL, "id=2", "--extra", "access_token=abcdef"]).ok();
    assert!(shown.contains("access_token = ***") && !shown.contains("abcdef"), "{shown}");
    let warned = run(&mut with(&simulator), &["call", POLL, "id=2", "--extra", "access_token=abcdef"]);
    assert!(warned.err.contains("`access_token` is a secret on the command line"), "{}", warned.err);
    let curl = mor(&["explain", POLL, "id=2", "--extra", "access_token=abcdef", "--curl"]).ok();
    assert!(curl.contains("'access_token='\"$ACCESS_TOKEN\""), "{curl}");
}

#[test]
fn an_extra_parameter_is_none_that_is_sent_anyway() {
    let explain = |extra| mor(&["explain", POLL, "id=2", "--extra", extra]);
    explain("order_by=src").fails(2, &["`order_by` cannot be an extra parameter", "declared"]);
    explain("hash=0").fails(2, &["`hash` cannot be an extra parameter"]);
    explain("u=admin").fails(2, &["`u` cannot be an extra parameter", "credentials"]);
    explain("p=pass").fails(2, &["`p` cannot be an extra parameter", "credentials"]);
    explain("limit").fails(2, &["`limit` is no parameter; right is NAME=VALUE"]);
    mor(&["call", "--raw", POLL, "--extra", "limit=5"]).fails(2, &["--extra"]);
}

#[test]
fn a_function_known_by_name_only_is_reached_by_raw() {
    let example = format!("mor call --raw {REDIAL} NAME=VALUE... --hash NAME,...");
    let described = mor(&["describe", REDIAL]).ok();
    assert!(described.contains("known by name only") && described.contains(&example), "{described}");
    let json = mor(&["describe", REDIAL, "--format", "json"]).json();
    assert_eq!((&json["name"], &json["declared"]), (&REDIAL.into(), &false.into()));
    mor(&["call", REDIAL, "id=2"]).fails(2, &["is not declared", &example]);
    mor(&["explain", "autodialer_redial_all_failed_call"]).fails(2, &["did you mean", REDIAL]);
}

#[test]
fn names_of_mor_10_are_called_by_these_names() {
    let shown = mor(&["explain", "change_user_balance", "user_id=2", "balance=5"]).ok();
    assert!(shown.contains("/billing/api/change_user_balance"), "{shown}");
    let described = mor(&["describe", "registration"]).ok();
    assert!(described.starts_with("user_register") && described.contains("registration"), "{described}");
}

#[test]
fn a_webhook_is_a_secret_that_can_be_cleared() {
    let simulator = Simulator::start().unwrap();
    let update = |url: &str| {
        let parameter = format!("webhook_url_for_call_end={url}");
        run(
            with(&simulator).env("MOR_USERNAME", "admin"),
            &["call", "device_update", "device=2", &parameter, "-y"],
        )
    };
    update("").ok();
    assert_eq!(sent(&simulator, "webhook_url_for_call_end").as_deref(), Some(""));
    assert!(simulator.last_request().unwrap().verdict.is_accepted(), "it is not hashed");
    update("https://crm.example.com/?api_key=abcdef").ok();
    let before = simulator.requests().len();
    let refused =
        update("ftp://crm.example.com/?api_key=abcdef").fails(2, &["starts with http:// or https://"]);
    assert!(!refused.err.contains("abcdef"), "{}", refused.err);
    assert_eq!(simulator.requests().len(), before, "nothing was sent");
    let shown = run(
        &mut bare(),
        &[
            "explain",
            "device_update",
            "device=2",
            "webhook_url_for_call_end=https://example.com/?token=abcdef",
        ],
    );
    assert!(!shown.ok().contains("abcdef"));
}

#[test]
fn campaign_statistics_are_typed() {
    let json =
        demo(&["call", "autodialer_get_campaign_statistics", "id=2", "period_start=2020-06-01"]).json();
    assert_eq!(json["campaign_name"], "Spring offers");
    let statistics = &json["campaign_statistics"];
    assert_eq!(statistics["period_start"], "2020-06-01T03:00:00");
    assert_eq!((&statistics["failed"], &statistics["answered_calls"]), (&1.into(), &6.into()));
    assert_eq!((&statistics["answered_percent"], &statistics["total_call_time"]), (&"60".into(), &().into()));
}
