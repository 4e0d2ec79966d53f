//! What of a request may be shown, and how.

use std::{borrow::Cow, fmt::Write as _, time::SystemTime};

use crate::{
    hash::abbreviation,
    redact::{HIDDEN, Scrubber, has_hash, is_secret_of},
    state::Accounts,
};

/// Longer texts are cut off after so many characters.
const LONGEST: usize = 200;

/// Makes texts of requests presentable.
pub(super) struct Shown<'a> {
    scrubber: Scrubber<'a>,
}

impl<'a> Shown<'a> {
    pub(super) fn new(accounts: &'a Accounts) -> Self {
        Self { scrubber: Scrubber::new(accounts) }
    }

    /// The value of a parameter.
    pub(super) fn value(&self, function: &str, name: &str, value: &str) -> Cow<'static, str> {
        if name == "hash" {
            return hash(value).into();
        }
        if is_secret_of(function, name) {
            return HIDDEN.into();
        }
        self.text(value)
    }

    /// Any other text of a request. No text is shown that holds a secret of an account, or what looks like a hash:
    /// clients under test put things in wrong places.
    pub(super) fn text(&self, text: &str) -> Cow<'static, str> {
        if self.scrubber.leaks(text) || has_hash(text) {
            return HIDDEN.into();
        }
        let mut shown: String = text.chars().take(LONGEST).map(visible).collect();
        let length = text.chars().count();
        if length > LONGEST {
            let _ = write!(shown, "… ({length} characters)");
        }
        shown.into()
    }
}

/// The beginning of a hash, or what can be said of it without showing it.
pub(super) fn hash(text: &str) -> String {
    abbreviation(text).unwrap_or_else(|| match text.chars().count() {
        0 => "empty".to_owned(),
        length => format!("[hidden, {length} characters]"),
    })
}

/// Stands in for characters that would not be seen, or would turn the writing direction.
fn visible(c: char) -> Cow<'static, str> {
    match c {
        '\n' => "\u{240a}".into(),
        '\r' => "\u{240d}".into(),
        '\t' => "\u{2409}".into(),
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
            c.escape_unicode().to_string().into()
        }
        _ if c.is_control() => c.escape_unicode().to_string().into(),
        _ => c.to_string().into(),
    }
}

/// `HH:MM:SS`, UTC.
pub(super) fn time(time: SystemTime) -> String {
    let seconds = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs() % 86_400;
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::state::Seed;

    #[track_caller]
    fn assert_shown(name: &str, value: &str, expected: &str) {
        let accounts = Accounts(Seed::default().accounts);
        assert_eq!(Shown::new(&accounts).value("user_register", name, value), expected, "{name}={value}");
    }

    #[test]
    fn secrets_are_hidden_whatever_the_name_of_the_parameter() {
        assert_shown("u", "some_user", "some_user");
        assert_shown("p", "anything", HIDDEN);
        assert_shown("id", "7", HIDDEN);
        assert_shown("custom", "secret", HIDDEN);
        assert_shown("custom", "my-abcdefghijkl-key", HIDDEN);
        assert_shown("custom", &format!("hash={}", "0a".repeat(20)), HIDDEN);
        assert_shown("hash", &"0a".repeat(20), "0a0a0a0a…");
        assert_shown("hash", "secret", "[hidden, 6 characters]");
        assert_shown("hash", "", "empty");
    }

    #[test]
    fn long_texts_are_cut_off_and_control_characters_are_made_visible() {
        assert_shown("custom", &"ž".repeat(1000), &format!("{}… (1000 characters)", "ž".repeat(200)));
        assert_shown("custom", "a\n\u{202e}b \u{0}\"c'\\", "a\u{240a}\\u{202e}b \\u{0}\"c'\\");
        assert_shown("custom", "žodis नमस्ते", "žodis नमस्ते");
    }

    #[test]
    fn the_time_is_that_of_the_day() {
        let at = |seconds| time(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
        assert_eq!((at(0).as_str(), at(1_600_000_000).as_str()), ("00:00:00", "12:26:40"));
    }
}
