//! Which elements an answer cannot do without: probed by leaving them out of every sample.
//!
//! `UPDATE_REQUIRED=1 cargo test -p mor-tests conformance presence` writes `required.txt`, the list of them. Each new
//! line in it needs a source which says that every version since the declared one sends the element, to every kind of
//! caller and with every option.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use mor_api::{Effect, Payload};
use mor_endpoints::Function;
use mor_sim::catalog::{Response, ResponseKind};

use crate::conformance::elements::{Element, elements, emptied, without};
use crate::conformance::exceptions;
use crate::conformance::support::{assert_none, pairs};

const REQUIRED: &str = "it/conformance/required.txt";

/// Names of elements that a server uses to state that it did what it was asked to.
const STATEMENTS: [&str; 4] = ["success", "status", "message", "email_sending_status"];

fn decodes(function: &Function, answer: &str) -> bool {
    function.check_answer(Payload::Xml(answer)).is_ok()
}

/// The XML samples of answers that are not refusals, with their places.
fn samples() -> impl Iterator<Item = (&'static Function, usize, &'static str, &'static Response)> {
    pairs().flat_map(|(function, facts)| {
        let samples = facts.responses.iter().enumerate();
        samples.filter_map(move |(index, sample)| {
            let text = sample.xml.trim();
            let is_answer = text.starts_with('<') && !exceptions::is_no_sample(&facts.name, index);
            (is_answer && decodes(function, text)).then_some((function, index, text, sample))
        })
    })
}

/// The elements with a value without which a sample cannot be decoded.
fn split<'e>(function: &Function, sample: &str, all: &'e [Element]) -> (Vec<&'e Element>, Vec<&'e Element>) {
    let name = function.spec().function;
    let values = all.iter().filter(|element| {
        !element.has_children && !element.is_root() && !exceptions::is_no_detail(name, &element.path)
    });
    values.partition(|element| !decodes(function, &without(sample, [*element])))
}

#[test]
fn an_element_that_may_be_missing_may_be_empty() {
    let mut wrong = Vec::new();
    for (function, index, sample, _) in samples() {
        let all = elements(sample);
        let (_, optional) = split(function, sample, &all);
        for element in &optional {
            for content in ["", " ", "\n  "] {
                let answer = element.with_content(sample, content);
                if let Err(error) = function.check_answer(Payload::Xml(&answer)) {
                    wrong.push(format!(
                        "{} sample {index}: {} with {content:?}: {error}",
                        function.spec().function,
                        element.path
                    ));
                }
            }
        }
        // Of several elements that can each state the success one has to.
        let details = optional.into_iter().filter(|element| !STATEMENTS.contains(&element.name()));
        let details: Vec<&Element> = details.collect();
        for answer in [emptied(sample, details.iter().copied()), without(sample, details.iter().copied())] {
            if let Err(error) = function.check_answer(Payload::Xml(&answer)) {
                wrong.push(format!("{} sample {index}: {answer}: {error}", function.spec().function));
            }
        }
    }
    assert_none(&wrong);
}

/// The outcome of a write is never unknown because a detail is missing.
#[test]
fn a_servers_own_statement_of_success_is_enough() {
    let mut wrong = Vec::new();
    let mut reduced = 0;
    for (function, index, sample, facts) in samples() {
        if function.spec().effect != Effect::Write || facts.kind == ResponseKind::Other {
            continue;
        }
        let all = elements(sample);
        let is_statement = |element: &&Element| {
            STATEMENTS.contains(&element.name())
                && element.has_text(sample)
                && !exceptions::is_no_detail(function.spec().function, &element.path)
        };
        let statements: Vec<&Element> = all.iter().filter(is_statement).collect();
        if statements.is_empty() {
            continue;
        }
        reduced += 1;
        let details = all.iter().filter(|element| {
            !statements.iter().any(|statement| {
                element.span.start <= statement.span.start && statement.span.end <= element.span.end
            })
        });
        let answer = without(sample, details);
        if let Err(error) = function.check_answer(Payload::Xml(&answer)) {
            wrong.push(format!("{} sample {index}: {answer}: {error}", function.spec().function));
        }
    }
    assert_none(&wrong);
    let all = std::env::var_os("CONFORMANCE_GROUP").is_none();
    assert!(!all || reduced > 50, "only {reduced} statements of success");
}

#[test]
fn every_required_element_is_a_decision() {
    let required = required();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(REQUIRED);
    if std::env::var_os("UPDATE_REQUIRED").is_some() {
        assert!(std::env::var_os("CONFORMANCE_GROUP").is_none(), "the list is of all functions");
        std::fs::write(&path, list(&required)).unwrap();
    }
    let old = std::fs::read_to_string(&path).unwrap();
    let old = parse(&old);
    let mut wrong = Vec::new();
    for (function, elements) in &required {
        let known = old.get(function).cloned().unwrap_or_default();
        wrong.extend(elements.difference(&known).map(|element| format!("{function}: {element} is required")));
        wrong.extend(known.difference(elements).map(|element| format!("{function}: {element} is optional")));
    }
    assert!(
        wrong.is_empty(),
        "{REQUIRED} says otherwise; UPDATE_REQUIRED=1 updates it:\n{}",
        wrong.join("\n")
    );
}

/// Paths by function.
type Required<'f> = BTreeMap<&'f str, BTreeSet<String>>;

fn required() -> Required<'static> {
    let mut required = Required::new();
    for (function, _, sample, _) in samples() {
        let all = elements(sample);
        let (needed, _) = split(function, sample, &all);
        let paths = needed.into_iter().map(|element| element.path.clone());
        required.entry(function.spec().function).or_default().extend(paths);
    }
    required
}

fn list(required: &Required<'_>) -> String {
    let mut list = String::new();
    for (function, elements) in required.iter().filter(|(_, elements)| !elements.is_empty()) {
        writeln!(list, "{function}").unwrap();
        elements.iter().for_each(|element| writeln!(list, "  {element}").unwrap());
    }
    list
}

fn parse(list: &str) -> Required<'_> {
    let mut required = Required::new();
    let mut function = "";
    for line in list.lines() {
        match line.strip_prefix("  ") {
            Some(element) => drop(required.entry(function).or_default().insert(element.to_owned())),
            None => function = line,
        }
    }
    required
}
