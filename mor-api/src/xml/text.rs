//! Pieces of text: white space around them, their start, where a piece of markup ends.

/// The text without white space around it. Most texts have none: two looks tell, without reading characters.
pub(crate) fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [] | [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}

/// Whether nothing but white space is in it. Indentation and most values tell without a look at characters.
pub(crate) fn is_blank(text: &str) -> bool {
    match text.as_bytes() {
        [] => true,
        [b'!'..=b'~', ..] => false,
        bytes => match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
            None => true,
            Some(b'!'..=b'~') => false,
            Some(_) => text.trim().is_empty(),
        },
    }
}

/// The start of a text, at most so many bytes of it.
pub(crate) fn cut(text: &str, length: usize) -> &str {
    let mut end = text.len().min(length);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Where the first `end` ends. It ends in `>`, and is looked for by that, since few stand in the way.
pub(crate) fn end_of(markup: &str, end: &str) -> Option<usize> {
    let mut ends = memchr::memchr_iter(b'>', markup.as_bytes()).map(|at| at + 1);
    ends.find(|at| markup.get(..*at).is_some_and(|piece| piece.ends_with(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks() {
        for blank in ["", " ", "\r\n\t ", "\u{a0}", "\u{b}\u{c}", " \u{2003}\n"] {
            assert!(is_blank(blank) && trimmed(blank).is_empty(), "{blank:?}");
        }
        for text in ["a", " 0 ", "\n\u{a0}.", "\u{7f}", "\u{200b}", " ä"] {
            assert!(!is_blank(text) && !trimmed(text).is_empty(), "{text:?}");
        }
    }
}
