//! The catch-all for elements whose names nobody knows in advance.

use core::fmt;

use super::decoder::Token;
use super::element::Element;
use super::error::DecodeError;
use super::from_xml::FromXml;
use super::record::read_fields;
use super::refusal;
use super::slot::Rest;
use super::table::{FieldSpec, Source, Table};
use super::text::is_blank;
use crate::{Secret, ValueShape};

/// The memory an entry takes beside its texts: two numbers, and as much again while the list grows.
const ENTRY: usize = 4 * size_of::<usize>();

/// Elements by name, in the order of the answer; a name may stand more than once.
///
/// Some functions answer with whatever columns the server's version has. What stands inside an element is
/// kept under the path from it (`owner/name`), attributes under `owner/@id`.
///
/// `Debug` and serialization mask the texts of names that MOR gives to secrets ([`Secret::is_secret_name`]).
///
/// ```
/// use mor_api::ElementMap;
///
/// let map: ElementMap = [("balance", "26.0"), ("credit", "-1")].into_iter().collect();
/// assert_eq!(map.get("credit"), Some("-1"));
/// assert_eq!(map.get("discount"), None);
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
pub struct ElementMap {
    /// Names and texts, one after the other: most rows have a map, and two allocations are less than two an entry.
    content: String,
    /// Where each name and each text ends.
    ends: Vec<usize>,
}

impl ElementMap {
    pub(super) const EMPTY: Self = Self { content: String::new(), ends: Vec::new() };

    /// The text of the first element of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(key, _)| *key == name).map(|(_, text)| text)
    }

    /// Names and texts in the order of the answer.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut start = 0;
        let mut piece = move |end: usize| {
            let piece = self.content.get(start..end).unwrap_or_default();
            start = end;
            piece
        };
        self.ends.chunks_exact(2).filter_map(move |ends| match ends {
            [name, text] => Some((piece(*name), piece(*text))),
            _ => None,
        })
    }

    /// What people may see.
    fn shown(&self) -> impl Iterator<Item = (&str, &str)> {
        self.iter().map(|(name, text)| {
            (name, if text.is_empty() || !Secret::is_secret_name(name) { text } else { Secret::MASK })
        })
    }

    /// How many elements there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len() / 2
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Adds a leaf, for which the decoder has accounted.
    pub(super) fn push(&mut self, name: &str, text: &str) {
        self.content.reserve(name.len() + text.len());
        for piece in [name, text] {
            self.content.push_str(piece);
            self.ends.push(self.content.len());
        }
    }

    /// The memory that a leaf takes in a map beyond its text.
    pub(super) fn cost_of(name: &str) -> usize {
        ENTRY + name.len()
    }

    /// Flattens an element and all that is in it.
    pub(super) fn read(&mut self, element: &mut Element<'_, '_>) -> Result<(), DecodeError> {
        let mut path = String::new();
        let mut text = String::new();
        // Whether the element on top has children: then its own text is indentation, not a value.
        let mut leaf = true;
        let mut next = Some(element.tag());
        let outside = element.decoder().depth() - 1;
        loop {
            if let Some(tag) = next.take() {
                if !path.is_empty() {
                    path.push('/');
                }
                path.push_str(tag.name());
                leaf = true;
                text.clear();
                // Each repeats the path, which may be the longest part of the answer.
                let attributes = tag.attributes().matches('=').count();
                element.decoder().charge(attributes.saturating_mul(ENTRY + path.len()))?;
                element.attributes_of(tag, &mut |name, value| {
                    self.push(&format!("{path}/@{name}"), value);
                })?;
                if tag.closed {
                    element.decoder().leave();
                    self.close(element, &mut path, &mut text, leaf)?;
                    leaf = false;
                }
            }
            if element.decoder().depth() <= outside {
                return Ok(());
            }
            match element.decoder().next()? {
                // What refuses the request is no part of the rest.
                Token::Start(tag) if refusal::is_refusal(tag.name(), element.decoder().depth_in_answer()) => {
                    refusal::read(element.decoder(), &tag)?;
                    leaf = false;
                }
                Token::Start(tag) => next = Some(tag),
                Token::Text(piece) => text.push_str(&piece),
                Token::End | Token::OuterEnd(_) => {
                    self.close(element, &mut path, &mut text, leaf)?;
                    leaf = false;
                }
                Token::Eof => return Err(element.decoder().truncated()),
            }
        }
    }

    fn close(
        &mut self,
        element: &mut Element<'_, '_>,
        path: &mut String,
        text: &mut String,
        leaf: bool,
    ) -> Result<(), DecodeError> {
        if leaf || !is_blank(text) {
            let text = element.trimmed(core::mem::take(text).into());
            element.decoder().charge(Self::cost_of(path))?;
            self.push(path, &text);
        }
        text.clear();
        path.truncate(path.rfind('/').unwrap_or(0));
        Ok(())
    }
}

impl<N: Into<String>, T: Into<String>> FromIterator<(N, T)> for ElementMap {
    fn from_iter<I: IntoIterator<Item = (N, T)>>(elements: I) -> Self {
        let mut map = Self::EMPTY;
        for (name, text) in elements {
            map.push(&name.into(), &text.into());
        }
        map
    }
}

impl fmt::Debug for ElementMap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.shown()).finish()
    }
}

/// The children of an element, whatever their names are.
impl FromXml for ElementMap {
    const VALUE: ValueShape = ValueShape::Map;

    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        static CHILDREN: Table = Table::new(&[FieldSpec { source: Source::Rest, ..FieldSpec::ELEMENT }], &[]);
        let mut children = Rest::NEW;
        read_fields(element, &CHILDREN, &mut [&mut children])?;
        Ok(children.0)
    }
}

/// The texts of a name: one string, or a list if the name is there more than once.
#[cfg(feature = "serde")]
#[derive(serde::Serialize)]
#[serde(untagged)]
enum Texts<'m> {
    One(&'m str),
    Several(Vec<&'m str>),
}

/// The names, each once, in the order of their first elements.
#[cfg(feature = "serde")]
fn grouped<'m>(elements: impl Iterator<Item = (&'m str, &'m str)>) -> Vec<(&'m str, Texts<'m>)> {
    let mut groups: Vec<(&str, Texts<'_>)> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for (name, text) in elements {
        let place = *places.entry(name).or_insert(groups.len());
        match groups.get_mut(place) {
            None => groups.push((name, Texts::One(text))),
            Some((_, texts)) => match texts {
                Texts::Several(texts) => texts.push(text),
                Texts::One(first) => *texts = Texts::Several(vec![*first, text]),
            },
        }
    }
    groups
}

/// A map; the texts of a name that is there more than once are a list. Secrets are shown within [`Exposed`](crate::Exposed).
#[cfg(feature = "serde")]
impl serde::Serialize for ElementMap {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if crate::value::exposed::is_exposing() {
            return serializer.collect_map(grouped(self.iter()));
        }
        serializer.collect_map(grouped(self.shown()))
    }
}
