//! The refusals: `<error>text</error> - explanation` in many forms.

use super::lines::unbulleted;
use super::sections::{Heading, Sections};
use crate::text::{has, split_at};

/// A refusal and what the page says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) text: String,
    pub(crate) doc: String,
}

/// The refusals of the section, then those of the samples that are none of them.
pub(super) fn read(sections: &Sections, from_samples: Vec<String>) -> Vec<Refusal> {
    let lines: Vec<&str> = sections.lines(Heading::Errors).collect();
    let tagged = lines.iter().any(|line| split_at(line, "<error>").is_some());
    let mut refusals: Vec<Refusal> = Vec::new();
    let mut noted: Vec<usize> = Vec::new();
    for line in lines {
        let found = if tagged { in_tags(line) } else { bare(line) };
        match found {
            Some((refusal, is_noted)) => {
                noted.extend(is_noted.then_some(refusals.len()));
                refusals.push(refusal);
            }
            None if tagged => footnote(line, &noted, &mut refusals),
            None => {}
        }
    }
    refusals.extend(from_samples.into_iter().map(|text| Refusal { text, doc: String::new() }));
    refusals.retain(|refusal| !refusal.text.is_empty());
    refusals
}

/// `<error>text</error>* - explanation`, perhaps with elements around it; whether there is a star.
fn in_tags(line: &str) -> Option<(Refusal, bool)> {
    let (_, behind) = split_at(line, "<error>")?;
    let (text, mut rest) = split_at(behind, "</error>").unwrap_or((behind, ""));
    while let Some((_, after)) = rest.trim_start().strip_prefix("</").and_then(|tag| tag.split_once('>')) {
        rest = after;
    }
    let rest = rest.trim_start();
    let doc = rest.trim_start_matches(['*', ' ', '-', ':', '=']).trim();
    let is_noted = rest.starts_with('*') || text.trim_end().ends_with('*');
    let text = text.trim().trim_end_matches('*').trim_end();
    Some((Refusal { text: text.to_owned(), doc: doc.to_owned() }, is_noted))
}

/// `text - explanation`.
fn bare(line: &str) -> Option<(Refusal, bool)> {
    let (_, line) = unbulleted(line);
    let (text, doc) = line.split_once(" - ").unwrap_or((line, ""));
    let text = text.trim().trim_matches(['"', '\'', '`']);
    let is_text = text.len() > 2 && !text.ends_with(':') && !text.contains('<') && !has(text, "following");
    is_text.then(|| (Refusal { text: text.to_owned(), doc: doc.trim().to_owned() }, false))
}

/// A line that starts with a star explains the refusals that have one.
fn footnote(line: &str, noted: &[usize], refusals: &mut [Refusal]) {
    let Some(note) = line.strip_prefix('*') else { return };
    let note = note.trim_start_matches(['*', ' ', '-']);
    for index in noted {
        if let Some(refusal) = refusals.get_mut(*index) {
            let end = if refusal.doc.is_empty() || refusal.doc.ends_with('.') { "" } else { "." };
            let separator = if refusal.doc.is_empty() { "" } else { " " };
            refusal.doc = format!("{}{end}{separator}{note}", refusal.doc);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusals(text: &str) -> Vec<(String, String)> {
        let sections = Sections::of(&format!("Errors:\n{text}"));
        read(&sections, Vec::new()).into_iter().map(|refusal| (refusal.text, refusal.doc)).collect()
    }

    fn pair(text: &str, doc: &str) -> (String, String) {
        (text.to_owned(), doc.to_owned())
    }

    #[test]
    fn tags_stars_and_footnotes() {
        let text = "- <error>No note</error>* - There is none\n<status><error>Too long</error></status> - It is.\n\
                    * Only for admins";
        assert_eq!(
            refusals(text),
            [pair("No note", "There is none. Only for admins"), pair("Too long", "It is.")]
        );
    }

    #[test]
    fn texts_without_tags() {
        assert_eq!(
            refusals("* No note - There is none\n* \"Bad id\""),
            [pair("No note", "There is none"), pair("Bad id", "")]
        );
    }
}
