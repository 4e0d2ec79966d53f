//! MOR's own statement that a function was executed, in an answer that could not be decoded.
//!
//! The words stand where [`refusal`](super::refusal) looks for errors. Like the words of a refusal they count only in
//! a complete document: the missing rest of another one may be an `<error>`.

use super::decoder::{Decoder, Origin, Token};
use super::error::DecodeError;
use super::text::cut;
use super::text::is_blank;

/// A `<success>` deeper than this belongs to one item of a list.
const DEEPEST: usize = 3;

/// Statements are one line long.
const MAX_WORDS: usize = 200;

/// Elements whose text reports success or failure of the whole function.
const STATUS: &[&[&str]] = &[
    &["page", "status"],
    &["page", "page", "status"],
    &["page", "response", "status"],
    &["response", "status"],
    &["status"],
];

/// The last words of the documented statements: `Device created`, `Registration successful`, `ok`.
const LAST_WORDS: &[&str] = &[
    "added",
    "assigned",
    "changed",
    "closed",
    "created",
    "deleted",
    "ok",
    "removed",
    "saved",
    "sent",
    "successful",
    "successfully",
    "unassigned",
    "updated",
];

/// Words that turn a statement around: `User was not updated`.
const NEGATIONS: &[&str] = &["already", "cannot", "error", "failed", "no", "not"];

/// Finds the server's words for success.
pub(super) fn find(xml: &str) -> Option<String> {
    let mut decoder = Decoder::new(xml, Origin::START, false);
    let mut words = None;
    search(&mut decoder, &mut words).ok()?;
    words.filter(|_| decoder.depth() == 0)
}

fn search(decoder: &mut Decoder<'_>, words: &mut Option<String>) -> Result<(), DecodeError> {
    let mut text = String::new();
    let mut reports_success: fn(&str) -> bool = |_| false;
    loop {
        match decoder.next()? {
            Token::Text(piece) => {
                text.push_str(&piece);
                reports_success = reader(decoder);
                continue;
            }
            Token::Start(tag) if tag.closed => decoder.leave(),
            Token::Start(_) | Token::End | Token::OuterEnd(_) => {}
            Token::Eof => return Ok(()),
        }
        if words.is_none() && reports_success(text.trim()) {
            *words = Some(cut(text.trim(), MAX_WORDS).to_owned());
        }
        text.clear();
    }
}

/// How the text of the innermost element is understood.
fn reader(decoder: &Decoder<'_>) -> fn(&str) -> bool {
    let is_success = decoder.innermost().is_some_and(|name| name.eq_ignore_ascii_case("success"));
    if is_success && decoder.depth() <= DEEPEST {
        |text| !is_blank(text)
    } else if STATUS.iter().any(|path| decoder.path_is(path)) {
        is_statement
    } else {
        |_| false
    }
}

fn is_statement(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let last = words.clone().next_back().unwrap_or_default();
    LAST_WORDS.contains(&last) && !words.any(|word| NEGATIONS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_where_the_server_makes_them() {
        for (xml, words) in [
            ("<page><status><success> LCR &amp; more \n</success></status></page>", "LCR & more"),
            ("<page><success>Card updated</success></page>", "Card updated"),
            (
                "<page><status>Registration successful</status><x><y>1</y></x></page>",
                "Registration successful",
            ),
            ("<page><page><status>User balance updated</status></page></page>", "User balance updated"),
            ("<page><response><status>ok</status><a/></response></page>", "ok"),
            ("<page><status>Device created.</status></page>", "Device created."),
        ] {
            assert_eq!(find(xml).as_deref(), Some(words), "{xml}");
        }
    }

    #[test]
    fn other_texts_are_no_statement() {
        for xml in [
            "<page><status>User was not updated</status></page>",
            "<page><status>Already created</status></page>",
            "<page><status>Pending</status></page>",
            "<page><status><success> </success></status></page>",
            "<page><name>created</name><did><status>closed</status></did></page>",
            "<page><list><item><success>1</success></item></list></page>",
            "created",
        ] {
            assert_eq!(find(xml), None, "{xml}");
        }
    }

    #[test]
    fn an_incomplete_document_states_nothing() {
        for xml in [
            "<page><status><success>LCR created</success></status>",
            "<page><status><success>LCR created</success></status></page",
            "<page><status>Device created</status></pages>",
        ] {
            assert_eq!(find(xml), None, "{xml}");
        }
    }
}
