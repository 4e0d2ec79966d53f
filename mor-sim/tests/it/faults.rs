//! Scripted answers and faults.

use std::time::{Duration, Instant};

use mor_sim::{Answer, Chaos, Fault, FaultOrder, Seed, Simulator};

use crate::support::{self, post, signed};

fn services(sim: &Simulator) -> support::Reply {
    post(sim, "services_get", &signed("u=admin", "secret"))
}

#[test]
fn a_scripted_answer_comes_before_any_check_until_the_rules_are_reset() {
    let sim = Simulator::start().unwrap();
    sim.on("users_get").respond(Answer::xml("<page/>").with_status(503).with_header("Retry-After", "1"));
    let reply = post(&sim, "users_get", "");
    assert_eq!(
        (reply.status, reply.header("retry-after"), reply.text()),
        (503, Some("1"), "<page/>".to_owned())
    );
    assert_eq!(reply.header("content-type"), Some("text/html"));
    assert_eq!(
        sim.last_request().unwrap().verdict.to_string(),
        "hash not checked: a scripted answer was sent"
    );
    sim.reset_rules();
    assert!(post(&sim, "users_get", "").text().contains("Access Denied"));
}

#[test]
fn limited_orders_are_worked_off_and_older_names_mean_the_same_function() {
    let sim = Simulator::start().unwrap();
    sim.on("login").respond(Answer::text("one")).times(1);
    sim.on("user_login").respond(Answer::text("two")).times(1);
    assert_eq!(post(&sim, "user_login", "").text(), "one");
    assert_eq!(post(&sim, "login", "").text(), "two");
    assert!(post(&sim, "login", "").text().contains("failed"));
}

#[test]
#[should_panic = "Simulator::on: there is no function `payment_creat`; did you mean `payment_create`?"]
fn an_order_for_a_misspelt_function_panics_with_a_suggestion() {
    let _ = Simulator::start().unwrap().on("payment_creat");
}

#[test]
#[should_panic = "Simulator::chaos: there is no function `xyzzy`"]
fn chaos_for_a_misspelt_function_panics() {
    Simulator::start().unwrap().chaos(Chaos::seeded(1).only("xyzzy"));
}

#[test]
fn a_seed_made_in_code_with_a_misspelt_function_does_not_start() {
    let fault =
        |function: &str| FaultOrder { function: function.to_owned(), fault: Fault::Hang, times: None };
    let seed = |function| Seed { faults: vec![fault(function)], ..Seed::default() };
    assert!(Simulator::builder().seed(seed("create_payment")).start().is_ok(), "an older name");
    let error = Simulator::builder().seed(seed("payment_creat")).start().unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
    assert_eq!(error.to_string(), "there is no function `payment_creat`; did you mean `payment_create`?");
}

#[test]
fn a_name_from_input_is_an_error_instead() {
    let sim = Simulator::start().unwrap();
    let error = sim.try_on("users_gte").unwrap_err();
    assert_eq!((error.name(), error.similar()), ("users_gte", &["users_get".to_owned()][..]));
    sim.try_on("users_get").unwrap().respond(Answer::xml("<page/>"));
    assert_eq!(post(&sim, "users_get", "").text(), "<page/>");
}

#[test]
fn another_sample_can_be_chosen_and_is_still_signed() {
    let sim = Simulator::start().unwrap();
    sim.on("quickstats_get").sample(1);
    assert!(post(&sim, "quickstats_get", "u=admin").text().contains("Incorrect hash"));
    assert!(post(&sim, "quickstats_get", &signed("u=admin", "secret")).text().contains("<this_month>"));
    sim.on("quickstats_get").sample(7);
    let reply = post(&sim, "quickstats_get", &signed("u=admin", "secret"));
    assert_eq!(reply.status, 501);
    assert_eq!(reply.text(), "mor-sim: quickstats_get has 2 samples, there is no number 7\n");
}

#[test]
fn an_answer_can_be_made_from_the_request_once_it_is_signed() {
    let sim = Simulator::start().unwrap();
    sim.on("quickstats_get")
        .respond_with(|request| Answer::xml(format!("<u>{}</u>", request.param("u").unwrap_or_default())));
    assert!(post(&sim, "quickstats_get", "u=admin").text().contains("Incorrect hash"));
    assert_eq!(post(&sim, "quickstats_get", &signed("u=admin", "secret")).text(), "<u>admin</u>");
    assert!(sim.last_request().unwrap().verdict.is_accepted());
}

#[test]
fn faults_in_place_of_the_answer() {
    let sim = Simulator::start().unwrap();
    let faulty = |fault| {
        sim.on("services_get").fail(fault).times(1);
        services(&sim)
    };
    let page = faulty(Fault::HtmlPage);
    assert!(page.status == 200 && page.text().starts_with("<!DOCTYPE html>"));
    let login = faulty(Fault::LoginRedirect);
    assert_eq!((login.status, login.header("location")), (302, Some("/billing/callc/login")));
    let empty = faulty(Fault::EmptyBody);
    assert_eq!((empty.status, empty.text().as_str()), (200, ""));
    let error = faulty(Fault::ServerError);
    assert!(error.status == 500 && error.text().contains("<html>"));
}

#[test]
fn a_truncated_answer_is_correctly_framed() {
    let sim = Simulator::start().unwrap();
    sim.on("services_get").fail(Fault::Truncate(20));
    let reply = services(&sim);
    assert_eq!((reply.body.len(), reply.header("content-length")), (20, Some("20")));
    assert_eq!(reply.header("connection"), Some("close"));
}

#[test]
fn a_cut_connection_sends_less_than_it_promised() {
    let sim = Simulator::start().unwrap();
    let whole = services(&sim).body.len();
    for (after, sent, promised) in [(0, 0, whole), (10, 10, whole), (1_000_000, whole, 1_000_001)] {
        sim.on("services_get").fail(Fault::CutConnection { after });
        let reply = services(&sim);
        let length: usize = reply.header("content-length").unwrap().parse().unwrap();
        assert_eq!((reply.body.len(), length), (sent, promised), "after {after}");
    }
}

#[test]
fn a_write_whose_answer_is_lost_has_taken_place() {
    let sim = Simulator::start().unwrap();
    sim.on("autodialer_change_campaign_status").fail(Fault::CutConnection { after: 0 });
    post(&sim, "autodialer_change_campaign_status", &signed("u=some_user&id=1", "1secret"));
    assert_eq!(sim.campaign(1, |campaign| campaign.running), Some(true));
}

#[test]
fn a_late_answer_holds_up_nobody_else() {
    let sim = Simulator::start().unwrap();
    sim.on("services_get").fail(Fault::Delay(Duration::from_millis(300)));
    std::thread::scope(|scope| {
        let late = scope.spawn(|| (Instant::now(), services(&sim)));
        assert!(post(&sim, "login_form", "").text().contains("Login page"));
        let (start, reply) = late.join().unwrap();
        assert!(start.elapsed() >= Duration::from_millis(300) && reply.text().contains("<services>"));
    });
}

#[test]
fn an_answer_that_is_no_http_is_reported() {
    let sim = Simulator::start().unwrap();
    sim.on("login_form").respond(Answer::text("x").with_header("Bad\nName", "y"));
    let reply = post(&sim, "login_form", "");
    assert!(reply.status == 501 && reply.text().starts_with("mor-sim: "), "{}", reply.text());
    sim.on("login_form").respond(Answer::text("x").with_status(7));
    assert_eq!(post(&sim, "login_form", "").status, 501);
}
