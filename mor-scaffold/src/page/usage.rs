//! The names of a function, from the section *Usage* or, failing that, from the request or the title.

use super::request::Example;
use super::sections::{Heading, Sections};
use crate::text::{has_any, split_at, words};

/// How a function is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Names {
    /// The name of today.
    pub(crate) function: String,
    /// Older ones.
    pub(crate) aliases: Vec<String>,
    /// The first version that has it, such as `X16`.
    pub(crate) since: Option<String>,
}

impl Names {
    pub(crate) fn is_one(&self, name: &str) -> bool {
        self.function == name || self.aliases.iter().any(|alias| alias == name)
    }
}

/// A line of *Usage* with a name.
struct Line<'s> {
    name: String,
    text: &'s str,
}

impl Line<'_> {
    fn is_old(&self) -> bool {
        has_any(self.text, &["till", "until", "before", "up to", "old", "deprecated", "earlier", "previous"])
    }
}

pub(super) fn names(sections: &Sections, examples: &[Example], warnings: &mut Vec<String>) -> Option<Names> {
    let lines: Vec<Line<'_>> = sections.lines(Heading::Usage).flat_map(pieces).collect();
    let is_requested = |line: &&Line<'_>| examples.iter().any(|example| example.function == line.name);
    let current: Vec<&Line<'_>> = lines.iter().filter(|line| !line.is_old()).collect();
    let newest = current.iter().max_by_key(|line| version(line.text).map(|version| age(&version)));
    let line = current.iter().find(|line| is_requested(line)).or(newest).copied().or_else(|| lines.first());
    if let Some(line) = line {
        let mut aliases: Vec<String> = Vec::new();
        for other in &lines {
            if other.name != line.name && !aliases.contains(&other.name) {
                aliases.push(other.name.clone());
            }
        }
        return Some(Names { function: line.name.clone(), aliases, since: version(line.text) });
    }
    let (function, place) = match examples.first() {
        Some(example) => (example.function.clone(), "request"),
        None => (from_title(sections)?, "title"),
    };
    warnings.push(format!("the section Usage names no function: `{function}` is taken from the {place}"));
    Some(Names { function, aliases: Vec::new(), since: None })
}

/// A line may name several functions, each with words of its own before it.
fn pieces(line: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some((before, behind)) = split_at(rest, "api/") {
        let end = behind.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(behind.len());
        let (name, after) = behind.split_at(end);
        if !name.is_empty() {
            found.push(Line { name: name.to_ascii_lowercase(), text: before });
        }
        rest = after;
    }
    found
}

/// `MOR API user notes get` is about `user_notes_get`.
fn from_title(sections: &Sections) -> Option<String> {
    let title = sections.lines(Heading::Top).next()?;
    let (_, name) = split_at(title, "api ")?;
    let name: Vec<String> = words(name).map(str::to_ascii_lowercase).collect();
    (!name.is_empty()).then(|| name.join("_"))
}

/// The version behind `MOR`: `X16`, `8`.
fn version(text: &str) -> Option<String> {
    let (_, behind) = split_at(text, "mor ")?;
    let word = words(behind.trim_start_matches(['v', '.', ' '])).next()?;
    let digits = word.trim_start_matches(['x', 'X']);
    let is_version = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_version.then(|| word.to_ascii_uppercase())
}

/// X versions came after the numbered ones.
fn age(version: &str) -> (bool, u32) {
    let digits = version.trim_start_matches('X');
    (digits.len() < version.len(), digits.parse().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_of(usage: &str) -> Names {
        let sections = Sections::of(&format!("MOR API notes get\nUsage\n{usage}"));
        names(&sections, &[], &mut Vec::new()).unwrap()
    }

    #[test]
    fn the_newest_name_is_the_functions() {
        let names = names_of("- Till MOR X4: /api/notes\n- From MOR X4: /billing/api/notes_get");
        assert_eq!(names.function, "notes_get");
        assert_eq!(names.aliases, ["notes"]);
        assert_eq!(names.since.as_deref(), Some("X4"));
        let names = names_of("From MOR 9: /api/notes\nFrom MOR X2: /api/notes_get");
        assert_eq!((names.function.as_str(), names.since.as_deref()), ("notes_get", Some("X2")));
    }

    #[test]
    fn without_usage_the_title_has_it() {
        let mut warnings = Vec::new();
        let sections = Sections::of("MOR API Notes get\nDescription\nx");
        assert_eq!(names(&sections, &[], &mut warnings).unwrap().function, "notes_get");
        assert_eq!(warnings.len(), 1);
    }
}
