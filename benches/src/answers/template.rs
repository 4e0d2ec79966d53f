//! Texts with holes.

use super::values::Values;

/// The shape of an answer: what comes before the rows, a row, what comes after them.
pub(super) struct Template<'t> {
    pub(super) head: Part<'t>,
    pub(super) row: Part<'t>,
    pub(super) tail: Part<'t>,
}

/// Texts, each but the last followed by a hole.
pub(super) struct Part<'t> {
    pieces: Vec<(&'t str, &'t str)>,
    rest: &'t str,
}

impl<'t> Template<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let (head, rest) = text.split_once("{row}\n").unwrap_or((text, ""));
        let (row, tail) = rest.split_once("{end}\n").unwrap_or(("", rest));
        Self { head: Part::new(head), row: Part::new(row), tail: Part::new(tail) }
    }
}

impl<'t> Part<'t> {
    fn new(text: &'t str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            pieces.push((before, name));
            rest = after;
        }
        Self { pieces, rest }
    }

    pub(super) fn fill(&self, values: &mut Values, out: &mut String) {
        for (text, name) in &self.pieces {
            out.push_str(text);
            values.write(name, out);
        }
        out.push_str(self.rest);
    }
}
