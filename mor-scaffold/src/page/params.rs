//! The parameters: one bullet each, with lines below that belong to it.

use super::lines::unbulleted;
use super::sections::{Heading, Sections};
use crate::text::{find, has, has_any};

/// Where the page lists a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listed {
    /// Among those that are hashed.
    Hashed,
    /// Among those that are not.
    Plain,
    /// In a list that does not say.
    Undecided,
    /// Among both.
    Both,
}

/// A parameter as the page describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Param {
    pub(crate) name: String,
    /// Everything that is said about it.
    pub(crate) text: String,
    pub(crate) listed: Listed,
    /// Whether it is marked *Included into hash*.
    pub(crate) marked: bool,
    /// What is said line by line below it: *1 - yes*.
    pub(crate) notes: Vec<String>,
}

impl Param {
    /// Whether every request needs it; *required if ...* is a condition that a request may not meet.
    pub(crate) fn required(&self) -> bool {
        let Some(at) = find(&self.text, "required").or_else(|| find(&self.text, "mandatory")) else {
            return false;
        };
        let before = self.text.get(..at).unwrap_or_default().trim_end().to_ascii_lowercase();
        let behind = self.text.get(at..).unwrap_or_default();
        let mut words = behind.split_whitespace();
        let ends = words.next().unwrap_or_default().trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let next = words.next().unwrap_or_default().trim_matches(['(', ',', '.']).to_ascii_lowercase();
        let conditional = match ends {
            "" => ["if", "when", "unless", "only", "for"].contains(&next.as_str()),
            "," => ["if", "when", "unless"].contains(&next.as_str()),
            _ => false,
        };
        !conditional && !before.ends_with("not") && !before.ends_with("if")
    }
}

pub(super) fn read(sections: &Sections, warnings: &mut Vec<String>) -> Vec<Param> {
    let mut params: Vec<Param> = Vec::new();
    let lists = [
        (Heading::Hashed, Listed::Hashed),
        (Heading::Parameters, Listed::Undecided),
        (Heading::Plain, Listed::Plain),
    ];
    for (heading, listed) in lists {
        for param in list(sections.lines(heading), listed, warnings) {
            match params.iter_mut().find(|other| other.name == param.name) {
                Some(other) => merge(other, param),
                None => params.push(param),
            }
        }
    }
    params
}

/// A parameter listed twice.
fn merge(first: &mut Param, second: Param) {
    if first.listed != second.listed {
        first.listed = Listed::Both;
    }
    first.marked |= second.marked;
    if first.text.len() < second.text.len() {
        first.text = second.text;
    }
    if first.notes.is_empty() {
        first.notes = second.notes;
    }
}

fn list<'s>(lines: impl Iterator<Item = &'s str>, listed: Listed, warnings: &mut Vec<String>) -> Vec<Param> {
    let mut params: Vec<Param> = Vec::new();
    let mut bullet = 0;
    for line in lines {
        let (depth, text) = unbulleted(line);
        if is_remark(text) {
            continue;
        }
        let nested = depth > bullet && bullet > 0;
        let found = if nested { None } else { item(text) };
        match (found, params.last_mut()) {
            (Some((names, doc)), _) => {
                bullet = depth;
                params.extend(names.iter().map(|name| param(name, doc, listed)));
            }
            (None, Some(last)) => {
                last.notes.push(text.to_owned());
                last.marked |= is_marked(text);
                last.text = format!("{} {text}", last.text);
            }
            (None, None) => warnings.push(format!("among the parameters, not understood: {text:?}")),
        }
    }
    params
}

/// Sentences about the list, not about a parameter.
fn is_remark(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    ["note that", "note:", "last parameter", "parameters are", "hash is constructed", "none", "no parameters"]
        .iter()
        .any(|start| lower.starts_with(start))
        || (has(&lower, "parameters") && has_any(&lower, &["same order", "are shown", "listed"]))
}

/// `name - what it is`, with a few other signs between; several names may share a line.
fn item(text: &str) -> Option<(Vec<String>, &str)> {
    let (names, doc) = [" - ", " = ", ": ", " : ", " -", "- "]
        .iter()
        .filter_map(|sign| text.split_once(sign))
        .min_by_key(|(names, _)| names.len())
        .or_else(|| is_name(text.trim_end_matches([':', '-', ' '])).then_some((text, "")))?;
    let names: Vec<String> = names
        .split([',', '/'])
        .map(|name| name.trim().trim_matches(['"', '\'', '`', '[', ']', ':', '-', '*']).to_owned())
        .collect();
    names.iter().all(|name| is_name(name)).then_some((names, doc.trim()))
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !["note", "example", "default", "values", "where", "required", "optional"]
            .contains(&text.to_ascii_lowercase().as_str())
}

fn param(name: &str, doc: &str, listed: Listed) -> Param {
    Param { name: name.to_owned(), text: doc.to_owned(), listed, marked: is_marked(doc), notes: Vec::new() }
}

fn is_marked(text: &str) -> bool {
    ["included into hash", "included in hash", "included in the hash", "included into the hash"].iter().any(
        |mark| {
            find(text, mark).is_some_and(|at| {
                !text.get(..at).unwrap_or_default().trim_end().to_ascii_lowercase().ends_with("not")
            })
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(text: &str) -> Vec<Param> {
        let mut warnings = Vec::new();
        let params = read(&Sections::of(text), &mut warnings);
        assert_eq!(warnings, [""; 0]);
        params
    }

    #[test]
    fn both_lists_and_the_lines_below_a_parameter() {
        let params = params(
            "Parameters\nParameters which are included into hash:\n- u - username. Required.\n- id - Note ID. Required. \
             Included into hash.\nNote that parameters are shown in the same order\n\
             Parameters not included into hash\n* u - username for authentication. Required.\n* state: its state\n\
             ** 0 - open\n** 1 - closed\n* day, month - when",
        );
        let names: Vec<_> = params.iter().map(|param| (param.name.as_str(), param.listed)).collect();
        let plain = |name| (name, Listed::Plain);
        assert_eq!(
            names,
            [("u", Listed::Both), ("id", Listed::Hashed), plain("state"), plain("day"), plain("month")]
        );
        assert!(params[1].marked && !params[0].marked);
        assert_eq!(params[2].notes, ["0 - open", "1 - closed"]);
    }

    #[test]
    fn required_or_not() {
        for (text, required) in [
            ("ID. Required.", true),
            ("ID (required)", true),
            ("ID. Not required.", false),
            ("ID. Required if name is not given.", false),
            ("ID (Required, for admin)", true),
            ("ID", false),
        ] {
            assert_eq!(param("id", text, Listed::Plain).required(), required, "{text}");
        }
    }
}
