//! Takes what a request kept secret out of texts about its answer.

use core::fmt;
use std::borrow::Cow;
use std::sync::OnceLock;

use crate::{AnswerError, DecodeError, Fault, PreparedRequest, Refusal, Refused, Secret, Unexpected};

/// Shorter texts are not looked for: they stand in innocent words and numbers, too.
const SHORTEST: usize = 4;

/// Knows the secrets of one request and masks them in whatever the server says in return.
///
/// Servers repeat parameters in refusals (`Password sesame is too weak`), and errors are printed and logged. The
/// client uses it by itself; who sends a [`PreparedRequest`](crate::PreparedRequest) with an HTTP stack of his own gets
/// it from [`PreparedRequest::redactor`](crate::PreparedRequest::redactor).
///
/// It looks for the values of secret parameters, the hash, the key and the caller's password, as they are, percent-encoded and
/// escaped as in XML. Texts of fewer
/// than four bytes are left alone.
#[derive(Clone)]
pub struct Redactor {
    request: Option<PreparedRequest>,
    /// Looked for when the first text comes: most answers are no errors.
    secrets: OnceLock<Vec<Secret>>,
}

impl Redactor {
    /// Knows nothing, and changes nothing.
    pub(crate) fn none() -> &'static Self {
        static NONE: Redactor = Redactor { request: None, secrets: OnceLock::new() };
        &NONE
    }

    /// Knows the secrets of a request.
    pub(crate) fn of(request: PreparedRequest) -> Self {
        Self { request: Some(request), secrets: OnceLock::new() }
    }

    fn secrets(&self) -> &[Secret] {
        self.secrets.get_or_init(|| {
            let secrets = self.request.as_ref().map(|request| Self::spellings(request.secrets()));
            secrets.unwrap_or_default()
        })
    }

    /// Secrets as they may stand in a text, the longest first.
    fn spellings(texts: impl Iterator<Item = Secret>) -> Vec<Secret> {
        let mut secrets: Vec<Secret> = Vec::new();
        for secret in texts.filter(|secret| secret.expose().len() >= SHORTEST) {
            let text = secret.expose();
            let encoded: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
            let escaped = quick_xml::escape::escape(text).into_owned();
            secrets.extend([encoded, escaped].into_iter().filter(|other| other != text).map(Secret::from));
            secrets.push(secret);
        }
        // A secret may be a part of another one.
        secrets.sort_by_key(|secret| core::cmp::Reverse(secret.expose().len()));
        secrets
    }

    /// The text with [`Secret::MASK`] in place of the secrets.
    #[must_use]
    pub fn text(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for secret in self.secrets() {
            if text.contains(secret.expose()) {
                text = text.replace(secret.expose(), Secret::MASK);
            }
        }
        // An excerpt may end in the middle of one.
        let cut = self.secrets().iter().filter_map(|secret| start_at_end(&text, secret.expose())).min();
        if let Some(start) = cut {
            text.truncate(start);
            text.push_str(Secret::MASK);
        }
        text
    }

    /// The error without the secrets. The messages of a refusal that is documented keep their words even if one of
    /// them happens to be a password.
    #[must_use]
    pub fn answer(&self, error: AnswerError) -> AnswerError {
        match error {
            AnswerError::Refused(refusal) => AnswerError::Refused(self.refusal(&refusal)),
            AnswerError::Partial(partial) => AnswerError::Partial(Box::new(
                partial.map(&|text| self.text(text), |refusal| self.refusal(&refusal)),
            )),
            AnswerError::Decode(error) => AnswerError::Decode(self.decode(error)),
            AnswerError::Unexpected(unexpected) => AnswerError::Unexpected(self.unexpected(unexpected)),
        }
    }

    pub(crate) fn decode(&self, error: DecodeError) -> DecodeError {
        error.map_texts(&|text| self.text(text))
    }

    pub(crate) fn unexpected(&self, unexpected: Unexpected) -> Unexpected {
        match unexpected {
            Unexpected::Text(text) => Unexpected::Text(self.text(&text)),
            Unexpected::Words(words) => Unexpected::Words(self.text(&words)),
            Unexpected::Redirect(to) => Unexpected::Redirect(self.text(&to)),
            Unexpected::BadZip(why) => Unexpected::BadZip(self.text(&why)),
            other => other,
        }
    }

    fn refusal(&self, refusal: &Refusal) -> Refusal {
        let message = |text: &String| {
            let common = crate::CommonFault::from_message(text).is_some();
            if common { text.clone() } else { self.text(text) }
        };
        Refusal { path: refusal.path.clone(), messages: refusal.messages.iter().map(message).collect() }
    }

    /// The fault that a refusal is, without the secrets. A password can be one of the words by which a fault is known:
    /// then the fault stays what it is, and the words with it.
    pub(crate) fn refused<F: Fault>(&self, refusal: &Refusal) -> Refused<F> {
        let read = Refused::from_refusal;
        read(&self.masked(refusal, &|masked| read(masked).is_same_kind(&read(refusal))))
    }

    /// The refusal without the secrets, if it is the same one then.
    fn masked<'r>(&self, refusal: &'r Refusal, is_same: &dyn Fn(&Refusal) -> bool) -> Cow<'r, Refusal> {
        let masked = self.refusal(refusal);
        if masked == *refusal || !is_same(&masked) { Cow::Borrowed(refusal) } else { Cow::Owned(masked) }
    }
}

/// Where the text ends in the start of a secret.
fn start_at_end(text: &str, secret: &str) -> Option<usize> {
    let mut starts = secret.char_indices().filter_map(|(end, _)| secret.get(..end));
    let longest = starts.rfind(|start| start.len() >= SHORTEST && text.ends_with(start))?;
    Some(text.len() - longest.len())
}

impl fmt::Debug for Redactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redactor").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn redactor(secrets: &[&str]) -> Redactor {
        let secrets: Vec<Secret> = secrets.iter().map(|secret| Secret::from(*secret)).collect();
        Redactor { request: None, secrets: OnceLock::from(secrets) }
    }

    #[test]
    fn secrets_are_masked_wherever_they_stand() {
        let redactor = redactor(&["sésame-open", "904417"]);
        assert_eq!(redactor.text("sésame-open, 904417904417!"), "***, ******!");
        assert_eq!(redactor.text("nothing of it"), "nothing of it");
        assert_eq!(Redactor::none().text("sésame-open"), "sésame-open");
        assert_eq!(format!("{redactor:?}"), "Redactor { .. }");
    }

    #[test]
    fn the_start_of_one_at_the_end_is_masked_unless_it_is_short() {
        let redactor = redactor(&["sésame-open"]);
        assert_eq!(redactor.text("the word is sésame-op"), "the word is ***");
        assert_eq!(redactor.text("the word is sés"), "the word is ***");
        assert_eq!(redactor.text("the word is s"), "the word is s");
        assert_eq!(redactor.text("sésame-ope stands in the middle"), "sésame-ope stands in the middle");
    }

    #[test]
    fn documented_words_stay() {
        let redactor = redactor(&["Incorrect"]);
        let of = |text: &str| AnswerError::Refused(Refusal::new("page/error", text));
        assert_eq!(redactor.answer(of("Incorrect hash")), of("Incorrect hash"));
        assert_eq!(redactor.answer(of("Incorrect weather")), of("*** weather"));
    }
}
