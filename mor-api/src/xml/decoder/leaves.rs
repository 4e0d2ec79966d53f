//! Leaves, which are taken at a glance: one after the other ahead of the decoder, which then moves on behind all of them.

use super::route::Route;
use super::{Decoder, MAX_DEPTH, Tag};
use crate::xml::error::DecodeError;
use crate::xml::leaf::{Guess, Leaf};
use crate::xml::table::Table;

/// The leaves that come next.
pub(in crate::xml) struct Leaves<'a> {
    input: &'a str,
    /// Where the next one starts.
    at: usize,
    /// Where the text of the last one ends.
    text_end: Option<usize>,
    /// The white space before the last one.
    indent: &'a str,
    /// Whether the end tag of the element around them was taken.
    ended: bool,
    /// How the last record looked.
    route: Option<Route<'a>>,
}

impl<'a> Leaves<'a> {
    fn rest(&self) -> &'a str {
        self.input.get(self.at..).unwrap_or_default()
    }

    /// Takes those that look as they did in the last record: `take` gives a text to a field. Tells the last field.
    pub(in crate::xml) fn follow(&mut self, take: impl FnMut(usize, &'a str) -> bool) -> Option<usize> {
        let followed = self.route.as_mut()?.follow(self.input, self.at, take)?;
        (self.at, self.text_end, self.ended) = (followed.end, Some(followed.text_end), followed.all);
        Some(followed.field)
    }

    /// Whether the end of the element around them was taken, too.
    pub(in crate::xml) fn have_ended(&self) -> bool {
        self.ended
    }

    /// The next one; it remains to be taken. One of this name is found sooner than others. `None` leaves it to
    /// [`Decoder::next`] to say what comes.
    #[inline]
    pub(in crate::xml) fn peek(&mut self, expected: &'a str) -> Option<Leaf<'a>> {
        let rest = self.rest();
        let leaf = Leaf::at_start(rest, Guess { blank: self.indent, name: expected })?;
        if leaf.blank != self.indent.len() {
            self.indent = rest.get(..leaf.blank).unwrap_or_default();
        }
        Some(leaf)
    }

    /// Takes the one that was shown, for this field.
    pub(in crate::xml) fn take(&mut self, leaf: &Leaf<'a>, field: usize) {
        let text = self.at + leaf.blank + leaf.start_len();
        let text_end = text + leaf.text.map_or(0, str::len);
        let end = self.at + leaf.whole_len();
        if let Some(route) = &mut self.route {
            let markup = self.input.get(self.text_end.unwrap_or(self.at)..text).unwrap_or_default();
            let end_tag = self.input.get(text_end..end).unwrap_or_default();
            route.push(markup, self.text_end.is_some(), field, end_tag);
        }
        (self.at, self.text_end) = (end, Some(text_end));
    }

    /// Takes the end of the element that they stand in, if it comes next.
    pub(in crate::xml) fn take_end(&mut self, name: &str) {
        let Some(len) = Leaf::end_at_start(self.rest(), self.indent, name) else { return };
        self.at += len;
        self.ended = true;
        if let (Some(route), Some(text_end)) = (&mut self.route, self.text_end) {
            route.end(self.input.get(text_end..self.at).unwrap_or_default());
        }
    }
}

impl<'a> Decoder<'a> {
    /// The leaves that come next in an element; in a record, behind the field before `after` of its table.
    pub(in crate::xml) fn leaves(&mut self, record: Option<(&'static Table, &'a str, usize)>) -> Leaves<'a> {
        let route = record.and_then(|(table, name, after)| self.route.take_for(table, name, after));
        // Before these stands something else, or they would be too deep.
        let is_none = self.given_back.is_some() || self.open.len() >= MAX_DEPTH;
        let input = if is_none { "" } else { self.input };
        Leaves { input, at: self.position, text_end: None, indent: self.indent, ended: false, route }
    }

    /// Moves on behind the leaves that were taken, and behind the end of the element around them.
    pub(in crate::xml) fn pass(&mut self, leaves: Leaves<'a>) {
        self.position = leaves.at;
        self.indent = leaves.indent;
        if let Some(route) = leaves.route {
            self.route = route;
        }
        if leaves.ended {
            self.open.pop();
        }
    }

    /// Reads the start tag of the leaf that comes next.
    pub(in crate::xml) fn enter_leaf(&mut self, leaf: &Leaf<'a>) -> Result<Tag<'a>, DecodeError> {
        let tag = Tag::plain(leaf.name, self.position + leaf.blank, leaf.text.is_none());
        self.position = tag.end();
        self.open(tag)
    }

    /// Reads the text of the element that was just entered, and its end, if it is a leaf.
    pub(in crate::xml) fn leaf_text(&mut self, tag: &Tag<'a>) -> Option<&'a str> {
        if tag.closed || !tag.is_plain() || self.position != tag.end() || self.given_back.is_some() {
            return None;
        }
        let (text, end) = Leaf::text_at_start(self.rest(), tag.name())?;
        self.position += end;
        self.open.pop();
        Some(text)
    }
}
