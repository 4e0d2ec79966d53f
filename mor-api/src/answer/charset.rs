//! The encoding of an answer: UTF-8, or one of the two old ones that an XML declaration may name.
//!
//! MOR writes UTF-8. A proxy or a server with an old database may declare `ISO-8859-1` or `windows-1252` and mean it: a
//! name with an umlaut is then no UTF-8. Both have one byte for each character, so the conversion is a table. The
//! declaration decides, whatever the bytes look like: a stream is converted before its end is known. Headers are not
//! asked, see [`classify`](crate::classify).

use std::borrow::Cow;

/// How far an XML declaration is looked for. One with everything in it has 70 bytes.
const LONGEST: usize = 1024;

/// The declaration of nearly all answers.
const USUAL: &[u8] = br#"<?xml version="1.0" encoding="UTF-8"?>"#;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Charset {
    /// And everything that is not converted.
    Utf8,
    Latin1,
    Windows1252,
}

/// Converts an answer that declares `ISO-8859-1` or `windows-1252` to UTF-8; any other stays as it is. The stage
/// before [`classify`](crate::classify). Offsets in errors count the converted bytes.
///
/// ```
/// let answer = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><name>M\xfcller</name>";
/// assert!(mor_api::to_utf8(answer).ends_with("<name>Müller</name>".as_bytes()));
/// assert_eq!(*mor_api::to_utf8(b"66.0000"), *b"66.0000");
/// ```
#[must_use]
pub fn to_utf8(body: &[u8]) -> Cow<'_, [u8]> {
    let charset = Charset::from(declared(body).unwrap_or(""));
    if charset == Charset::Utf8 || body.is_ascii() {
        return Cow::Borrowed(body);
    }
    let mut text = Vec::new();
    charset.convert(body, &mut text);
    Cow::Owned(text)
}

/// The encoding of an answer that is neither UTF-8 nor converted, if it says which that is.
pub(crate) fn foreign(body: &[u8]) -> Option<&str> {
    if body.starts_with(b"\xff\xfe") || body.starts_with(b"\xfe\xff") {
        return Some("UTF-16");
    }
    if body.starts_with(b"<\0") || body.starts_with(b"\0<") {
        return Some("UTF-16");
    }
    declared(body).ok().filter(|name| !name.is_empty() && !name.eq_ignore_ascii_case("utf-8"))
}

/// Converts an answer that arrives in pieces.
#[derive(Debug, Default)]
pub(crate) struct Converter {
    /// The start of the answer, until it tells the encoding.
    start: Vec<u8>,
    charset: Option<Charset>,
}

impl Converter {
    /// Appends the next piece, as far as its encoding is known.
    pub(crate) fn push(&mut self, bytes: &[u8], text: &mut Vec<u8>) {
        if let Some(charset) = self.charset {
            return charset.convert(bytes, text);
        }
        self.start.extend_from_slice(bytes);
        if let Ok(name) = declared(&self.start) {
            self.decide(name.into(), text);
        }
    }

    /// Appends what was held back: the answer has ended.
    pub(crate) fn end(&mut self, text: &mut Vec<u8>) {
        if self.charset.is_none() {
            self.decide(Charset::Utf8, text);
        }
    }

    fn decide(&mut self, charset: Charset, text: &mut Vec<u8>) {
        self.charset = Some(charset);
        charset.convert(&core::mem::take(&mut self.start), text);
    }
}

/// The start of an answer may tell its encoding when there is more of it.
struct Open;

/// The encoding that an answer's XML declaration names; empty if it names none.
fn declared(body: &[u8]) -> Result<&str, Open> {
    if body.starts_with(USUAL) {
        return Ok("UTF-8");
    }
    let (body, is_long) = body.get(..LONGEST).map_or((body, false), |start| (start, true));
    let open = |name| if is_long { Ok(name) } else { Err(Open) };
    if body.len() < BYTE_ORDER_MARK.len() && BYTE_ORDER_MARK.starts_with(body) {
        return open("");
    }
    let text = body.trim_ascii_start();
    if body.starts_with(BYTE_ORDER_MARK) || !text.starts_with(b"<?xml") {
        return if b"<?xml".starts_with(text) { open("") } else { Ok("") };
    }
    let Some(end) = text.windows(2).position(|two| two == b"?>") else { return open("") };
    let declaration = text.get(..end).and_then(|text| core::str::from_utf8(text).ok()).unwrap_or_default();
    Ok(encoding(declaration).unwrap_or_default())
}

