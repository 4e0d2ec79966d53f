//! A whole answer into one value: find the root, descend to the element, decode, and make sure that the
//! document ends there.

use super::decoder::{Decoder, Origin, Tag, Token, Unknown};
use super::element::Element;
use super::error::{DecodeError, DecodeErrorKind};
use super::from_xml::FromXml;
use super::refusal;
use super::slot::Slot;
use super::success;
use super::table::Missing;
use super::text::is_blank;
use crate::{AnswerError, Record};

/// In [`Document::ROOT`], a root of whatever name.
const ANY_ROOT: &str = "*";

/// A record that stands at a fixed path of an answer; `#[mor(root = "page/status")]` on a
/// `#[derive(FromXml)]` makes one.
pub trait Document: Record {
    /// The elements from the root to the record's own. A root `*` is any root: the one of a few functions differs
    /// between servers, or is documented nowhere.
    const ROOT: &'static [&'static str];

    /// Whether the server never closes the root of this document, as MOR X8 does in two functions. Such an answer is
    /// decoded if the body is complete ([`Payload::Unclosed`](crate::Payload::Unclosed)); otherwise it counts as truncated.
    const UNCLOSED: bool = false;

    /// Describes what of the request was not carried out; see [`Response::partial`](crate::Response::partial).
    fn partial(&self) -> Option<String> {
        None
    }
}

/// Decodes an XML answer. Elements no field takes are skipped.
///
#[cfg_attr(feature = "derive", doc = "```")]
#[cfg_attr(not(feature = "derive"), doc = "```ignore")]
/// #[derive(mor_api::FromXml)]
/// #[mor(root = "page/status")]
/// struct Created {
///     id: u64,
/// }
///
/// let created: Created = mor_api::from_xml("<page><status><id>7</id></status></page>")?;
/// assert_eq!(created.id, 7);
///
/// let refused = mor_api::from_xml::<Created>("<page><error>No currency</error></page>");
/// assert!(matches!(refused, Err(mor_api::AnswerError::Refused(refusal)) if refusal.message() == "No currency"));
/// # Ok::<(), mor_api::AnswerError>(())
/// ```
pub fn from_xml<T: Document>(xml: &str) -> Result<T, AnswerError> {
    read_document(xml, false, None)
}

/// Decodes an XML answer and reports every element, attribute and text that no field took: the mode for
/// checking declarations against samples.
pub fn from_xml_strict<T: Document>(xml: &str) -> Result<(T, Vec<Unknown>), AnswerError> {
    let mut unknown = Vec::new();
    read_document(xml, false, Some(&mut unknown)).map(|value| (value, unknown))
}

/// Decodes an XML document. Elements that no field took are appended to `unknown`, if given. `unclosed`: the document is
/// complete, but the end tag of its root is missing.
pub(crate) fn read_document<T: Document>(
    xml: &str,
    unclosed: bool,
    unknown: Option<&mut Vec<Unknown>>,
) -> Result<T, AnswerError> {
    let mut root = Root(None);
    match read_into(xml, unknown, T::ROOT, T::UNCLOSED && unclosed, &mut root) {
        Ok(()) => root.0.ok_or_else(|| missing("", T::ROOT)),
        Err(error) => Err(error),
    }
}

/// The slot of the whole document.
struct Root<T>(Option<T>);

impl<T: FromXml> Slot for Root<T> {
    fn is_full(&self) -> bool {
        self.0.is_some()
    }

    fn missing(&self) -> Option<Missing> {
        None
    }

    fn take_element(&mut self, element: &mut Element<'_, '_>) -> Result<(), DecodeError> {
        match T::from_xml(element) {
            Ok(value) => self.0 = Some(value),
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

/// A refusal wins over everything else: over a value, because an answer that says *error* is none, and over
/// a decode error, because it explains it.
fn read_into(
    xml: &str,
    unknown: Option<&mut Vec<Unknown>>,
    root: &'static [&'static str],
    unclosed: bool,
    slot: &mut dyn Slot,
) -> Result<(), AnswerError> {
    let mut decoder = Decoder::new(xml, Origin::START, unknown.is_some());
    let result = match walk(&mut decoder, root, slot) {
        // Only the end tag of the root is missing, and the transport proves that nothing else is.
        Err(error) if unclosed && error.is_truncation() && decoder.depth() == 1 && slot.is_full() => Ok(()),
        result => result,
    };
    if let Some(refusal) = decoder.refusal.take() {
        return Err(refusal::judge(xml, refusal));
    }
    if let Err(error) = result {
        return Err(undecodable(xml, error));
    }
    if let Some(all) = unknown {
        all.append(&mut decoder.unknown.unwrap_or_default());
    }
    if slot.is_full() { Ok(()) } else { Err(missing(xml, root)) }
}

/// A refusal explains why an answer cannot be decoded; a statement of success is kept with the error.
fn undecodable(xml: &str, error: DecodeError) -> AnswerError {
    match refusal::find(xml) {
        Some(refusal) => AnswerError::Refused(refusal),
        None => AnswerError::Decode(error.with_success(success::find(xml))),
    }
}

fn missing(xml: &str, root: &'static [&'static str]) -> AnswerError {
    let decoder = Decoder::new(xml, Origin::START, false);
    let error = decoder.error_below(&root.join("/"), DecodeErrorKind::Missing, 0, "");
    AnswerError::Decode(error.with_success(success::find(xml)))
}

fn walk(
    decoder: &mut Decoder<'_>,
    root: &'static [&'static str],
    slot: &mut dyn Slot,
) -> Result<(), DecodeError> {
    let tag = root_tag(decoder)?;
    let expected = root.first().copied().unwrap_or_default();
    if refusal::is_refusal(tag.name(), 1) {
        refusal::read(decoder, &tag)?;
    } else if expected == ANY_ROOT || tag.name() == expected {
        descend(decoder, tag, root.get(1..).unwrap_or_default(), slot)?;
    } else {
        decoder.leave();
        return Err(decoder.error(DecodeErrorKind::WrongRoot(expected.into()), tag.start, tag.name()));
    }
    expect_end(decoder)
}

