//! Recognises at a glance what answers consist of: `<name>text</name>`, without attributes, references and
//! children.
//!
//! The reader takes four steps for such an element (the white space before it, its start, its text, its end)
//! and makes room for each. Nine tenths of a large answer are such elements; one look at each is several
//! times faster. Everything else is left to the reader, and so is everything that is wrong.

/// An element that holds a text at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Leaf<'a> {
    pub(super) name: &'a str,
    /// Nothing if the element is closed in itself, `<name/>`.
    pub(super) text: Option<&'a str>,
    /// The length of the white space before it.
    pub(super) blank: usize,
    /// Whether its name is the one that was guessed.
    pub(super) foreseen: bool,
}

/// What probably comes next: rows are alike. A wrong guess costs time and nothing else.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Guess<'a> {
    /// The white space before the element.
    pub(super) blank: &'a str,
    /// Its name.
    pub(super) name: &'a str,
}

impl<'a> Guess<'a> {
    /// The length of the white space before a `<`.
    fn blank(self, bytes: &[u8]) -> Option<usize> {
        if let Some([b'<', ..]) = bytes.strip_prefix(self.blank.as_bytes()) {
            return Some(self.blank.len());
        }
        let len = bytes.iter().position(|byte| !is(*byte, BLANK))?;
        bytes.get(len).filter(|byte| **byte == b'<').map(|_| len)
    }

    /// The name, and whether it is the one guessed.
    fn name(self, markup: &'a str) -> Option<(&'a str, bool)> {
        let bytes = markup.as_bytes();
        if let Some([b'>' | b'/', ..]) = bytes.strip_prefix(self.name.as_bytes()) {
            return Some((self.name, true));
        }
        let len = bytes.iter().position(|byte| !is(*byte, NAME))?;
        Some((markup.get(..len)?, false))
    }
}

impl<'a> Leaf<'a> {
    /// The leaf that stands, perhaps behind white space, at the start of `input`.
    #[inline]
    pub(super) fn at_start(input: &'a str, guess: Guess<'a>) -> Option<Self> {
        let blank = guess.blank(input.as_bytes())?;
        let markup = input.get(blank + 1..)?;
        let (name, foreseen) = guess.name(markup)?;
        // A name that starts with a digit or a dot is for the reader to judge.
        name.as_bytes().first().filter(|first| first.is_ascii_alphabetic() || **first == b'_')?;
        let behind = markup.get(name.len()..)?;
        if behind.starts_with("/>") {
            return Some(Self { name, text: None, blank, foreseen });
        }
        let content = behind.strip_prefix('>')?;
        let (text, end) = content.split_at_checked(memchr::memchr2(b'<', b'&', content.as_bytes())?)?;
        let is_closed = matches!(
            end.as_bytes().strip_prefix(b"</").and_then(|end| end.strip_prefix(name.as_bytes())),
            Some([b'>', ..])
        );
        is_closed.then_some(Self { name, text: Some(text), blank, foreseen })
    }

    /// The length of its start tag, or of the only one.
    pub(super) fn start_len(&self) -> usize {
        self.name.len() + if self.text.is_none() { "</>".len() } else { "<>".len() }
    }

    /// The length of all of it, with the white space before it.
    pub(super) fn whole_len(&self) -> usize {
        self.blank + self.start_len() + self.text.map_or(0, |text| text.len() + self.end_len())
    }

    /// The length of its end tag.
    pub(super) fn end_len(&self) -> usize {
        "</>".len() + self.name.len()
    }
}

/// White space.
const BLANK: u8 = 1;
/// What may stand in a name; less than XML allows.
const NAME: u8 = 2;

/// What each byte is: looked up, since these are the loops in which decoding spends its time.
#[expect(clippy::indexing_slicing, reason = "every byte has an entry")]
static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    while byte < u8::MAX {
        classes[byte as usize] = match byte {
            b' ' | b'\n' | b'\t' | b'\r' => BLANK,
            b'_' | b'-' | b'.' => NAME,
            _ if byte.is_ascii_alphanumeric() => NAME,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

#[expect(clippy::indexing_slicing, reason = "every byte has an entry")]
fn is(byte: u8, class: u8) -> bool {
    CLASSES[usize::from(byte)] & class != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(input: &str) -> Option<(usize, &str, Option<&str>)> {
        let found = |guess| Leaf::at_start(input, guess).map(|leaf| (leaf.blank, leaf.name, leaf.text));
        let unguided = found(Guess::default());
        for (blank, name) in
            [("", "a"), ("\r\n\t ", "user_price"), (" ", "id"), ("<", "a>1"), ("\n", "1"), ("", "a>")]
        {
            assert_eq!(found(Guess { blank, name }), unguided, "{input:?} {blank:?} {name:?}");
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
    }

    #[test]
    fn everything_else_is_left_to_the_reader() {
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
            "<a>&lt;</a>",
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
