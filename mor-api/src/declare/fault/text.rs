//! When two texts are the same refusal, and which text of a list a refusal is.

use crate::Refusal;

/// Finds the text of a refusal in a list of which the first `whole` are known completely and the others only by
/// their start, or by their end if dots precede it: the index in the list and the text to keep. That is the message
/// whose start is known and what follows it, such as the reasons after `User was not updated`; or the words before a
/// known end.
#[must_use]
pub fn find_text(texts: &[&str], whole: usize, refusal: &Refusal) -> Option<(usize, String)> {
    let messages = &refusal.messages;
    let (texts, parts) = texts.split_at_checked(whole).unwrap_or((texts, &[]));
    if let Some(index) = texts.iter().position(|text| messages.iter().any(|message| same_text(text, message)))
    {
        return Some((index, String::new()));
    }
    parts.iter().enumerate().find_map(|(index, part)| {
        let kept = match part.strip_prefix("... ") {
            Some(end) => messages.iter().find_map(|message| words_before(message, end)).map(str::to_owned),
            None => messages
                .iter()
                .position(|message| starts_with_text(message, part))
                .map(|at| messages.get(at..).unwrap_or_default().join("; ")),
        };
        kept.map(|kept| (whole + index, kept))
    })
}

/// Whether two texts are the same refusal. White space around and between words, case, apostrophes, and the
/// British and American spelling (`authorised`, `authorized`) do not matter; neither does punctuation at the
/// end, which differs between servers and documentation.
pub(crate) fn same_text(a: &str, b: &str) -> bool {
    canonical(a).eq(canonical(b))
}

/// Whether a text starts with the words of another one, by the same rules.
pub(crate) fn starts_with_text(text: &str, start: &str) -> bool {
    let mut text = canonical(text);
    canonical(start).all(|expected| text.next() == Some(expected))
}

/// The words of a text before its end, if it ends with these words by the same rules.
pub(crate) fn words_before<'t>(text: &'t str, end: &str) -> Option<&'t str> {
    let text = text.trim_start();
    let mut places = text.match_indices(char::is_whitespace).map(|(at, _)| text.split_at(at));
    places.find(|(_, rest)| same_text(rest, end)).map(|(words, _)| words)
}

fn canonical(text: &str) -> impl Iterator<Item = char> {
    let text = text.trim_end_matches(|end: char| end.is_whitespace() || matches!(end, '.' | '!' | '*'));
    text.split_whitespace()
        .flat_map(|word| core::iter::once(' ').chain(word.chars()))
        .filter(|c| *c != '\'')
        .map(|character| match character.to_ascii_lowercase() {
            'z' => 's',
            lower => lower,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        for (a, b) in [
            ("Incorrect hash", " incorrect HASH\n"),
            (
                "You are not authorized to use this functionality",
                "You are not authorised to use this functionality.",
            ),
            ("Dont be so smart", "Don't be so smart"),
            ("User was not found", "User  was not found!"),
        ] {
            assert!(same_text(a, b), "{a} / {b}");
        }
        for (a, b) in [("User was not found", "Users were not found"), ("No User", "NoUser"), ("", "Error")] {
            assert!(!same_text(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn a_start_is_compared_by_the_same_rules() {
        assert!(starts_with_text("No free numbers for campaign: Spring", "No free numbers for Campaign:"));
        assert!(starts_with_text("No free numbers for Campaign:", "No free numbers for Campaign:"));
        assert!(!starts_with_text("No free numbers", "No free numbers for Campaign:"));
    }

    #[test]
    fn the_words_before_an_end_are_found_by_the_same_rules() {
        let before = |text| words_before(text, "is incorrect format");
        assert_eq!(before("Solo pinless is incorrect format"), Some("Solo pinless"));
        assert_eq!(before(" Batch  IS incorrect\nformat. "), Some("Batch"));
        for text in
            ["is incorrect format", " is incorrect format", "Batch is in incorrect format", "Batch", ""]
        {
            assert_eq!(before(text), None, "{text:?}");
        }
    }
}
