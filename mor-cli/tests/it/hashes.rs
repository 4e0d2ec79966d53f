//! `mor verify-hash`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // in helpers of the tests

use crate::support::{POLL, demo, file, mor};
use mor_api::Hash;
use tempfile::TempDir;

fn verify(parts: &[&str], key: &str, more: &[&str]) -> crate::support::Run {
    let hash = Hash::of(parts.iter().copied(), key);
    demo(&[&["verify-hash", POLL, "id=2", "--expect", hash.as_str()], more].concat())
}

#[test]
fn the_right_hash_is_right() {
    assert_eq!(verify(&["2"], "secret", &[]).ok(), "The hash is right: id + API secret key.\n");
    let json = verify(&["2"], "secret", &["--format", "json"]).json();
    assert_eq!((&json["found"], &json["correct"]), (&true.into(), &true.into()));
}

#[test]
fn mistakes_are_named() {
    insta::assert_snapshot!(verify(&["admin", "2"], "secret", &[]).ok());
    assert!(verify(&["2"], "secret\n", &[]).ok().contains("ends in a line break"));
    assert!(verify(&["02"], "secret", &["u=bob"]).code == 4);
    assert!(verify(&["bob", "2"], "secret", &["u=bob"]).ok().contains("u + id + API secret key"));
    let directory = TempDir::new().unwrap();
    let keys = file(&directory, "keys", "first key\nabcdefghijkl\n", 0o600);
    let other = verify(&["2"], "abcdefghijkl", &["--keys-file", keys.to_str().unwrap()]).ok();
    assert!(other.contains("the key on line 2") && !other.contains("abcdefghijkl"), "{other}");
}

/// `s_user=all` is sent and not hashed, `s_user=5` is both.
#[test]
fn a_value_may_decide_whether_it_is_hashed() {
    let verify = |value: &str, parts: &[&str]| {
        let hash = Hash::of(parts.iter().copied(), "secret");
        let user = format!("s_user={value}");
        demo(&["verify-hash", "user_calls_get", "period_start=1", &user, "--expect", hash.as_str()]).ok()
    };
    assert_eq!(verify("all", &["1"]), "The hash is right: period_start + API secret key.\n");
    assert_eq!(verify("5", &["1", "5"]), "The hash is right: period_start + s_user + API secret key.\n");
    assert!(verify("all", &["1", "all"]).contains("`s_user` is hashed, and must not be"));
    assert!(verify("5", &["1"]).contains("`s_user` is not hashed, and must be"));
}

#[test]
fn a_parameter_that_the_function_does_not_have_is_tried_and_named() {
    let hash = Hash::of(["2", "1"], "secret");
    let arguments =
        ["verify-hash", "user_balance_update", "user_id=2", "amount=1", "--expect", hash.as_str()];
    let text = demo(&arguments).ok();
    assert!(text.contains("user_id + amount + API secret key"), "{text}");
    assert!(text.contains("`amount` is not a parameter of user_balance_update"), "{text}");
}

#[test]
fn an_undeclared_function_is_tried_with_the_given_parameters() {
    let hash = Hash::of(["2"], "secret");
    let text = demo(&["verify-hash", "some_new_function", "id=2", "--expect", hash.as_str()]).ok();
    assert!(text.starts_with("The hash was made from   id + API secret key\n"), "{text}");
    let run = demo(&[
        "verify-hash",
        "user_detials_get",
        "user_id=2",
        "--expect",
        hash.as_str(),
        "--format",
        "json",
    ]);
    let json = run.json();
    assert_eq!((&json["found"], &json["correct"]), (&true.into(), &false.into()));
    assert!(json["remarks"][0].as_str().unwrap().contains("did you mean `user_details_get`"), "{json}");
}

#[test]
fn an_unexplained_hash_is_exit_4() {
    let run = verify(&["2"], "another key", &[]).fails(4, &[]);
    assert!(run.out.contains("No plausible recipe"), "{}", run.out);
}

#[test]
fn wrong_input() {
    demo(&["verify-hash", POLL, "id=2", "--expect", "abc"])
        .fails(2, &["--expect", "40 hexadecimal digits", "3 characters"]);
    let run = demo(&["verify-hash", POLL, "idd=2", "--expect", &"0".repeat(40)]).fails(4, &[]);
    assert!(
        run.out.contains("`idd` is not a parameter") && run.out.contains("did you mean `id`?"),
        "{}",
        run.out
    );
    demo(&["verify-hash", POLL, "id=2"]).fails(2, &["--expect"]);
    mor(&["verify-hash", POLL, "id=2", "--expect", &"0".repeat(40)]).fails(3, &["no API secret key"]);
}
