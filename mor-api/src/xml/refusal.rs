//! MOR's refusals: an `<error>` near the root of the document, whatever the root is.

use super::decoder::{Decoder, Origin, Tag, Token};
use super::element::Element;
use super::error::{DecodeError, cut};
use super::scalar::is_blank;

/// Errors stand at `error`, `status/error`, `page/error`, `page/status/error` and `page/error/error`. An
/// `<error>` deeper than that belongs to one item of a partly successful answer and is data.
const DEEPEST: usize = 3;

/// More messages, and longer ones, than MOR sends: what exceeds them is cut off, for they end up in logs.
const MAX_MESSAGES: usize = 64;
const MAX_MESSAGE: usize = 4096;

/// What MOR says when it refuses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Refusal {
    /// The path of the first element that says it, such as `page/status/error`; empty for plain text.
    pub path: String,
    /// The texts, in order; usually one.
    pub messages: Vec<String>,
}

impl Refusal {
    /// A refusal of one message.
    #[must_use]
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), messages: vec![message.into()] }
    }

    /// Takes in what was found further on in the same answer.
    pub(super) fn extend(&mut self, later: &Self) {
        later.messages.iter().for_each(|message| self.add(message));
    }

    /// Takes in a message, as far as it is of a sensible length and number.
    pub(super) fn add(&mut self, message: &str) {
        if self.messages.len() < MAX_MESSAGES {
            self.messages.push(cut(message.trim(), MAX_MESSAGE).to_owned());
        }
    }

    /// The first message, or nothing for an empty `<error/>`.
    #[must_use]
    pub fn message(&self) -> &str {
        self.messages.first().map_or("", String::as_str)
    }
}

/// Whether an element at this depth (the root has 1) that no field wants says that MOR refuses.
pub(super) fn is_refusal(name: &str, depth: usize) -> bool {
    depth <= DEEPEST && (name.eq_ignore_ascii_case("error") || name.eq_ignore_ascii_case("errors"))
}

/// Reads an `<error>` element: every text inside it is a message. Of one that is not complete nothing is kept.
pub(super) fn read(decoder: &mut Decoder<'_>, tag: &Tag<'_>) -> Result<(), DecodeError> {
    let path = if decoder.refusal.is_some() { String::new() } else { decoder.path_to("") };
    let messages = messages(decoder, tag)?;
    decoder.refusal.get_or_insert_with(|| Refusal { path, messages: Vec::new() }).extend(&messages);
    Ok(())
}

fn messages(decoder: &mut Decoder<'_>, tag: &Tag<'_>) -> Result<Refusal, DecodeError> {
    let outside = decoder.depth() - 1;
    if tag.closed {
        decoder.leave();
    }
    let mut messages = Refusal::default();
    let mut text = String::new();
    while decoder.depth() > outside {
        match decoder.next()? {
            Token::Text(piece) => {
                text.push_str(&piece);
                continue;
            }
            Token::Start(inner) if inner.closed => decoder.leave(),
            Token::Start(_) | Token::End | Token::OuterEnd(_) => {}
            Token::Eof => return Err(decoder.truncated()),
        }
        if !is_blank(&text) {
            messages.add(&text);
        }
        text.clear();
    }
    Ok(messages)
}

/// Reads to the end of an element that no field wants. A refusal may still be in it: `<status>` is rarely
/// declared, and `page/status/error` is the commonest refusal.
pub(super) fn skip<'a>(decoder: &mut Decoder<'a>, tag: &Tag<'a>) -> Result<(), DecodeError> {
    if tag.closed || decoder.depth_in_answer() >= DEEPEST {
        return decoder.skip(tag);
    }
    let outside = decoder.depth() - 1;
    while decoder.depth() > outside {
        match decoder.next()? {
            Token::Start(child) if is_refusal(child.name(), decoder.depth_in_answer()) => {
                read(decoder, &child)?;
            }
            Token::Start(child) => skip(decoder, &child)?,
            Token::Eof => return Err(decoder.truncated()),
            Token::Text(_) | Token::End | Token::OuterEnd(_) => {}
        }
    }
    Ok(())
}

/// Looks for a refusal in a document that could not be decoded, or whose shape says nothing about success.
pub(crate) fn find(xml: &str) -> Option<Refusal> {
    let mut decoder = Decoder::new(xml, Origin::START, false);
    let mut words = Words::default();
    let is_whole = search(&mut decoder, &mut words).is_ok() && decoder.depth() == 0;
    // What follows a broken place is unknown. An `<error>` before it counts; words of which the rest of the document
    // says whether they tell a failure do not: the text of a success stands at the same place.
    decoder.refusal.or_else(|| words.refusal().filter(|_| is_whole))
}

fn search(decoder: &mut Decoder<'_>, words: &mut Words) -> Result<(), DecodeError> {
    loop {
        let tag = match decoder.next()? {
            Token::Start(tag) => tag,
            Token::Eof => return Ok(()),
            Token::Text(_) | Token::End | Token::OuterEnd(_) => continue,
        };
        if is_refusal(tag.name(), decoder.depth()) {
            read(decoder, &tag)?;
        } else if tag.closed {
            decoder.leave();
        } else if decoder.path_is(&["action", "status"]) {
            words.action = Some(Element::new(decoder, tag).text()?.into_owned());
        } else if decoder.path_is(&["action", "status_message"]) {
            words.action_message = Some(Element::new(decoder, tag).text()?.into_owned());
        } else if decoder.path_is(NESTED) {
            words.nested = Some(Element::new(decoder, tag).text()?.into_owned());
        } else if decoder.depth() >= DEEPEST {
            decoder.skip(&tag)?;
        }
    }
}

/// Where a few functions of newer servers put the text of a failure.
const NESTED: &[&str] = &["page", "status", "status"];

/// Refusals that are no `<error>`.
#[derive(Default)]
struct Words {
    /// The answer of the session functions: success and failure differ only in `action/status`.
    action: Option<String>,
    action_message: Option<String>,
    nested: Option<String>,
}

impl Words {
    fn refusal(self) -> Option<Refusal> {
        if self.action.is_some_and(|status| status.trim().eq_ignore_ascii_case("failed")) {
            return Some(match self.action_message {
                Some(message) => Refusal::new("action/status_message", cut(message.trim(), MAX_MESSAGE)),
                // Very old servers send no message.
                None => Refusal::new("action/status", "failed"),
            });
        }
        let said = self.nested.filter(|message| !is_blank(message));
        said.map(|message| Refusal::new(NESTED.join("/"), cut(message.trim(), MAX_MESSAGE)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_inside_a_status_is_a_refusal() {
        let refusal = find("<page><status><status> Bad login\n</status></status></page>");
        assert_eq!(refusal, Some(Refusal::new("page/status/status", "Bad login")));
        assert_eq!(find("<page><status>Done</status></page>"), None);
        assert_eq!(find("<page><status><status> </status></status></page>"), None);
        assert_eq!(find("<page><status><status>Voucher used</status>"), None, "a success that was cut");
        let error = Refusal::new("page/error", "Access Denied");
        assert_eq!(find("<page><error>Access Denied</error>"), Some(error));
    }
}
