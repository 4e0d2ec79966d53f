//! An element as a record: its attributes, children and texts go to the slots of its fields.

use std::borrow::Cow;

use quick_xml::events::BytesStart;

use super::decoder::{Tag, Token};
use super::element::Element;
use super::error::{DecodeError, DecodeErrorKind};
use super::refusal;
use super::slot::Slot;
use super::table::{Level, Match, Missing, Source, Table};
use super::text::is_blank;

/// The slots of a record's fields, in the order of its table.
type Slots<'s> = [&'s mut dyn Slot];

/// What comes next in a record.
enum Next<'a> {
    /// A child whose start tag was read, and what it is to the table, if that is known.
    Child(Tag<'a>, Option<Match>),
    /// A text.
    Text(Cow<'a, str>),
    /// Nothing: the element around was read to its end.
    End,
}

impl<'a> Element<'_, 'a> {
    /// Reads the element as a record: every attribute, child and text goes to the slot of the field of `table` that
    /// wants it. Fields that are missing are an error.
    pub fn fields(&mut self, table: &'static Table, slots: &mut Slots<'_>) -> Result<(), DecodeError> {
        let tag = self.tag;
        self.level(table, Level::TOP, tag, slots)?;
        for needed in table.needed {
            let (Some(field), Some(slot)) = (table.fields.get(*needed), slots.get(*needed)) else { continue };
            let Some(missing) = slot.missing() else { continue };
            // The record's own element is the one around the values of a list without parents, and it is there.
            if missing == Missing::Value || !field.parents.is_empty() {
                return Err(self.missing(Some(field), missing));
            }
        }
        Ok(())
    }

    fn level(
        &mut self,
        table: &'static Table,
        level: Level,
        tag: Tag<'a>,
        slots: &mut Slots<'_>,
    ) -> Result<(), DecodeError> {
        if self.leader.is_none() {
            self.read_attributes(table, level, tag, slots)?;
        }
        if tag.closed {
            self.decoder.leave();
            return Ok(());
        }
        let mut leader = self.leader.filter(|_| level.depth == 0).map(|leader| (leader, false));
        let mut after = 0;
        let mut own_text = Cow::Borrowed("");
        // Behind an element of a list comes another one, as a rule.
        let mut in_list = false;
        loop {
            let next = if leader.is_some() || in_list || !own_text.is_empty() {
                self.step(own_text.is_empty())
            } else {
                self.take_leaves(table, level, tag, &mut after, slots)
            };
            let (child, found) = match next? {
                Next::Child(child, found) => (child, found),
                Next::Text(piece) => {
                    collect(&mut own_text, piece);
                    continue;
                }
                Next::End => break,
            };
            in_list = false;
            if let Some((leader, seen)) = &mut leader
                && child.name() == *leader
                && core::mem::replace(seen, true)
            {
                self.decoder.push_back(child);
                return Ok(());
            }
            let depth = self.decoder.depth() - 1;
            match found.unwrap_or_else(|| table.find(child.name(), level, &mut after)) {
                Match::Field(index) => {
                    if let Some(slot) = slots.get_mut(index) {
                        in_list = slot.expected_text().is_none();
                        self.child(child).fill(*slot)?;
                    }
                }
                Match::Parent(toward) => {
                    let inner = Level { depth: level.depth + 1, toward };
                    announce(table, inner, slots);
                    self.level(table, inner, child, slots)?;
                }
                Match::Nothing => self.unwanted(table, child, slots)?,
            }
            self.decoder.close(&child, depth)?;
        }
        self.read_own_text(table, level, tag, own_text, slots)
    }

    /// What comes next. White space counts behind a text.
    fn step(&mut self, skip_blank: bool) -> Result<Next<'a>, DecodeError> {
        if skip_blank {
            self.decoder.skip_blank();
        }
        match self.decoder.next()? {
            Token::Start(child) => Ok(Next::Child(child, None)),
            Token::Text(piece) => Ok(Next::Text(piece)),
            Token::End | Token::OuterEnd(_) => Ok(Next::End),
            Token::Eof => Err(self.decoder.truncated()),
        }
    }

    /// Gives the leaves that come next to their fields, up to one that its field does not take as a text, or that has no
    /// field. What comes then?
    fn take_leaves(
        &mut self,
        table: &'static Table,
        level: Level,
        tag: Tag<'a>,
        after: &mut usize,
        slots: &mut Slots<'_>,
    ) -> Result<Next<'a>, DecodeError> {
        let trims = self.trims;
        let mut take = |field: usize, text: &str| {
            let text = if trims { text.trim() } else { text };
            if let Some(slot) = slots.get_mut(field) { slot.take_text(text) } else { false }
        };
        let record = (level.depth == 0).then(|| (table, tag.name(), *after));
        let mut leaves = self.decoder.leaves(record);
        if let Some(field) = leaves.follow(&mut take) {
            *after = field + 1;
        }
        let untaken = loop {
            if leaves.have_ended() {
                break None;
            }
            let Some(leaf) = leaves.peek(table.expected(level, *after)) else {
                leaves.take_end(tag.name());
                break None;
            };
            let found = if leaf.foreseen {
                *after += 1;
                Match::Field(*after - 1)
            } else {
                table.find(leaf.name, level, after)
            };
            match found {
                Match::Field(field) if take(field, leaf.text.unwrap_or_default()) => {
                    leaves.take(&leaf, field);
                }
                _ => break Some((leaf, found)),
            }
        };
        let ended = leaves.have_ended();
        self.decoder.pass(leaves);
        match untaken {
            Some((leaf, found)) => Ok(Next::Child(self.decoder.enter_leaf(&leaf)?, Some(found))),
            None if ended => Ok(Next::End),
            None => self.step(true),
        }
    }

    fn read_attributes(
        &mut self,
        table: &'static Table,
        level: Level,
        tag: Tag<'a>,
        slots: &mut Slots<'_>,
    ) -> Result<(), DecodeError> {
        if !table.attributes && self.decoder.unknown.is_none() {
            return Ok(());
        }
        let (content, name_len) = tag.content();
        for (index, attribute) in BytesStart::from_content(content, name_len).attributes().enumerate() {
            let (name, text) = self.attribute(index, attribute, tag)?;
            let Some(index) = table.find_other(Source::Attribute, name, level) else {
                self.decoder.note_unknown(&format!("@{name}"), tag.start);
                continue;
            };
            if let Some(slot) = slots.get_mut(index) {
                self.give_text(*slot, &text, ("@", name), tag.start)?;
            }
        }
        Ok(())
    }

    fn read_own_text(
        &mut self,
        table: &'static Table,
        level: Level,
        tag: Tag<'a>,
        text: Cow<'a, str>,
        slots: &mut Slots<'_>,
    ) -> Result<(), DecodeError> {
        let own = if table.texts { table.find_other(Source::Text, "", level) } else { None };
        let Some(index) = own else {
            if !text.is_empty() {
                self.decoder.note_unknown(&format!("{}/text()", tag.name()), tag.start);
            }
            return Ok(());
        };
        match slots.get_mut(index) {
            Some(slot) => self.give_text(*slot, &self.trimmed(text), ("", tag.name()), tag.start),
            None => Ok(()),
        }
    }

    /// Gives a field a text that is no element of its own. It stands below the open elements: as `@name` of an attribute,
    /// or in the element of this name.
    fn give_text(
        &self,
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
            self.decoder.error_below(&below, DecodeErrorKind::Duplicate, offset, "")
        } else {
            let expected = slot.expected_text().unwrap_or_default();
            self.decoder.error_below(&below, DecodeErrorKind::BadValue(expected), offset, text)
        })
    }

    /// An element no field wants: it goes to the rest, or it is a refusal, or it is skipped.
    fn unwanted(
        &mut self,
        table: &'static Table,
        child: Tag<'a>,
        slots: &mut Slots<'_>,
    ) -> Result<(), DecodeError> {
        // Messages may follow an error as its siblings.
        let message = child.name() == "message" && self.decoder.refusal.is_some();
        if message || refusal::is_refusal(child.name(), self.decoder.depth_in_answer()) {
            return refusal::read(self.decoder, &child);
        }
        if let Some(slot) = table.rest.and_then(|index| slots.get_mut(index)) {
            return self.child(child).fill(*slot);
        }
        self.decoder.note_unknown("", child.start);
        refusal::skip(self.decoder, &child)
    }
}

/// Tells the fields below a wrapping element that it is there.
fn announce(table: &'static Table, level: Level, slots: &mut Slots<'_>) {
    for (field, slot) in table.fields.iter().zip(slots) {
        if field.parents.len() >= level.depth && table.is_below(field, level) {
            slot.open();
        }
    }
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
