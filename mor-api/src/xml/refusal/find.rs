//! Finds the refusal in a document that could not be decoded, and what was done nevertheless.

use super::{DEEPEST, MAX_MESSAGE, MAX_MESSAGES, Refusal, is_refusal, read};
use crate::xml::decoder::{Decoder, Origin, Token};
use crate::xml::document::root_tag;
use crate::xml::element::Element;
use crate::xml::map::ElementMap;
use crate::xml::text::cut;
use crate::xml::text::is_blank;
use crate::{AnswerError, DecodeError, Partial};

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

impl Refusal {
    /// Returns the refusal as an error, or a partial success if an element of the same answer says that something was
    /// done nevertheless: for functions that say so in a way of their own.
    ///
    /// `is_done` is asked about each element by its path from the root and its trimmed text. `<success>` and
    /// `<status>ok</status>` near the root are found without it, see [`Partial`].
    #[must_use]
    pub fn unless_done(self, xml: &str, is_done: &dyn Fn(&str, &str) -> bool) -> AnswerError {
        let values = values(xml);
        let is_sign =
            |path: &str, text: &str| is_done(path, text) && !self.messages.iter().any(|said| said == text);
        let signs =
            values.iter().map(|(path, text)| (path, text.trim())).filter(|(path, text)| is_sign(path, text));
        let succeeded: Vec<String> = signs.take(MAX_MESSAGES).map(|(path, text)| words(path, text)).collect();
        if succeeded.is_empty() {
            return AnswerError::Refused(self);
        }
        AnswerError::Partial(Box::new(Partial { succeeded, refused: self, values }))
    }
}

/// The words of a `<success>`; of any other element, its name too: `tariff_id 9`.
fn words(path: &str, text: &str) -> String {
    let text = cut(text, MAX_MESSAGE);
    match path.rsplit('/').next() {
        Some(name) if !name.eq_ignore_ascii_case("success") => format!("{name} {text}"),
        _ => text.to_owned(),
    }
}

/// Tells a refusal from one that stands in the same answer as a success.
pub(crate) fn judge(xml: &str, refusal: Refusal) -> AnswerError {
    refusal.unless_done(xml, &is_success)
}

/// The two ways in which MOR says that it did something, near the root as its refusals are.
fn is_success(path: &str, text: &str) -> bool {
    let mut segments = path.split('/');
    let name = segments.next_back().unwrap_or_default();
    segments.count() < DEEPEST
        && (name.eq_ignore_ascii_case("success") && !text.is_empty()
            || name.eq_ignore_ascii_case("status") && text.eq_ignore_ascii_case("ok"))
}

/// What is in a document, or in several in a row, but for refusals. Reading ends at a broken place: what follows it is
/// unknown.
fn values(xml: &str) -> ElementMap {
    let mut decoder = Decoder::new(xml, Origin::START, false);
    let mut values = ElementMap::EMPTY;
    while let Ok(root) = root_tag(&mut decoder) {
        let is_read = if is_refusal(root.name(), 1) {
            read(&mut decoder, &root)
        } else {
            values.read(&mut Element::new(&mut decoder, root))
        };
        if is_read.is_err() {
            break;
        }
    }
    values
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

    fn judged(xml: &str) -> AnswerError {
        judge(xml, find(xml).unwrap())
    }

    #[test]
    fn a_refusal_with_a_sign_of_success_is_partial_whatever_comes_first() {
        for (xml, done) in [
            ("<page><status><error>Short</error><success>Updated</success></status></page>", "Updated"),
            ("<page><status><success> Updated\n</success><error>Short</error></status></page>", "Updated"),
            ("<page><error>Short</error><success>Updated</success></page>", "Updated"),
            ("<status><success>Updated</success><error>Short</error></status>", "Updated"),
            ("<page><error>Short</error><response><status>ok</status></response></page>", "status ok"),
            ("<page><error>Short</error></page><page><success>Updated</success></page>", "Updated"),
        ] {
            let AnswerError::Partial(partial) = judged(xml) else { panic!("{xml}") };
            assert_eq!(
                (partial.succeeded, partial.refused.messages),
                (vec![done.to_owned()], vec!["Short".to_owned()])
            );
        }
    }

    #[test]
    fn a_partial_answer_keeps_its_other_values() {
        let xml = "<page><status><success>Created</success><error>Short</error><id>7</id></status></page>";
        let AnswerError::Partial(partial) = judged(xml) else { panic!() };
        let values = [("page/status/success", "Created"), ("page/status/id", "7")];
        assert_eq!(partial.values, values.into_iter().collect());
        assert_eq!(partial.to_string(), "partly done: MOR reports \"Created\", but refused: Short");
    }

    #[test]
    fn without_one_it_is_a_refusal() {
        for xml in [
            "<page><status><error>Short</error></status></page>",
            "<page><status><error>Short</error><success/></status></page>",
            "<page><status><error>Short</error><success> </success></status></page>",
            "<page><status>idle</status><error>Short</error></page>",
            // The status of an item, not of the answer.
            "<page><error>Short</error><users><user><status>ok</status></user></users></page>",
            "<page><error>Short</error><success>Upd",
            "<error>Short<success>Updated</success></error>",
        ] {
            assert!(matches!(judged(xml), AnswerError::Refused(_)), "{xml}");
        }
    }

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
