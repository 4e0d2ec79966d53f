//! The samples of answers, on one line or many, among explanations.

use super::sections::{Heading, Sections};
use crate::xml::{self, Node};

/// What the samples show.
pub(super) struct Answers {
    /// Those of success.
    pub(super) samples: Vec<Node>,
    /// The texts of refusals among them.
    pub(super) refusals: Vec<String>,
}

pub(super) fn read(sections: &Sections, warnings: &mut Vec<String>) -> Answers {
    let mut answers = Answers { samples: Vec::new(), refusals: Vec::new() };
    for node in elements(&sections.all(&[Heading::Returns]), warnings) {
        let refusals = node.refusals();
        if refusals.is_empty() {
            answers.samples.push(node);
        } else {
            answers.refusals.extend(refusals.into_iter().map(str::to_owned));
        }
    }
    answers
}

/// Every complete element of a text.
fn elements(text: &str, warnings: &mut Vec<String>) -> Vec<Node> {
    // Browsers show a minus before an element that can be folded; wikis put bullets there.
    let lines: Vec<&str> = text
        .lines()
        .map(|line| {
            let bare = line.trim_start_matches(['-', '*', '+', ' ']);
            if bare.starts_with('<') { bare } else { line }
        })
        .collect();
    let text = lines.join("\n");
    let mut rest = text.as_str();
    let mut found = Vec::new();
    while let Some(start) = rest.find('<') {
        rest = rest.get(start..).unwrap_or_default();
        match xml::parse(rest) {
            Ok((node, end)) => {
                found.push(node);
                rest = rest.get(end..).unwrap_or_default();
            }
            Err(problem) if is_document(&text, rest) => {
                warnings.push(format!("a sample cannot be read: {problem} ({})", excerpt(rest)));
                rest = next_document(rest);
            }
            // A sentence that mentions an element.
            Err(_) => rest = rest.get(1..).unwrap_or_default(),
        }
    }
    found
}

/// Whether an answer starts at the end of the text, as opposed to a mention of an element.
fn is_document(text: &str, rest: &str) -> bool {
    let before = text.get(..text.len() - rest.len()).unwrap_or_default();
    let starts_line = before.is_empty() || before.ends_with('\n');
    starts_line || ["<?xml", "<page"].iter().any(|start| rest.starts_with(start))
}

/// What follows a broken sample: the next declaration, or nothing.
fn next_document(rest: &str) -> &str {
    let inside = rest.get(1..).unwrap_or_default();
    inside.find("<?xml").and_then(|at| inside.get(at..)).unwrap_or_default()
}

fn excerpt(text: &str) -> String {
    let text: String = text.chars().take(60).collect();
    format!("it starts {:?}", text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_and_refusals() {
        let text = "Returns\nSuccess: ok:\n-<page>\n-<status><success>Saved</success></status>\n</page>\nor\n\
                    <?xml version=\"1.0\"?> <page><error>No</error></page>";
        let mut warnings = Vec::new();
        let answers = read(&Sections::of(text), &mut warnings);
        assert_eq!(answers.samples.len(), 1);
        assert_eq!(answers.refusals, ["No"]);
        assert!(warnings.is_empty());
    }

    #[test]
    fn a_broken_sample_is_a_warning() {
        let mut warnings = Vec::new();
        let found =
            elements("<page><a>1</b></page> <?xml version=\"1.0\"?><page><a>1</a></page>", &mut warnings);
        assert_eq!((found.len(), warnings.len()), (1, 1));
    }
}
