//! An element as a record: its attributes, children and texts go to the slots of its fields.

use std::borrow::Cow;

use quick_xml::events::BytesStart;

use super::decoder::{Tag, Token};
use super::element::Element;
use super::error::{DecodeError, DecodeErrorKind};
use super::map::ElementMap;
use super::refusal;
use super::slot::Slot;
use super::table::{Level, Match, Missing, Source, Table};
use super::text::is_blank;

/// The slots of a record's fields, in the order of its table.
type Slots<'s> = [&'s mut dyn Slot];

/// Reads an element as a record: every attribute, child and text goes to the slot of the field of `table` that takes it. A
/// missing field is an error.
pub fn read_fields(
    element: &mut Element<'_, '_>,
    table: &'static Table,
    slots: &mut Slots<'_>,
) -> Result<(), DecodeError> {
    let tag = element.tag;
    Reading { element, table, slots }.level(Level::TOP, tag)?;
    for needed in table.needed {
        let (Some(field), Some(slot)) = (table.fields.get(*needed), slots.get(*needed)) else { continue };
        let Some(missing) = slot.missing() else { continue };
        // The record's own element is the one around the values of a list without parents, and it is there.
        if missing == Missing::Value || !field.parents.is_empty() {
            return Err(element.missing(Some(field), missing));
        }
    }
    Ok(())
}

/// A record that is being read.
struct Reading<'r, 'd, 'a, 's> {
    element: &'r mut Element<'d, 'a>,
    table: &'static Table,
    slots: &'r mut Slots<'s>,
}

/// How far an element of a record is read: the record's own, or one on the way to a field.
struct Progress<'a> {
    level: Level,
    tag: Tag<'a>,
    /// The number of the last field found, plus one: the search for the next one begins there.
    after: usize,
    /// The place in the memo of the last record.
    place: usize,
    own_text: Cow<'a, str>,
    /// After an element of a list usually comes another one.
    in_list: bool,
}

