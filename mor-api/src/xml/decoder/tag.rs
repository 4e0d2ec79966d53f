//! Start and end tags as they stand in the text.

use quick_xml::parser::{ElementParser, Parser};

use crate::xml::bytes::{is_blank, is_of_name};

/// A start tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    /// Name and attributes, as they stand between `<` and `>`.
    content: &'a str,
    name_len: usize,
    /// Where the `<` is.
    pub(crate) start: usize,
    /// Whether it is closed in itself, `<a/>`.
    pub(crate) closed: bool,
}

impl<'a> Tag<'a> {
    /// A tag without attributes.
    pub(super) fn plain(name: &'a str, start: usize, closed: bool) -> Self {
        Self { content: name, name_len: name.len(), start, closed }
    }

    /// The tag whose `<` is there; `None` if the text ends before its `>`.
    pub(super) fn at(input: &'a str, start: usize) -> Option<Self> {
        let markup = input.get(start + 1..)?;
        let bytes = markup.as_bytes();
        let name_len = bytes.iter().position(|byte| !is_of_name(*byte))?;
        let content = match bytes.get(name_len..)? {
            [b'>', ..] => return Some(Self::plain(markup.get(..name_len)?, start, false)),
            [b'/', b'>', ..] => return Some(Self::plain(markup.get(..name_len)?, start, true)),
            // A `>` may stand in the value of an attribute.
            _ => markup.get(..ElementParser::Outside.feed(bytes)?)?,
        };
        let (content, closed) = match content.strip_suffix('/') {
            Some(content) => (content, true),
            None => (content, false),
        };
        let name_len = content.bytes().position(is_blank).unwrap_or(content.len());
        Some(Self { content, name_len, start, closed })
    }

    pub(crate) fn name(&self) -> &'a str {
        self.content.get(..self.name_len).unwrap_or_default()
    }

    pub(crate) fn attributes(&self) -> &'a str {
        self.content.get(self.name_len..).unwrap_or_default()
    }

    pub(crate) fn content(&self) -> (&'a str, usize) {
        (self.content, self.name_len)
    }

    /// Where the text goes on behind it.
    pub(super) fn end(&self) -> usize {
        let brackets = if self.closed { "</>".len() } else { "<>".len() };
        self.start + self.content.len() + brackets
    }

    /// Whether it has neither attributes nor white space.
    pub(super) fn is_plain(&self) -> bool {
        self.content.len() == self.name_len
    }
}

/// The name in the end tag whose `<` is there, and where the text goes on behind it; `None` if the text ends before its
/// `>`. White space may follow the name.
pub(super) fn end_at(input: &str, start: usize) -> Option<(&str, usize)> {
    let markup = input.get(start + "</".len()..)?;
    let bytes = markup.as_bytes();
    let mut len = bytes.iter().position(|byte| !is_of_name(*byte))?;
    if bytes.get(len) != Some(&b'>') {
        len = ElementParser::Outside.feed(bytes)?;
    }
    let name = markup.get(..len)?.trim_end_matches([' ', '\n', '\t', '\r']);
    Some((name, start + "</>".len() + len))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(input: &str) -> Option<(&str, &str, bool, usize)> {
        Tag::at(input, 0).map(|tag| (tag.name(), tag.attributes(), tag.closed, tag.end()))
    }

    #[test]
    fn start_tags() {
        assert_eq!(start("<a>1"), Some(("a", "", false, 3)));
        assert_eq!(start("<user_id/>"), Some(("user_id", "", true, 10)));
        assert_eq!(start("<a b='>' c=\"/>\">1</a>"), Some(("a", " b='>' c=\"/>\"", false, 16)));
        assert_eq!(start("<a\n/>"), Some(("a", "\n", true, 5)));
        assert_eq!(start("<x:ä>"), Some(("x:ä", "", false, 6)));
        assert_eq!(start("<>"), Some(("", "", false, 2)));
        assert!(Tag::at("<a >", 0).is_some_and(|tag| !tag.is_plain()));
        for cut in ["<", "<a", "<a ", "<a/", "<a b='>", "<a b=\">'"] {
            assert_eq!(start(cut), None, "{cut}");
        }
    }

    #[test]
    fn end_tags() {
        assert_eq!(end_at("</a>1", 0), Some(("a", 4)));
        assert_eq!(end_at("1</user_id \n>", 1), Some(("user_id", 13)));
        assert_eq!(end_at("</ä:b>", 0), Some(("ä:b", 7)));
        assert_eq!(end_at("</>", 0), Some(("", 3)));
        assert_eq!(end_at("</a b>", 0), Some(("a b", 6)));
        for cut in ["</", "</a", "</a ", "</a '>"] {
            assert_eq!(end_at(cut, 0), None, "{cut}");
        }
    }
}
