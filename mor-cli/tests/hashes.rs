//! `mor verify-hash`.

mod support;

use mor_api::Hash;
use support::{POLL, demo, file, mor};
use tempfile::TempDir;

fn verify(parts: &[&str], key: &str, more: &[&str]) -> support::Run {
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

#[test]
fn an_unexplained_hash_is_exit_4() {
    let run = verify(&["2"], "another key", &[]).fails(4, &[]);
    assert!(run.out.contains("No plausible recipe"), "{}", run.out);
}

#[test]
fn wrong_input() {
    demo(&["verify-hash", POLL, "id=2", "--expect", "abc"])
        .fails(2, &["--expect", "40 hexadecimal digits", "3 characters"]);
    demo(&["verify-hash", POLL, "idd=2", "--expect", &"0".repeat(40)]).fails(2, &["`idd`", "`id`"]);
    demo(&["verify-hash", POLL, "id=2"]).fails(2, &["--expect"]);
    mor(&["verify-hash", POLL, "id=2", "--expect", &"0".repeat(40)]).fails(3, &["no API secret key"]);
}