/// What comes next in an element of a record.
enum Next<'a> {
    /// A child whose start tag was read, and what it is to the table, if that is known.
    Child(Tag<'a>, Option<Match>),
    /// A text.
    Text(Cow<'a, str>),
    /// Nothing: the element around was read to its end.
    End,
}

impl<'a> Reading<'_, '_, 'a, '_> {
    /// Reads one element: the record's own, or one on the way to a field.
    fn level(&mut self, level: Level, tag: Tag<'a>) -> Result<(), DecodeError> {
        if self.element.leader.is_none() {
            self.attributes(level, tag)?;
        }
        if tag.closed {
            self.element.decoder.leave();
            return Ok(());
        }
        let mut progress =
            Progress { level, tag, after: 0, place: 0, own_text: Cow::Borrowed(""), in_list: false };
        let mut leader = self.element.leader.filter(|_| level.depth == 0).map(|leader| (leader, false));
        loop {
            let next = if leader.is_some() || progress.in_list || !progress.own_text.is_empty() {
                self.step(progress.own_text.is_empty())
            } else {
                self.leaves(&mut progress)
            };
            let (child, found) = match next? {
                Next::Child(child, found) => (child, found),
                Next::Text(piece) => {
                    collect(&mut progress.own_text, piece);
                    continue;
                }
                Next::End => break,
            };
            if let Some((leader, seen)) = &mut leader
                && child.name() == *leader
                && core::mem::replace(seen, true)
            {
                // The next record starts here.
                self.element.decoder.push_back(child);
                return Ok(());
            }
            self.child(&mut progress, child, found)?;
        }
        self.own_text(progress)
    }

    /// What comes next. White space counts after a text.
    fn step(&mut self, skip_blank: bool) -> Result<Next<'a>, DecodeError> {
        let decoder = &mut *self.element.decoder;
        if skip_blank {
            decoder.skip_blank();
        }
        match decoder.next()? {
            Token::Start(child) => Ok(Next::Child(child, None)),
            Token::Text(piece) => Ok(Next::Text(piece)),
            Token::End | Token::OuterEnd(_) => Ok(Next::End),
            Token::Eof => Err(decoder.truncated()),
        }
    }

    /// Gives the leaves that come next to their fields, up to something that is not a leaf, or a leaf that its field does
    /// not take as a text. What comes then?
    fn leaves(&mut self, progress: &mut Progress<'a>) -> Result<Next<'a>, DecodeError> {
        let Progress { level, tag, .. } = *progress;
        let record = (level.depth == 0).then_some((self.table, progress.place));
        let mut leaves = self.element.decoder.leaves(record);
        let untaken = loop {
            if leaves.have_ended() {
                break None;
            }
            let Some(leaf) = leaves.peek(|| self.table.expected(level, progress.after)) else {
                leaves.take_end(tag.name());
                break None;
            };
            let found = leaf.found.unwrap_or_else(|| {
                let found = self.table.find(leaf.name, level, &mut progress.after);
                leaves.learn(&leaf, found);
                found
            });
            if let Match::Field(field) = found {
                progress.after = field + 1;
            }
            if !leaves.text(&leaf).is_some_and(|text| self.take(found, leaf.name, text)) {
                break Some((leaf, found));
            }
            leaves.take(&leaf);
        };
        let ended = leaves.have_ended();
        progress.place = self.element.decoder.pass(leaves);
        match untaken {
            Some((leaf, found)) => Ok(Next::Child(self.element.decoder.enter_leaf(&leaf)?, Some(found))),
            None if ended => Ok(Next::End),
            None => self.step(true),
        }
    }

    /// Gives the text of a leaf to its field, or to the one that takes what no other does. False if that takes more than
    /// this.
    fn take(&mut self, found: Match, name: &str, text: &str) -> bool {
        let text = if self.element.trims { text.trim() } else { text };
        match found {
            Match::Field(field) => self.slots.get_mut(field).is_some_and(|slot| slot.take_text(text)),
            Match::Parent(_) => false,
            Match::Nothing if self.is_more_than_data(name) => false,
            Match::Nothing => match self.table.rest.and_then(|index| self.slots.get_mut(index)) {
                Some(slot) => {
                    self.element.decoder.charge(ElementMap::cost_of(name)).is_ok()
                        && slot.take_leaf(name, text)
                }
                None => true,
            },
        }
    }

    /// Whether an element that no field takes is to be looked at: as a refusal, or because the caller asked for it.
    fn is_more_than_data(&self, name: &str) -> bool {
        let decoder = &*self.element.decoder;
        decoder.unknown.is_some()
            || (name == "message" && decoder.refusal.is_some())
            || refusal::is_refusal(name, decoder.depth_in_answer() + 1)
    }

    /// Reads a child whose start tag was read.
    fn child(
        &mut self,
        progress: &mut Progress<'a>,
        child: Tag<'a>,
        found: Option<Match>,
    ) -> Result<(), DecodeError> {
        let depth = self.element.decoder.depth() - 1;
        let level = progress.level;
        progress.in_list = false;
        match found.unwrap_or_else(|| self.table.find(child.name(), level, &mut progress.after)) {
            Match::Field(index) => {
                if let Some(slot) = self.slots.get_mut(index) {
                    progress.in_list = slot.expected_text().is_none();
                    self.element.child(child).fill(*slot)?;
                }
            }
            Match::Parent(toward) => {
                let inner = Level { depth: level.depth + 1, toward };
                self.announce(inner);
                self.level(inner, child)?;
            }
            Match::Nothing => self.unwanted(child)?,
        }
        self.element.decoder.close(&child, depth)
    }

    fn attributes(&mut self, level: Level, tag: Tag<'a>) -> Result<(), DecodeError> {
        let element = &mut *self.element;
        if !self.table.attributes && element.decoder.unknown.is_none() {
            return Ok(());
        }
        let (content, name_len) = tag.content();
        for (index, attribute) in BytesStart::from_content(content, name_len).attributes().enumerate() {
            let (name, text) = element.attribute(index, attribute, tag)?;
            let Some(index) = self.table.find_other(Source::Attribute, name, level) else {
                element.decoder.note_unknown(&format!("@{name}"), tag.start);
                continue;
            };
            if let Some(slot) = self.slots.get_mut(index) {
                give_text(element, *slot, &text, ("@", name), tag.start)?;
            }
        }
        Ok(())
    }

    /// The text between the children, which is indentation unless a field takes it.
    fn own_text(&mut self, progress: Progress<'a>) -> Result<(), DecodeError> {
        let Progress { level, tag, own_text, .. } = progress;
        let own = if self.table.texts { self.table.find_other(Source::Text, "", level) } else { None };
        let Some(index) = own else {
            if !own_text.is_empty() {
                self.element.decoder.note_unknown(&format!("{}/text()", tag.name()), tag.start);
            }
            return Ok(());
        };
        match self.slots.get_mut(index) {
            Some(slot) => {
                give_text(self.element, *slot, &self.element.trimmed(own_text), ("", tag.name()), tag.start)
            }
            None => Ok(()),
        }
    }

    /// An element no field takes: it goes to the rest, or it is a refusal, or it is skipped.
    fn unwanted(&mut self, child: Tag<'a>) -> Result<(), DecodeError> {
        let decoder = &mut *self.element.decoder;
        // Messages may follow an error as its siblings.
        let message = child.name() == "message" && decoder.refusal.is_some();
        if message || refusal::is_refusal(child.name(), decoder.depth_in_answer()) {
            return refusal::read(decoder, &child);
        }
        if let Some(slot) = self.table.rest.and_then(|index| self.slots.get_mut(index)) {
            return self.element.child(child).fill(*slot);
        }
        decoder.note_unknown("", child.start);
        refusal::skip(decoder, &child)
    }

    /// Tells the fields below a wrapping element that it is there.
    fn announce(&mut self, level: Level) {
        for (field, slot) in self.table.fields.iter().zip(self.slots.iter_mut()) {
            if field.parents.len() >= level.depth && self.table.is_below(field, level) {
                slot.open();
            }
        }
    }
}

/// Gives a field a text that is no element of its own. It stands below the open elements: as `@name` of an attribute,
/// or in the element of this name.
fn give_text(
    element: &Element<'_, '_>,
    slot: &mut dyn Slot,
    text: &str,
    (sign, name): (&str, &str),
    offset: usize,
) -> Result<(), DecodeError> {
    if slot.take_text(text) {
        return Ok(());
    }
    let below = format!("{sign}{name}");
    Err(if slot.is_full() {
        element.decoder.error_below(&below, DecodeErrorKind::Duplicate, offset, "")
    } else {
        let expected = slot.expected_text().unwrap_or_default();
        element.decoder.error_below(&below, DecodeErrorKind::BadValue(expected), offset, text)
    })
}

/// Indentation is no text.
fn collect<'a>(text: &mut Cow<'a, str>, piece: Cow<'a, str>) {
    if text.is_empty() {
        if !is_blank(&piece) {
            *text = piece;
        }
    } else {
        text.to_mut().push_str(&piece);
    }
}
