//! The decoder cuts tags and texts itself: it must read what quick-xml reads by its events.

use mor_api::{AnswerError, from_xml};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

use crate::decoder_properties::soup::{damaged, tokens};
use crate::decoder_properties::{COMPLETE, Page, cases};

/// Names, which are paths below the root, and texts.
type Flat = Vec<(String, String)>;

/// An element whose end was not read.
#[derive(Default)]
struct Open {
    name: String,
    text: String,
    is_leaf: bool,
}

/// Flattens a `page` as `ElementMap` does; `None` if it is not well-formed, or another document.
fn by_events(xml: &str) -> Option<Flat> {
    let mut reader = Reader::from_str(xml);
    let (mut open, mut flat, mut ended) = (Vec::<Open>::new(), Flat::new(), false);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => {
                start_tag(&start, &mut open, &mut flat).filter(|()| !ended)?;
            }
            Event::Empty(start) => {
                start_tag(&start, &mut open, &mut flat).filter(|()| !ended)?;
                ended = end_tag(&mut open, &mut flat);
            }
            Event::End(_) => ended = end_tag(&mut open, &mut flat),
            Event::Text(text) => add(&mut open, &text)?,
            Event::CData(text) => add(&mut open, &text)?,
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(character)) => add(&mut open, &character.to_string())?,
                _ => add(&mut open, resolve_xml_entity(&name)?)?,
            },
            Event::Eof => return ended.then_some(flat),
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) | Event::DocType(_) => {}
        }
    }
}

fn start_tag(start: &BytesStart<'_>, open: &mut Vec<Open>, flat: &mut Flat) -> Option<()> {
    let name = start.name().0.to_owned();
    // Events take `<a/b>` for an element of that name.
    if open.is_empty() && name != "page" || open.len() == 64 || name.contains('/') {
        return None;
    }
    if let Some(around) = open.last_mut() {
        around.text.clear();
        around.is_leaf = false;
    }
    open.push(Open { name, is_leaf: true, ..Open::default() });
    if open.len() > 1 {
        for attribute in start.attributes() {
            let attribute = attribute.ok()?;
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
            flat.push((format!("{}/@{}", path(open), attribute.key.0), value.into_owned()));
        }
    }
    Some(())
}

/// Whether the document has ended.
fn end_tag(open: &mut Vec<Open>, flat: &mut Flat) -> bool {
    let path = path(open);
    let Some(ended) = open.pop() else { return false };
    if let Some(around) = open.last_mut() {
        if ended.is_leaf || !ended.text.trim().is_empty() {
            flat.push((path, ended.text));
        }
        around.text.clear();
    }
    open.is_empty()
}

fn path(open: &[Open]) -> String {
    open.iter().skip(1).map(|open| open.name.as_str()).collect::<Vec<_>>().join("/")
}

fn add(open: &mut [Open], text: &str) -> Option<()> {
    match open.last_mut() {
        Some(open) => open.text.push_str(text),
        None if !text.trim().is_empty() => return None,
        None => {}
    }
    Some(())
}

/// What the decoder makes of it; `None` if it has an `<error>`, which events know nothing of.
fn by_decoder(xml: &str) -> Option<Option<Flat>> {
    match from_xml::<Page>(xml) {
        Ok(page) => {
            Some(Some(page.rest.iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect()))
        }
        Err(AnswerError::Refused(_)) => None,
        Err(_) => Some(None),
    }
}

#[test]
fn samples_are_read_alike() {
    for xml in COMPLETE {
        let flat = by_events(xml);
        assert!(flat.is_some());
        assert_eq!(by_decoder(xml), Some(flat), "{xml}");
    }
}

proptest! {
    #![proptest_config(cases(4096))]

    #[test]
    fn a_soup_of_tokens_is_read_alike(soup in tokens()) {
        let xml = format!("<page>{}</page>", soup.replace('\0', ""));
        if let Some(decoded) = by_decoder(&xml) {
            prop_assert_eq!(decoded, by_events(&xml), "{}", xml);
        }
    }

    #[test]
    fn damaged_samples_are_read_alike(body in damaged()) {
        let Ok(xml) = String::from_utf8(body) else { return Ok(()) };
        let xml = xml.replace('\0', "");
        if let Some(decoded) = by_decoder(&xml) {
            prop_assert_eq!(decoded, by_events(&xml), "{}", xml);
        }
    }
}
