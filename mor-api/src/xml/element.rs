//! One element of an answer while it is decoded.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;
use quick_xml::events::attributes::{AttrError, Attribute};

use super::decoder::{Decoder, Tag, Token};
use super::error::{DecodeError, DecodeErrorKind};
use super::field::FromXml;
use super::leaf::Leaf;
use super::refusal::{self, Refusal};
use super::slot::Slot;
use super::table::{FieldSpec, Level, Match, Source, Table};

/// More than any element of MOR has (2). Each is compared with all before it.
const MAX_ATTRIBUTES: usize = 256;

/// An element whose start was read and whose content comes next.
///
/// [`FromXml::from_xml`](crate::FromXml::from_xml) gets one and reads it with [`Element::text`] or
/// [`Element::fields`]; what it leaves unread is skipped.
pub struct Element<'d, 'a> {
    decoder: &'d mut Decoder<'a>,
    tag: Tag<'a>,
    /// Not an element, but one record among several in it; the next one starts with this element.
    leader: Option<&'d str>,
    /// Whether white space around texts is cut off.
    trims: bool,
}

/// What a record's field is told.
pub enum Node<'d, 'a> {
    /// A child element.
    Element(Element<'d, 'a>),
    /// The value of an attribute, or the record's own text.
    Text(Text<'d, 'a>),
    /// The element around the field's values was opened: a list is there, even if nothing is in it.
    Opened,
    /// The record was read to its end: what is not there now is absent.
    End,
}

/// A text that is no element of its own.
pub struct Text<'d, 'a> {
    value: Cow<'a, str>,
    /// Below the open elements: `@name` of an attribute, or the name of the element whose text it is.
    below: (&'static str, &'d str),
    offset: usize,
    decoder: &'d Decoder<'a>,
}

impl Text<'_, '_> {
    /// The text, entities resolved.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// The error for a text that is not of the form a type wants.
    #[must_use]
    pub fn bad_value(&self, expected: &'static str) -> DecodeError {
        let (sign, name) = self.below;
        let kind = DecodeErrorKind::BadValue(expected);
        self.decoder.error_below(&format!("{sign}{name}"), kind, self.offset, &self.value)
    }

    /// The error for a value that stands twice.
    pub(crate) fn duplicate(&self) -> DecodeError {
        let (sign, name) = self.below;
        self.decoder.error_below(&format!("{sign}{name}"), DecodeErrorKind::Duplicate, self.offset, "")
    }
}

/// The slots of a record's fields, in the order of its table.
type Slots<'s> = [&'s mut dyn Slot];

impl<'d, 'a> Element<'d, 'a> {
    pub(crate) fn new(decoder: &'d mut Decoder<'a>, tag: Tag<'a>) -> Self {
        Self { decoder, tag, leader: None, trims: false }
    }

    /// Skips what was left unread of the element, around which `outside` elements are open.
    pub(super) fn finish(&mut self, outside: usize) -> Result<(), DecodeError> {
        if self.decoder.depth() > outside {
            if self.tag.closed { self.decoder.leave() } else { self.decoder.close_to(outside)? }
        }
        Ok(())
    }

