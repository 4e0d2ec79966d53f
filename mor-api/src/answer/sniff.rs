//! What bytes are, by their start: a document of the API, a page, an archive, a plain text.

use super::charset;
use crate::xml::text::end_of;
use crate::{Archive, Payload, Unexpected};

/// How much of an unexpected text is kept.
const EXCERPT: usize = 80;

/// How everything begins that gzip has compressed.
const GZIP: &[u8] = b"\x1f\x8b";

pub(crate) fn sniff(bytes: &[u8]) -> Result<Payload<'_>, Unexpected> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Payload::Zip(Archive::new(bytes)));
    }
    if bytes.starts_with(GZIP) {
        return Err(Unexpected::Compressed);
    }
    let foreign = || charset::foreign(bytes).map(|name| Unexpected::Charset(excerpt(name)));
    let text = core::str::from_utf8(bytes)
        .map_err(|error| foreign().unwrap_or(Unexpected::NotUtf8(error.valid_up_to())))?;
    if let Some(nul) = memchr::memchr(0, bytes) {
        return Err(foreign().unwrap_or(Unexpected::Nul(nul)));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match root(text) {
        None if text.trim().is_empty() => Err(Unexpected::Empty),
        None => Ok(Payload::Text(text)),
        Some(root) if is_html(root) => document_in_page(text).map(Payload::Xml).ok_or(Unexpected::Html),
        Some(_) => Ok(Payload::Xml(text)),
    }
}

/// The API document that is all of an HTML page's `body`. A browser that shows an answer builds such a page, with
/// element names in lower case.
fn document_in_page(page: &str) -> Option<&str> {
    /// Roots of MOR's documents, of which HTML has none.
    const ROOTS: &[&str] = &["page", "status", "error", "action", "response", "invoices"];
    let body = page.match_indices('<').find_map(|(at, _)| {
        let tag = page.get(at + 1..)?;
        let is_body = tag.get(.."body".len())?.eq_ignore_ascii_case("body");
        is_body.then(|| tag.split_once('>').map(|(_, content)| content)).flatten()
    })?;
    let document = body.get(..body.rfind("</body")?)?.trim();
    let root = root(document)?;
    (ROOTS.contains(&root) && document.ends_with(&format!("</{root}>"))).then_some(document)
}

/// What the first bytes of an answer tell about the rest of it.
#[cfg(feature = "client")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    /// Nothing yet.
    Open,
    /// It is an XML document, but no page for people.
    Xml,
    /// It is no answer of an API function, whatever follows.
    Strange,
    /// It is, perhaps, a text.
    Text,
}

/// Looks at the first bytes of an answer that is arriving. More of them may tell more while it is
/// [`Start::Open`].
#[cfg(feature = "client")]
pub(crate) fn sniff_start(bytes: &[u8]) -> Start {
    if b"PK\x03\x04".starts_with(bytes.get(..4).unwrap_or(bytes)) {
        return if bytes.len() < 4 { Start::Open } else { Start::Strange };
    }
    let bytes = &*charset::to_utf8(bytes);
    // The last character may be cut in two; what is no UTF-8 for good is found when it is decoded.
    let text = match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if error.error_len().is_some() => return Start::Text,
        Err(error) => bytes
            .get(..error.valid_up_to())
            .and_then(|valid| core::str::from_utf8(valid).ok())
            .unwrap_or_default(),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match root(text) {
        None if text.trim().is_empty() => Start::Open,
        None => Start::Text,
        Some(root) if root.is_empty() || text.strip_suffix(root).is_some_and(|rest| rest.ends_with('<')) => {
            Start::Open
        }
        Some(root) if is_html(root) => Start::Strange,
        Some(_) => Start::Xml,
    }
}

/// Elements that start a page, or the fragment of one.
fn is_html(root: &str) -> bool {
    [
        "html", "head", "body", "meta", "script", "title", "center", "div", "table", "h1", "h2", "h3", "p",
        "pre",
    ]
    .iter()
    .any(|tag| root.eq_ignore_ascii_case(tag))
}

/// The name of the first element, `html` for a page by its document type; `None` when the text does not start
/// with markup.
pub(super) fn root(mut text: &str) -> Option<&str> {
    let mut is_markup = false;
    loop {
        text = text.trim_start();
        let Some(markup) = text.strip_prefix('<') else {
            // Something between a declaration and the root: XML, if a broken one.
            return is_markup.then_some("");
        };
        is_markup = true;
        text = if let Some(declaration) = markup.strip_prefix('?') {
            behind(declaration, "?>")
        } else if let Some(comment) = markup.strip_prefix("!--") {
            behind(comment, "-->")
        } else if let Some(declaration) = markup.strip_prefix('!') {
            let name = declaration.split_ascii_whitespace().nth(1).unwrap_or_default();
            if name.trim_end_matches('>').eq_ignore_ascii_case("html") {
                return Some("html");
            }
            behind_declaration(declaration)
        } else {
            return markup.split(|end: char| end.is_ascii_whitespace() || matches!(end, '>' | '/')).next();
        };
        if text.is_empty() {
            // Markup that never ends: XML, if a broken one.
            return Some("");
        }
    }
}

/// What follows the first `end`.
fn behind<'t>(markup: &'t str, end: &str) -> &'t str {
    end_of(markup, end).and_then(|at| markup.get(at..)).unwrap_or_default()
}

/// What follows a document type declaration, its internal subset included.
fn behind_declaration(declaration: &str) -> &str {
    let mut nested = 0_usize;
    for (index, character) in declaration.char_indices() {
        match character {
            '[' => nested += 1,
            ']' => nested = nested.saturating_sub(1),
            '>' if nested == 0 => return declaration.get(index + 1..).unwrap_or_default(),
            _ => {}
        }
    }
    ""
}

pub(crate) fn excerpt(text: &str) -> String {
    text.trim().chars().take(EXCERPT).collect()
}

#[cfg(feature = "client")]
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_of_an_answer_tells_what_it_is_once_it_is_long_enough() {
        let starts = |text: &[u8]| (0..=text.len()).map(|end| sniff_start(&text[..end])).collect::<Vec<_>>();
        for (text, open, then) in [
            (&b"<page>"[..], 6, Start::Xml),
            (b"<?xml version=\"1.0\"?><page><a/>", 27, Start::Xml),
            (b"\xef\xbb\xbf<page/>", 9, Start::Xml),
            (b"<html>", 6, Start::Strange),
            (b"PK\x03\x04zip", 4, Start::Strange),
            (b"66.0", 1, Start::Text),
            (b"PKT", 3, Start::Text),
        ] {
            let starts = starts(text);
            let (before, after) = starts.split_at(open);
            assert!(before.iter().all(|start| *start == Start::Open), "{starts:?}");
            assert!(after.iter().all(|start| *start == then), "{starts:?}");
        }
        assert_eq!(sniff_start(b"<p\xff"), Start::Text);
    }
}
