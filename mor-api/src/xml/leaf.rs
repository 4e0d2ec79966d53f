//! Recognises what nine tenths of a large response are: `<name>text</name>`, without attributes and children.
//!
//! One look at such an element is several times faster than reading the white space before it, its start, its text and its
//! end. Everything else is read step by step, and so is everything malformed.

use super::bytes::{is_blank, is_of_name};

/// An element that holds a text at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Leaf<'a> {
    pub(super) name: &'a str,
    /// As it is in the markup; nothing if the element is closed in itself, `<name/>`.
    pub(super) text: Option<&'a str>,
    /// Whether the text has references, such as `&amp;`.
    pub(super) has_references: bool,
    /// The length of the white space before it.
    pub(super) blank: usize,
    /// Whether its name is the expected one.
    pub(super) foreseen: bool,
}

/// The text of a leaf.
#[derive(Debug, Clone, Copy)]
pub(super) struct Content<'a> {
    pub(super) text: &'a str,
    pub(super) has_references: bool,
    /// The length of the text and its end tag.
    pub(super) end: usize,
}

/// What probably comes next: rows are alike. A wrong expectation costs time and nothing else.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Expected<'a> {
    /// The white space before the element.
    pub(super) blank: &'a str,
    /// Its name.
    pub(super) name: &'a str,
}

impl<'a> Expected<'a> {
    /// The length of the white space before a `<`.
    fn blank(self, bytes: &[u8]) -> Option<usize> {
        if let Some([b'<', ..]) = bytes.strip_prefix(self.blank.as_bytes()) {
            return Some(self.blank.len());
        }
        let len = bytes.iter().position(|byte| !is_blank(*byte))?;
        bytes.get(len).filter(|byte| **byte == b'<').map(|_| len)
    }

    /// The name, and whether it is the expected one.
    fn name(self, markup: &'a str) -> Option<(&'a str, bool)> {
        let bytes = markup.as_bytes();
        if let Some([b'>' | b'/', ..]) = bytes.strip_prefix(self.name.as_bytes()) {
            return Some((self.name, true));
        }
        let len = bytes.iter().position(|byte| !is_of_name(*byte))?;
        Some((markup.get(..len)?, false))
    }
}

impl<'a> Leaf<'a> {
    /// The leaf that stands, perhaps behind white space, at the start of `input`.
    #[inline]
    pub(super) fn at_start(input: &'a str, expected: Expected<'a>) -> Option<Self> {
        let blank = expected.blank(input.as_bytes())?;
        let markup = input.get(blank + 1..)?;
        let (name, foreseen) = expected.name(markup)?;
        // A name that starts with a digit or a dot is no name.
        name.as_bytes().first().filter(|first| first.is_ascii_alphabetic() || **first == b'_')?;
        let behind = markup.get(name.len()..)?;
        if behind.starts_with("/>") {
            return Some(Self { name, text: None, has_references: false, blank, foreseen });
        }
        let Content { text, has_references, .. } = Self::text_at_start(behind.strip_prefix('>')?, name)?;
        Some(Self { name, text: Some(text), has_references, blank, foreseen })
    }

    /// The text of the leaf of this name whose start tag ends where `input` starts.
    #[inline]
    pub(super) fn text_at_start(input: &'a str, name: &str) -> Option<Content<'a>> {
        let bytes = input.as_bytes();
        let mut len = memchr::memchr2(b'<', b'&', bytes)?;
        let has_references = bytes.get(len) == Some(&b'&');
        if has_references {
            len += memchr::memchr(b'<', bytes.get(len..)?)?;
        }
        if !is_end(bytes.get(len..)?, name) {
            return None;
        }
        let text = input.get(..len)?;
        Some(Content { text, has_references, end: len + "</>".len() + name.len() })
    }

    /// The length of the end tag of this name, with the white space before it, if `input` starts with that.
    pub(super) fn end_at_start(input: &str, blank: &str, name: &str) -> Option<usize> {
        let blank = Expected { blank, name }.blank(input.as_bytes())?;
        is_end(input.as_bytes().get(blank..)?, name).then_some(blank + "</>".len() + name.len())
    }

    /// The length of its start tag, or of the only one.
    pub(super) fn start_len(&self) -> usize {
        self.name.len() + if self.text.is_none() { "</>".len() } else { "<>".len() }
    }
}

/// Whether a text starts with the end tag of this name.
#[inline]
fn is_end(markup: &[u8], name: &str) -> bool {
    let after = markup.strip_prefix(b"</").and_then(|markup| markup.strip_prefix(name.as_bytes()));
    matches!(after, Some([b'>', ..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(input: &str) -> Option<(usize, &str, Option<&str>)> {
        let found = |guess| Leaf::at_start(input, guess).map(|leaf| (leaf.blank, leaf.name, leaf.text));
        let unguided = found(Expected::default());
        for (blank, name) in
            [("", "a"), ("\r\n\t ", "user_price"), (" ", "id"), ("<", "a>1"), ("\n", "1"), ("", "a>")]
        {
            assert_eq!(found(Expected { blank, name }), unguided, "{input:?} {blank:?} {name:?}");
        }
        unguided
    }

    #[test]
    fn a_text_between_tags_is_a_leaf() {
        assert_eq!(leaf("<a>1</a><b>"), Some((0, "a", Some("1"))));
        assert_eq!(leaf("\r\n\t <user_price>1.5</user_price>"), Some((4, "user_price", Some("1.5"))));
        assert_eq!(leaf("<a></a>"), Some((0, "a", Some(""))));
        assert_eq!(leaf("<a> \n</a>"), Some((0, "a", Some(" \n"))));
        assert_eq!(leaf("<a>Ünïcode > text</a>"), Some((0, "a", Some("Ünïcode > text"))));
        assert_eq!(leaf(" <id/>"), Some((1, "id", None)));
        assert_eq!(leaf("<a>1 &lt; 2</a><b>"), Some((0, "a", Some("1 &lt; 2"))));
        assert!(Leaf::at_start("<a>&lt;</a>", Expected::default()).is_some_and(|leaf| leaf.has_references));
    }

    #[test]
    fn everything_else_is_read_step_by_step() {
        for other in [
            "",
            " ",
            "<",
            "<a",
            "<a>",
            "<a>1",
            "<a>1<",
            "<a>1</a",
            "<a>1</ab>",
            "<a>1</b>",
            "<a>1</a >",
            "<a >1</a>",
            "<a x='1'>1</a>",
            "<a/",
            "<a />",
            "<a>1<!-- --></a>",
            "<a><![CDATA[1]]></a>",
            "<a><b/></a>",
            "text<a>1</a>",
            "</a>",
            "<?a?>",
            "<!-- -->",
            "<>1</>",
            "<1>1</1>",
            "<x:a>1</x:a>",
            "\u{a0}<a>1</a>",
        ] {
            assert_eq!(leaf(other), None, "{other}");
        }
    }
}