fn encoding(declaration: &str) -> Option<&str> {
    let (before, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    before.ends_with(|before: char| before.is_ascii_whitespace()).then_some(())?;
    value.get(1..)?.split_once(quote).map(|(name, _)| name.trim())
}

impl From<&str> for Charset {
    fn from(name: &str) -> Self {
        let is = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
        if is(&["iso-8859-1", "iso8859-1", "iso_8859-1", "latin1"]) {
            Self::Latin1
        } else if is(&["windows-1252", "cp1252", "cp-1252"]) {
            Self::Windows1252
        } else {
            Self::Utf8
        }
    }
}

impl Charset {
    fn convert(self, bytes: &[u8], text: &mut Vec<u8>) {
        if self == Self::Utf8 {
            text.extend_from_slice(bytes);
            return;
        }
        text.reserve(bytes.len());
        for byte in bytes {
            // The first 256 characters of Unicode are those of ISO-8859-1.
            let character = match byte {
                0x80..=0x9f if self == Self::Windows1252 => windows_1252(*byte),
                byte => char::from(*byte),
            };
            text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
}

/// The characters in which windows-1252 differs. The five bytes it leaves undefined stay control characters.
fn windows_1252(byte: u8) -> char {
    const FROM_0X80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    FROM_0X80.get(usize::from(byte.wrapping_sub(0x80))).copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(body: &[u8]) -> String {
        String::from_utf8(to_utf8(body).into_owned()).unwrap()
    }

    fn declaring(encoding: &str, content: &[u8]) -> Vec<u8> {
        [format!("<?xml version=\"1.0\" {encoding}?>\n<a>").as_bytes(), content, b"</a>"].concat()
    }

    #[test]
    fn every_byte_of_latin_1_is_the_character_of_that_number() {
        let bytes: Vec<u8> = (1..=255).collect();
        let expected: String = (1..=255_u8).map(char::from).collect();
        for encoding in
            ["encoding=\"ISO-8859-1\"", "encoding = 'iso-8859-1'", "standalone='no' encoding='latin1'"]
        {
            assert!(
                text(&declaring(encoding, &bytes)).ends_with(&format!("<a>{expected}</a>")),
                "{encoding}"
            );
        }
        assert!(text(&[b" \r\n", &declaring("encoding='latin1'", b"\xfc")[..]].concat()).contains('ü'));
    }

    /// The bytes are those of the table at <https://encoding.spec.whatwg.org/index-windows-1252.txt>.
    #[test]
    fn windows_1252_has_quotes_and_a_euro() {
        let converted =
            text(&declaring("encoding=\"Windows-1252\"", b"5 \x80 \x93M\xfcller\x94 \x9f\x8e\x99"));
        assert!(converted.ends_with("<a>5 € “Müller” ŸŽ™</a>"), "{converted}");
        let undefined = text(&declaring("encoding=\"cp1252\"", b"\x81\x8d\x8f\x90\x9d"));
        assert!(undefined.ends_with("<a>\u{81}\u{8d}\u{8f}\u{90}\u{9d}</a>"));
    }

    #[test]
    fn nothing_else_is_touched() {
        for encoding in
            ["", "encoding=\"UTF-8\"", "encoding=\"KOI8-R\"", "xencoding=\"latin1\"", "encoding=latin1"]
        {
            let body = declaring(encoding, b"\xfc");
            assert_eq!(*to_utf8(&body), *body, "{encoding}");
        }
        let marked = [BYTE_ORDER_MARK, &declaring("encoding='latin1'", "ü".as_bytes())[..]].concat();
        assert_eq!(*to_utf8(&marked), *marked, "a byte order mark knows better");
        assert_eq!(*to_utf8(b"\xfc"), *b"\xfc");
    }

    #[test]
    fn what_is_not_read_has_a_name() {
        assert_eq!(foreign(b"\xff\xfe<\0p\0"), Some("UTF-16"));
        assert_eq!(foreign(b"\0<\0p"), Some("UTF-16"));
        assert_eq!(foreign(&declaring("encoding='KOI8-R'", b"")), Some("KOI8-R"));
        assert_eq!(foreign(&declaring("encoding='utf-8'", b"")), None);
        assert_eq!(foreign(b"\xff"), None);
    }

    #[test]
    fn it_does_not_matter_in_which_pieces_an_answer_arrives() {
        let blank = vec![b' '; LONGEST];
        for body in [
            declaring("encoding=\"ISO-8859-1\"", b"M\xfcller"),
            declaring("encoding=\"windows-1252\"", b"\x80"),
            declaring("", "Müller".as_bytes()),
            [BYTE_ORDER_MARK, b"<a/>"].concat(),
            b"<?xml".to_vec(),
            b"\xef\xbb".to_vec(),
            [&blank, &declaring("encoding='latin1'", b"\xfc")[..]].concat(),
        ] {
            for at in 0..=body.len() {
                let (mut converter, mut text) = (Converter::default(), Vec::new());
                converter.push(&body[..at], &mut text);
                converter.push(&body[at..], &mut text);
                converter.end(&mut text);
                assert_eq!(text, *to_utf8(&body), "at {at}");
            }
        }
    }
}
