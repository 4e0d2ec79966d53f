//! What the compiler reports about declarations with mistakes, and declarations that it must accept.
//!
//! The cases are in `tests/ui/`, a folder per topic. A case is named after the one mistake that it shows; the message is in a
//! `.stderr` file of the same name, written with `TRYBUILD=overwrite cargo test -p mor-api-derive --test ui` and then read by a person.

#![allow(clippy::panic, clippy::unwrap_used)] // in helpers of the tests

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of cases that must compile.
const PASS: &str = "pass";

/// The folders, and how many cases each has at least.
const TOPICS: [(&str, usize); 6] =
    [("endpoint", 87), ("fault", 14), ("from_xml", 24), ("param_set", 13), ("wire_enum", 10), (PASS, 10)];

/// Cases with more than one message. A name or place that is used twice is reported at both fields.
const SEVERAL_MESSAGES: [(&str, usize); 12] = [
    ("endpoint/caller_place_is_taken", 2),
    ("endpoint/duplicate_wire_name", 2),
    ("endpoint/order_duplicate", 2),
    ("endpoint/six_mistakes", 6),
    ("fault/common_or_other", 2),
    ("fault/same_text_twice", 2),
    ("fault/several_mistakes", 8),
    ("from_xml/same_element_twice", 2),
    ("from_xml/several_mistakes", 7),
    ("param_set/duplicate_wire_name", 2),
    ("wire_enum/same_word_twice", 2),
    ("wire_enum/several_mistakes", 6),
];

#[test]
fn mistakes_are_reported_and_right_declarations_taken() {
    let cases = trybuild::TestCases::new();
    cases.pass(format!("tests/ui/{PASS}/*.rs"));
    for (topic, _) in TOPICS.iter().filter(|(topic, _)| *topic != PASS) {
        cases.compile_fail(format!("tests/ui/{topic}/*.rs"));
    }
}

/// A topic without a folder has no cases and no mistakes either.
#[test]
fn every_topic_has_its_cases() {
    for (topic, expected) in TOPICS {
        let cases = names(topic, "rs").len();
        assert!(cases >= expected, "{topic}: {cases} cases, expected at least {expected}");
    }
    let folders = fs::read_dir(folder("")).unwrap().map(|entry| entry.unwrap().file_name());
    for name in folders {
        assert!(
            TOPICS.iter().any(|(topic, _)| name == *topic),
            "{name:?} is not a topic: no case in it is run"
        );
    }
}

/// Follow-up errors hide the mistake, so there must be none: trybuild compares texts and would take them.
#[test]
fn every_mistake_has_one_message() {
    for (topic, _) in TOPICS.iter().filter(|(topic, _)| *topic != PASS) {
        let messages = names(topic, "stderr");
        assert_eq!(messages, names(topic, "rs"), "{topic}: each case has a message, each message a case");
        for name in messages {
            let case = format!("{topic}/{name}");
            let expected =
                SEVERAL_MESSAGES.iter().find(|(several, _)| *several == case).map_or(1, |(_, n)| *n);
            let text = fs::read_to_string(folder(&case).with_extension("stderr")).unwrap();
            let messages =
                text.lines().filter(|line| line.starts_with("error") || line.starts_with("warning"));
            assert_eq!(messages.count(), expected, "{case}:\n{text}");
        }
    }
    for (case, _) in SEVERAL_MESSAGES {
        assert!(folder(case).with_extension("rs").is_file(), "there is no case {case}");
    }
}

fn folder(topic: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui").join(topic)
}

/// The files of a topic, without their extension.
fn names(topic: &str, extension: &str) -> Vec<String> {
    let entries = fs::read_dir(folder(topic)).unwrap_or_else(|error| panic!("{topic}: {error}"));
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut names: Vec<String> = paths
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}
