//! Which hashes the simulator takes, seen from outside.

use mor_sim::{Simulator, Verdict};

use crate::support::{self, last_verdict, post, signed};

const WRONG: &str = "<status>\n  <error>Incorrect hash</error>\n</status>\n";

#[track_caller]
fn assert_accepted(sim: &Simulator, function: &str, form: &str, hashed: &str) {
    let reply = post(sim, function, &signed(form, hashed));
    let verdict = last_verdict(sim);
    assert!(verdict.is_accepted(), "{verdict}");
    assert_eq!((reply.status, reply.text().contains("Incorrect hash")), (200, false));
}

#[track_caller]
fn assert_refused(sim: &Simulator, function: &str, form: &str, hashed: &str) {
    let reply = post(sim, function, &signed(form, hashed));
    let verdict = last_verdict(sim);
    assert!(verdict.is_refused(), "{verdict}");
    assert!(reply.text().ends_with(WRONG), "{}", reply.text());
}

#[test]
fn a_function_of_the_global_list_hashes_every_listed_parameter_that_is_sent() {
    let sim = Simulator::start().unwrap();
    assert_accepted(&sim, "user_details_get", "u=admin&user_id=2", "2secret");
    assert_accepted(&sim, "user_details_get", "u=admin&user_id=002", "2secret");
    assert_refused(&sim, "user_details_get", "u=admin&user_id=2&state=on", "2secret");
    assert_accepted(&sim, "user_details_get", "u=admin&user_id=2&state=on", "2onsecret");
}

#[test]
fn a_function_with_its_own_list_hashes_nothing_else() {
    let sim = Simulator::start().unwrap();
    assert_accepted(&sim, "subscriptions_get", "u=admin&user_id=2", "secret");
    assert_accepted(&sim, "users_get", "u=admin&p=admin1&state=on", "adminadmin1secret");
    assert_refused(&sim, "users_get", "u=admin&p=admin1", "admin1secret");
}

#[test]
fn quickstats_hashes_any_username_but_admin() {
    let sim = Simulator::start().unwrap();
    assert_accepted(&sim, "quickstats_get", "u=admin", "secret");
    assert_accepted(&sim, "quickstats_get", "u=some_user", "some_usersecret");
}

#[test]
fn the_key_is_that_of_the_owner() {
    let sim = Simulator::start().unwrap();
    let function = "phonebook_record_delete";
    assert_accepted(&sim, function, "u=accountant&id=1", "1secret");
    assert_accepted(&sim, function, "u=reseller&id=1", "1abcdefghijkl");
    assert_accepted(&sim, function, "u=reseller&id=1", "1secret");
    assert_accepted(&sim, function, "u=user_reseller&id=1", "1abcdefghijkl");
    assert_refused(&sim, function, "u=user_reseller&id=1", "1secret");
    assert_refused(&sim, function, "u=some_user&id=1", "1abcdefghijkl");
}

#[test]
fn a_missing_short_or_upper_case_hash_is_wrong() {
    let sim = Simulator::start().unwrap();
    let upper = support::sha1("secret").to_uppercase();
    for form in ["u=admin", "u=admin&hash=", "u=admin&hash=abc", &format!("u=admin&hash={upper}")] {
        assert!(post(&sim, "services_get", form).text().ends_with(WRONG), "{form}");
    }
}

#[test]
fn an_unknown_caller_is_refused_by_the_function_and_not_for_his_hash() {
    let sim = Simulator::start().unwrap();
    assert!(post(&sim, "payments_get", "u=nobody").text().contains("<status>\n  <error>Bad login</error>"));
    assert!(post(&sim, "services_get", "").text().contains("<error>Access Denied</error>"));
    assert!(matches!(last_verdict(&sim), Verdict::NotChecked(_)));
}

#[test]
fn hash_checking_can_be_switched_off() {
    let sim = Simulator::start().unwrap();
    sim.settings(|settings| settings.check_hash = false);
    assert!(post(&sim, "services_get", "u=admin").text().contains("<services>"));
}

#[test]
fn a_refusal_says_what_belongs_into_the_hash() {
    let sim = Simulator::start().unwrap();
    assert_refused(&sim, "user_calls_get", "u=reseller&period_end=20&period_start=10&s_user=all", "1020all");

    let verdict = last_verdict(&sim);
    let expected = "hash refused: the server hashes period_start + period_end + key of reseller or of admin; \
                    dropped for their values: s_user";
    assert_eq!(verdict.to_string(), expected);
    let Verdict::Refused(check) = verdict else { panic!("{verdict}") };
    assert_eq!(check.parts()[0], ("period_start".to_owned(), "10".to_owned()));
    assert_eq!(check.received().map(str::len), Some(40));
}