/// Reads up to the root's start tag.
pub(crate) fn root_tag<'a>(decoder: &mut Decoder<'a>) -> Result<Tag<'a>, DecodeError> {
    loop {
        match decoder.next()? {
            Token::Start(tag) => return Ok(tag),
            Token::Text(text) if is_blank(&text) => {}
            Token::Eof => return Err(decoder.truncated()),
            Token::Text(text) => {
                let why = "text before the root element".to_owned();
                return Err(decoder.error(DecodeErrorKind::Malformed(why), 0, &text));
            }
            Token::End | Token::OuterEnd(_) => {}
        }
    }
}

fn descend<'a>(
    decoder: &mut Decoder<'a>,
    tag: Tag<'a>,
    path: &[&str],
    slot: &mut dyn Slot,
) -> Result<(), DecodeError> {
    let outside = decoder.depth() - 1;
    let Some((next, below)) = path.split_first() else {
        Element::new(decoder, tag).fill(slot)?;
        return decoder.close(&tag, outside);
    };
    Element::new(decoder, tag).note_attributes()?;
    if tag.closed {
        decoder.leave();
        return Ok(());
    }
    let mut stray = false;
    loop {
        match decoder.next()? {
            Token::Start(child) if child.name() == *next => descend(decoder, child, below, slot)?,
            Token::Start(child) if refusal::is_refusal(child.name(), decoder.depth()) => {
                refusal::read(decoder, &child)?;
            }
            Token::Start(child) => {
                decoder.note_unknown("", child.start);
                refusal::skip(decoder, &child)?;
            }
            Token::Text(text) => {
                if !stray && !is_blank(&text) {
                    decoder.note_unknown("text()", tag.start);
                    stray = true;
                }
            }
            Token::End | Token::OuterEnd(_) => return Ok(()),
            Token::Eof => return Err(decoder.truncated()),
        }
    }
}

/// Nothing but white space and comments may follow the root.
pub(crate) fn expect_end(decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
    loop {
        let offset = decoder.position();
        let found = match decoder.next()? {
            Token::Eof => return Ok(()),
            Token::Text(text) if is_blank(&text) => continue,
            Token::Text(text) => text,
            Token::Start(tag) => tag.name().into(),
            Token::End | Token::OuterEnd(_) => continue,
        };
        let offset = offset + found.len() - found.trim_start().len();
        return Err(decoder.error(DecodeErrorKind::TrailingContent, offset, found.trim()));
    }
}

#[cfg(all(test, feature = "derive"))]
mod tests {
    use super::*;
    use crate::{ElementMap, FieldShape, FromText, FromXml, Presence, RecordShape, Refusal};

    #[derive(Debug, PartialEq, FromXml)]
    #[mor(root = "page", trim)]
    struct Indented {
        name: String,
        #[mor(path = "codecs/audio")]
        audio: String,
        pin: Option<String>,
        #[mor(rest)]
        other: ElementMap,
    }

    #[test]
    fn trimmed_records_have_no_white_space_around_texts() {
        let xml = "<page><name>\na &amp; b </name><codecs>\n<audio>\nalaw, ulaw </audio></codecs>\
                   <pin>\n</pin><host>\ndynamic </host></page>";
        let expected = Indented {
            name: "a & b".to_owned(),
            audio: "alaw, ulaw".to_owned(),
            pin: None,
            other: [("host", "dynamic")].into_iter().collect(),
        };
        assert_eq!(from_xml::<Indented>(xml), Ok(expected));
    }

    #[derive(Debug, PartialEq)]
    struct Sent(String);

    impl FromText for Sent {
        const EXPECTED: &'static str = "a text";

        fn from_text(text: &str) -> Option<Self> {
            Some(Self(text.to_owned()))
        }
    }

    impl Document for Sent {
        const ROOT: &'static [&'static str] = &["page", "sending"];
    }

    impl Record for Sent {
        const RECORD: &'static RecordShape = &RecordShape::of_value(
            "Sent",
            "",
            Self::ROOT,
            &[FieldShape::new("", Self::FORM, Presence::Required, "")],
        );
    }

    #[test]
    fn a_refusal_in_another_element_than_the_record_is_found() {
        let refused = from_xml::<Sent>("<page><status><error>Email not found</error></status></page>");
        let refusal = Refusal::new("page/status/error", "Email not found");
        assert_eq!(refused, Err(AnswerError::Refused(refusal)));
        let nothing = from_xml::<Sent>("<page><status>idle</status></page>");
        assert!(matches!(nothing, Err(AnswerError::Decode(_))), "{nothing:?}");
    }
}
