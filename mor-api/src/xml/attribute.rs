//! The attributes of an element.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;
use quick_xml::events::attributes::{AttrError, Attribute};

use super::decoder::Tag;
use super::element::Element;
use super::error::{DecodeError, DecodeErrorKind};

/// More than any element of MOR has (2). Each is compared with all before it.
const MAX_ATTRIBUTES: usize = 256;

impl<'a> Element<'_, 'a> {
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

    pub(super) fn attribute<'t>(
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
}
