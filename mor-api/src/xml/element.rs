//! One element of an answer while it is decoded.

use std::borrow::Cow;

use super::decoder::{Decoder, Tag, Token};
use super::error::{DecodeError, DecodeErrorKind};
use super::refusal::Refusal;
use super::table::{FieldSpec, Missing, Source};

/// An element whose start was read and whose content comes next.
///
/// [`FromXml::from_xml`](crate::FromXml::from_xml) gets one and reads it: its text with [`Element::text`], a record by the
/// derive. What it leaves unread is skipped.
pub struct Element<'d, 'a> {
    pub(super) decoder: &'d mut Decoder<'a>,
    pub(super) tag: Tag<'a>,
    /// Not an element, but one record among several in it; the next one starts with this element.
    pub(super) leader: Option<&'d str>,
    /// Whether white space around texts is cut off.
    pub(super) trims: bool,
}

impl<'d, 'a> Element<'d, 'a> {
    pub(crate) fn new(decoder: &'d mut Decoder<'a>, tag: Tag<'a>) -> Self {
        Self { decoder, tag, leader: None, trims: false }
    }

    /// Skips what was left unread of the element, around which `outside` elements are open.
    pub(crate) fn finish(&mut self, outside: usize) -> Result<(), DecodeError> {
        self.decoder.close(&self.tag, outside)
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
        match self.decoder.leaf_text(&self.tag) {
            Some(text) if self.trims => Ok(Cow::Borrowed(text.trim())),
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.raw_text().map(|text| self.trimmed(text)),
        }
    }

    /// Reads the element's text and makes a value of it; an error says what the text should be.
    ///
    /// It is meant for functions of `#[mor(with = ...)]`:
    ///
    #[cfg_attr(feature = "derive", doc = "```")]
    #[cfg_attr(not(feature = "derive"), doc = "```ignore")]
    /// use mor_api::{DecodeError, Element, FromXml};
    ///
    /// #[derive(FromXml)]
    /// #[mor(root = "page/paging", with = Paging::read)]
    /// struct Paging {
    ///     page: u32,
    ///     pages: u32,
    /// }
    ///
    /// impl Paging {
    ///     fn read(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
    ///         element.parse_text("two numbers (1/3)", |text| {
    ///             let (page, pages) = text.split_once('/')?;
    ///             Some(Self { page: page.parse().ok()?, pages: pages.parse().ok()? })
    ///         })
    ///     }
    /// }
    ///
    /// let paging: Paging = mor_api::from_xml("<page><paging>1/3</paging></page>")?;
    /// assert_eq!((paging.page, paging.pages), (1, 3));
    /// # Ok::<(), mor_api::AnswerError>(())
    /// ```
    pub fn parse_text<T>(
        &mut self,
        expected: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, DecodeError> {
        let text = self.text()?;
        parse(&text).ok_or_else(|| self.bad_value(expected, &text))
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
    pub(crate) fn missing(&self, field: Option<&FieldSpec>, missing: Missing) -> DecodeError {
        let sign = if field.is_some_and(|field| field.source == Source::Attribute) { "@" } else { "" };
        let parents = field.map_or([].as_slice(), |field| field.parents).iter().copied();
        let value = field.and_then(|field| field.names.first()).filter(|_| missing == Missing::Value);
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
