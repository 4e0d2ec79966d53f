//! What the compiler says about declarations with mistakes, and declarations it must take.
//!
//! The cases stand in the workspace's `tests/ui/`; they are compiled from here so that the messages, which list
//! implementors of traits, do not change with every endpoint. A case is named after the one mistake it shows; the message stands beside it in a
//! `.stderr` file, made with `TRYBUILD=overwrite cargo test -p mor-api --test ui` and then read by a person.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders of cases that must not compile.
const TOPICS: [&str; 5] = ["endpoint", "fault", "from_xml", "param_set", "wire_enum"];

/// Topics of which every case has as many messages as it has mistakes.
const COUNTED: [(&str, usize); 2] = [("endpoint", 55), ("param_set", 13)];

/// Their cases with more than one message. A name or place that stands twice is reported at both fields.
const SEVERAL_MESSAGES: [(&str, usize); 4] =
    [("caller_place_is_taken", 2), ("duplicate_wire_name", 2), ("order_duplicate", 2), ("six_mistakes", 6)];

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
            let expected =
                SEVERAL_MESSAGES.iter().find(|(case, _)| *case == name).map_or(1, |(_, count)| *count);
            let text = fs::read_to_string(&path).unwrap();
            let messages =
                text.lines().filter(|line| line.starts_with("error") || line.starts_with("warning"));
            assert_eq!(messages.count(), expected, "{topic}/{name}:\n{text}");
            read += 1;
        }
        assert!(read >= cases, "only {read} cases of {topic}");
    }
}
