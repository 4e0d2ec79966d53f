//! The sections of a page, whatever their headings look like exactly.

use super::lines;

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// What comes before the first heading: the title.
    Top,
    Description,
    Usage,
    /// Parameters of which the heading does not say whether they are hashed.
    Parameters,
    Hashed,
    Plain,
    Request,
    Returns,
    Errors,
    /// Anything else, such as *See also*.
    Other,
}

/// Lines by section; a section may stand more than once.
#[derive(Debug)]
pub(super) struct Sections(Vec<(Heading, Vec<String>)>);

impl Sections {
    pub(super) fn of(text: &str) -> Self {
        let mut sections = vec![(Heading::Top, Vec::new())];
        for line in lines::clean(text) {
            let current = sections.last().map_or(Heading::Top, |(heading, _)| *heading);
            let (heading, rest) = match heading(&line, current) {
                Some((heading, rest)) => (heading, rest),
                None => (current, line.as_str()),
            };
            if heading != current || rest.len() < line.len() {
                sections.push((heading, Vec::new()));
            }
            if let Some((_, lines)) = sections.last_mut().filter(|_| !rest.is_empty()) {
                lines.push(rest.to_owned());
            }
        }
        Self(sections)
    }

    pub(super) fn has(&self, headings: &[Heading]) -> bool {
        self.0.iter().any(|(heading, _)| headings.contains(heading))
    }

    /// The lines of the sections of this kind.
    pub(super) fn lines(&self, heading: Heading) -> impl Iterator<Item = &str> {
        let sections = self.0.iter().filter(move |(other, _)| *other == heading);
        sections.flat_map(|(_, lines)| lines.iter().map(String::as_str))
    }

    /// The lines of sections of several kinds as one text, in the page's order.
    pub(super) fn all(&self, headings: &[Heading]) -> String {
        let sections = self.0.iter().filter(|(heading, _)| headings.contains(heading));
        sections.flat_map(|(_, lines)| lines).map(String::as_str).collect::<Vec<_>>().join("\n")
    }
}

/// The heading that a line is or starts with, and what stands behind it on the line.
fn heading(line: &str, current: Heading) -> Option<(Heading, &str)> {
    let whole = line.trim_matches(|c: char| c == '=' || c.is_whitespace());
    let numberless = whole.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim_start();
    let is_numbered = numberless.len() < whole.len();
    let title = numberless.trim_end_matches([':', '.', ' ']);
    if let Some(heading) = parameters(title).or_else(|| known(title)) {
        // The table of contents has the headings with numbers, and no text below them.
        let heading = if is_numbered && current == Heading::Top { Heading::Top } else { heading };
        return Some((heading, ""));
    }
    // `Success: Everything is ok` says what comes next; so may any other heading that ends in a colon.
    let (title, rest) = whole.split_once(':')?;
    let heading = known(title.trim_end())?;
    // An example of a value, or a note, belongs to what stands above it.
    let is_aside = heading == Heading::Other || title.to_ascii_lowercase().starts_with("example");
    (!is_aside && !rest.starts_with("//")).then(|| (heading, rest.trim()))
}

fn known(title: &str) -> Option<Heading> {
    Some(match title.to_ascii_lowercase().as_str() {
        "description" | "about" | "summary" => Heading::Description,
        "usage" | "url" => Heading::Usage,
        "request" | "requests" | "example" | "examples" | "example request" | "request example"
        | "sample request" | "example of request" => Heading::Request,
        "returns" | "return" | "returned" | "return values" | "response" | "responses" | "answer"
        | "output" | "result" | "results" | "success" => Heading::Returns,
        "errors" | "error" | "possible errors" | "error messages" | "errors and messages" | "failure" => {
            Heading::Errors
        }
        "see also" | "changes" | "history" | "notes" | "related pages" | "navigation" | "remarks" => {
            Heading::Other
        }
        _ => return None,
    })
}

/// `Parameters which are (not) included into hash` in its many wordings.
fn parameters(title: &str) -> Option<Heading> {
    let lower = title.to_ascii_lowercase();
    let is_short = lower.len() <= 80 && !lower.contains(". ") && !lower.contains(" - ");
    let starts = ["param", "included", "not included", "other param", "optional param", "additional param"];
    let starts_more = ["required param", "the following param", "mandatory param", "hashed", "not hashed"];
    if !is_short || !starts.iter().chain(&starts_more).any(|start| lower.starts_with(start)) {
        return None;
    }
    let about_hash = lower.contains("hash");
    let negated = lower.split_whitespace().any(|word| {
        matches!(
            word,
            "not" | "aren't" | "isn't" | "without" | "excluded" | "other" | "optional" | "additional"
        )
    });
    match (about_hash, negated) {
        (true, false) => Some(Heading::Hashed),
        (_, true) => Some(Heading::Plain),
        (false, false) if lower.split_whitespace().count() <= 3 => Some(Heading::Parameters),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Option<(Heading, &str)> {
        heading(line, Heading::Description)
    }

    #[test]
    fn headings_in_many_spellings() {
        for (line, expected) in [
            ("Description", Heading::Description),
            ("== Usage ==", Heading::Usage),
            ("PARAMETERS:", Heading::Parameters),
            ("Parameters which are included into hash:", Heading::Hashed),
            ("Parameters included in the hash", Heading::Hashed),
            ("Parameters which are not included into hash:", Heading::Plain),
            ("Parameters that aren't included into hash", Heading::Plain),
            ("4. Request", Heading::Request),
            ("Errors:", Heading::Errors),
            ("See also", Heading::Other),
        ] {
            assert_eq!(of(line), Some((expected, "")), "{line}");
        }
        assert_eq!(of("Success: You get a list:"), Some((Heading::Returns, "You get a list:")));
    }

    #[test]
    fn what_is_no_heading() {
        for line in [
            "- hash - SHA1 hash constructed using parameters above",
            "Note that parameters are shown in the same order as they have to be when generating the hash.",
            "http://server/billing/api/x",
            "Parameters below are sent only by resellers of the newer kind",
        ] {
            assert_eq!(of(line), None, "{line}");
        }
    }

    #[test]
    fn a_table_of_contents_is_no_section() {
        let sections = Sections::of("MOR API x\nContents\n1 Description\n2 Usage\nDescription\nDoes x.");
        assert_eq!(sections.lines(Heading::Description).collect::<Vec<_>>(), ["Does x."]);
        assert!(!sections.has(&[Heading::Usage]));
    }
}