    /// The element's name.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.tag.name()
    }

    /// Whether nothing but white space is in it, attributes included.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.tag.attributes().trim().is_empty()
            && (self.tag.closed || self.decoder.rest().trim_start().starts_with("</"))
    }

    /// The byte offset in the answer at which the element starts.
    #[must_use]
    pub fn offset(&self) -> u64 {
        self.decoder.offset_in_answer(self.tag.start)
    }

    /// Reads the element without looking inside: its markup as it stands in the answer.
    pub fn raw(&mut self) -> Result<&'a str, DecodeError> {
        let tag = self.tag;
        self.decoder.skip(&tag)?;
        Ok(self.decoder.read_since(tag.start))
    }

    /// Cuts off the white space around all texts in this element: for functions some servers of which indent
    /// values as if they were elements. `#[mor(trim)]` on a record does it.
    pub fn trim_texts(&mut self) {
        self.trims = true;
    }

    /// Reads the element's text. Entities and CDATA are resolved; white space is kept. An element inside
    /// is an error.
    pub fn text(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        match self.decoder.leaf_text() {
            Some(text) if self.trims => Ok(Cow::Borrowed(text.trim())),
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.raw_text().map(|text| self.trimmed(text)),
        }
    }

    fn raw_text(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        self.note_attributes()?;
        let mut text = Cow::Borrowed("");
        if self.tag.closed {
            self.decoder.leave();
            return Ok(text);
        }
        loop {
            match self.decoder.next()? {
                Token::Text(piece) if text.is_empty() => text = piece,
                Token::Text(piece) => text.to_mut().push_str(&piece),
                Token::End | Token::OuterEnd(_) => return Ok(text),
                Token::Start(child) => {
                    self.decoder.leave();
                    let kind = DecodeErrorKind::UnexpectedElement;
                    return Err(self.decoder.error(kind, child.start, child.name()));
                }
                Token::Eof => return Err(self.decoder.truncated()),
            }
        }
    }

    /// Reads the element as a record: every attribute, child and text goes to the slot of the field of `table` that
    /// wants it. Fields that are missing are an error.
    pub fn fields(&mut self, table: &'static Table, slots: &mut Slots<'_>) -> Result<(), DecodeError> {
        let tag = self.tag;
        self.level(table, Level::TOP, tag, slots)?;
        for (field, slot) in table.fields.iter().zip(slots) {
            if slot.is_filled() {
                continue;
            }
            if field.parents.is_empty() {
                // The record's own element is the one around the values of a list, and it is there.
                slot.take(Node::Opened)?;
            }
            slot.take(Node::End)?;
            if !slot.is_filled() && !field.default {
                return Err(self.missing(Some(field), slot.is_list()));
            }
        }
        Ok(())
    }

    /// Reads records that stand one after the other in this element without elements of their own: a new
    /// one starts wherever the element `leader` stands again.
    pub fn flat_records<T: FromXml>(&mut self, leader: &str) -> Result<Vec<T>, DecodeError> {
        let mut records = Vec::new();
        if self.tag.closed {
            self.decoder.leave();
            return Ok(records);
        }
        let inside = self.decoder.depth();
        while self.decoder.depth() == inside {
            match self.decoder.next()? {
                Token::Start(first) => {
                    self.decoder.push_back(first);
                    let decoder = &mut *self.decoder;
                    let (tag, leader) = (self.tag, Some(leader));
                    let mut record = Element { decoder, tag, leader, trims: self.trims };
                    records.push(T::from_xml(&mut record)?);
                    self.decoder.charge(size_of::<T>())?;
                }
                Token::Text(_) | Token::End | Token::OuterEnd(_) => {}
                Token::Eof => return Err(self.decoder.truncated()),
            }
        }
        Ok(records)
    }

    /// Says that the answer is a refusal with this message, and returns the error to return: for functions
    /// that tell failure from success by nothing but a text. A message beside an `<error>` or another message is
    /// added to it. The element was read to its end.
    #[must_use]
    pub fn refuse(&mut self, message: &str) -> DecodeError {
        let path = self.decoder.path_to(self.below());
        let refusal = self.decoder.refusal.get_or_insert_with(|| Refusal { path, messages: Vec::new() });
        refusal.add(message);
        self.bad_value("a text that tells success", message)
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
        loop {
            let expected = table.expected(level, after);
            let leaf = if own_text.is_empty() { self.decoder.peek_leaf(expected) } else { None };
            let child = match leaf {
                Some(leaf) if leader.is_none() && self.take_leaf(table, level, &leaf, &mut after, slots) => {
                    continue;
                }
                Some(leaf) => self.decoder.enter_leaf(leaf)?,
                None => match self.decoder.next()? {
                    Token::Start(child) => child,
                    Token::Text(piece) => {
                        collect(&mut own_text, piece);
                        continue;
                    }
                    Token::End | Token::OuterEnd(_) => break,
                    Token::Eof => return Err(self.decoder.truncated()),
                },
            };
            if let Some((leader, seen)) = &mut leader
                && child.name() == *leader
                && core::mem::replace(seen, true)
            {
                self.decoder.push_back(child);
                return Ok(());
            }
            let depth = self.decoder.depth() - 1;
            match table.find(child.name(), level, &mut after) {
                Match::Field(index) => {
                    if let Some(slot) = slots.get_mut(index) {
                        slot.take(Node::Element(self.child(child)))?;
                    }
                }
                Match::Parent(toward) => {
                    let inner = Level { depth: level.depth + 1, toward };
                    announce(table, inner, slots)?;
                    self.level(table, inner, child, slots)?;
                }
                Match::Nothing => self.unwanted(table, child, slots)?,
            }
            if self.decoder.depth() > depth {
                if child.closed { self.decoder.leave() } else { self.decoder.close_to(depth)? }
            }
        }
        self.read_own_text(table, level, tag, own_text, slots)
    }

    /// Gives the text of the leaf that comes next to its field, if the field takes it: then there is nothing more to do
    /// about the leaf.
    fn take_leaf(
        &mut self,
        table: &'static Table,
        level: Level,
        leaf: &Leaf<'a>,
        after: &mut usize,
        slots: &mut Slots<'_>,
    ) -> bool {
        let mut behind = *after;
        let Match::Field(index) = table.find(leaf.name, level, &mut behind) else { return false };
        let text = leaf.text.unwrap_or_default();
        let text = if self.trims { text.trim() } else { text };
        if !slots.get_mut(index).is_some_and(|slot| slot.take_leaf(text)) {
            return false;
        }
        *after = behind;
        self.decoder.pass_leaf(leaf);
        true
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
            let (value, below) = (Cow::Owned(text), ("@", name));
            if let Some(slot) = slots.get_mut(index) {
                slot.take(Node::Text(Text { value, below, offset: tag.start, decoder: self.decoder }))?;
            }
        }
        Ok(())
    }

    /// Notes that no field takes the attributes of this element.
    pub(super) fn note_attributes(&mut self) -> Result<(), DecodeError> {
        if self.decoder.unknown.is_none() {
            return Ok(());
        }
        let (content, name_len) = self.tag.content();
        for (index, attribute) in BytesStart::from_content(content, name_len).attributes().enumerate() {
            let (name, _) = self.attribute(index, attribute, self.tag)?;
            self.decoder.note_unknown(&format!("@{name}"), self.tag.start);
        }
        Ok(())
    }

    /// Visits the names and values of a tag's attributes.
    pub(super) fn attributes_of(
        &self,
        tag: Tag<'a>,
        visit: &mut dyn FnMut(&str, &str),
    ) -> Result<(), DecodeError> {
        let (content, name_len) = tag.content();
        for (index, attribute) in BytesStart::from_content(content, name_len).attributes().enumerate() {
            let (name, text) = self.attribute(index, attribute, tag)?;
            visit(name, &text);
        }
        Ok(())
    }

    fn attribute<'t>(
        &self,
        index: usize,
        attribute: Result<Attribute<'t>, AttrError>,
        tag: Tag<'a>,
    ) -> Result<(&'t str, String), DecodeError> {
        if index >= MAX_ATTRIBUTES {
            return Err(self.decoder.error(DecodeErrorKind::TooManyAttributes, tag.start, ""));
        }
        let broken = |why: String| self.decoder.error(DecodeErrorKind::Malformed(why), tag.start, "");
        let attribute = attribute.map_err(|error| broken(error.to_string()))?;
        let text = attribute.normalized_value(XmlVersion::Implicit1_0);
        // The library's own error quotes the value.
        let text =
            text.map_err(|_| broken("an attribute holds a reference that XML does not define".to_owned()))?;
        Ok((attribute.key.0, text.into_owned()))
    }

    fn read_own_text(
        &mut self,
        table: &'static Table,
        level: Level,
        tag: Tag<'a>,
        text: Cow<'a, str>,
        slots: &mut Slots<'_>,
    ) -> Result<(), DecodeError> {
        let Some(index) = table.find_other(Source::Text, "", level) else {
            if !text.is_empty() {
                self.decoder.note_unknown(&format!("{}/text()", tag.name()), tag.start);
            }
            return Ok(());
        };
        let (value, below) = (self.trimmed(text), ("", tag.name()));
        match slots.get_mut(index) {
            Some(slot) => {
                slot.take(Node::Text(Text { value, below, offset: tag.start, decoder: self.decoder }))
            }
            None => Ok(()),
        }
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
            return slot.take(Node::Element(self.child(child)));
        }
        self.decoder.note_unknown("", child.start);
        refusal::skip(self.decoder, &child)
    }

    pub(crate) fn child(&mut self, tag: Tag<'a>) -> Element<'_, 'a> {
        Element { decoder: &mut *self.decoder, tag, leader: None, trims: self.trims }
    }

    /// A text as this element wants it.
    pub(super) fn trimmed<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        match text {
            text if !self.trims => text,
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        }
    }

    pub(crate) fn decoder(&mut self) -> &mut Decoder<'a> {
        self.decoder
    }

    pub(crate) fn tag(&self) -> Tag<'a> {
        self.tag
    }

    /// The error for a text that is not of the form a type wants. The element was read to its end.
    #[must_use]
    pub fn bad_value(&self, expected: &'static str, text: &str) -> DecodeError {
        let kind = DecodeErrorKind::BadValue(expected);
        self.decoder.error_below(self.below(), kind, self.tag.start, text)
    }

    /// The element's part of the path once it was read to its end. One of several records in an element
    /// ends before the element does.
    fn below(&self) -> &'a str {
        let open = self.leader.is_some() && self.decoder.innermost() == Some(self.tag.name());
        if open { "" } else { self.tag.name() }
    }

    /// The error for a field that was not there. The element was read to its end.
    pub(crate) fn missing(&self, field: Option<&FieldSpec>, whole_list: bool) -> DecodeError {
        let sign = if field.is_some_and(|field| field.source == Source::Attribute) { "@" } else { "" };
        let parents = field.map_or([].as_slice(), |field| field.parents).iter().copied();
        let value = field.and_then(|field| field.names.first()).filter(|_| !whole_list);
        let value = value.map(|name| format!("{sign}{name}"));
        let below: Vec<&str> = core::iter::once(self.below())
            .chain(parents)
            .chain(value.as_deref())
            .filter(|segment| !segment.is_empty())
            .collect();
        let below = below.join("/");
        self.decoder.error_below(&below, DecodeErrorKind::Missing, self.tag.start, "")
    }

    /// The error for a value that stands twice. The element is still open.
    pub(crate) fn duplicate(&self) -> DecodeError {
        self.decoder.error(DecodeErrorKind::Duplicate, self.tag.start, "")
    }
}

/// Tells the fields below a wrapping element that it is there.
fn announce(table: &'static Table, level: Level, slots: &mut Slots<'_>) -> Result<(), DecodeError> {
    for (field, slot) in table.fields.iter().zip(slots) {
        if field.parents.len() >= level.depth && table.is_below(field, level) {
            slot.take(Node::Opened)?;
        }
    }
    Ok(())
}

/// Indentation is no text.
fn collect<'a>(text: &mut Cow<'a, str>, piece: Cow<'a, str>) {
    if text.is_empty() {
        if !piece.trim().is_empty() {
            *text = piece;
        }
    } else {
        text.to_mut().push_str(&piece);
    }
}
