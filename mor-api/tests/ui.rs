//! What the compiler says about declarations with mistakes, and declarations it must take.
//!
//! The cases stand in the workspace's `tests/ui/`; they are compiled from here so that the messages, which list
//! implementors of traits, do not change with every endpoint. A case is named after the one mistake it shows; the message stands beside it in a
//! `.stderr` file, made with `TRYBUILD=overwrite cargo test -p mor-api --test ui` and then read by a person.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders of cases that must not compile.
const TOPICS: [&str; 5] = ["endpoint", "fault", "from_xml", "param_set", "wire_enum"];

/// How many cases a topic has at least.
const COUNTED: [(&str, usize); 5] =
    [("endpoint", 71), ("fault", 13), ("from_xml", 20), ("param_set", 13), ("wire_enum", 10)];

/// Cases with more than one message. A name or place that is used twice is reported at both fields.
const SEVERAL_MESSAGES: [(&str, usize); 12] = [
    ("fault/common_or_other", 2),
    ("endpoint/caller_place_is_taken", 2),
    ("endpoint/duplicate_wire_name", 2),
    ("endpoint/order_duplicate", 2),
    ("endpoint/six_mistakes", 6),
    ("fault/same_text_twice", 2),
    ("fault/several_mistakes", 8),
    ("from_xml/same_element_twice", 2),
    ("from_xml/several_mistakes", 7),
    ("param_set/duplicate_wire_name", 2),
    ("wire_enum/same_word_twice", 2),
    ("wire_enum/several_mistakes", 6),
];

fn folder(topic: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/ui").join(topic)
}

#[test]
fn mistakes_are_reported_and_right_declarations_taken() {
    let cases = trybuild::TestCases::new();
    cases.pass("../tests/ui/pass/*.rs");
    for topic in TOPICS.iter().filter(|topic| folder(topic).is_dir()) {
        cases.compile_fail(format!("../tests/ui/{topic}/*.rs"));
    }
}

/// Follow-up errors hide the mistake, so there must be none: trybuild compares texts and would take them.
#[test]
fn every_mistake_has_one_message() {
    for (topic, cases) in COUNTED {
        let mut read = 0;
        for entry in fs::read_dir(folder(topic)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "stderr") {
                continue;
            }
            let name = path.file_stem().unwrap().to_str().unwrap();
            let expected = SEVERAL_MESSAGES
                .iter()
                .find(|(case, _)| *case == format!("{topic}/{name}"))
                .map_or(1, |(_, count)| *count);
            let text = fs::read_to_string(&path).unwrap();
            let messages =
                text.lines().filter(|line| line.starts_with("error") || line.starts_with("warning"));
            assert_eq!(messages.count(), expected, "{topic}/{name}:\n{text}");
            read += 1;
        }
        assert!(read >= cases, "only {read} cases of {topic}");
    }
}
