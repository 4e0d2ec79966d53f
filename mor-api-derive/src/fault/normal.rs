//! When two texts are the same refusal, by the rules that the runtime (`mor_api`'s `fault` module) finds the
//! variant of a text by.

/// The text without what does not matter: white space around and between words, case, apostrophes, `z` for
/// `s`, and punctuation at the end.
pub(super) fn normal(text: &str) -> String {
    let text = text.trim_end_matches(|end: char| end.is_whitespace() || matches!(end, '.' | '!' | '*'));
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace('\'', "").to_ascii_lowercase().replace('z', "s")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        for (a, b) in [
            ("Incorrect hash", " incorrect HASH\n"),
            ("You are not authorized", "You are not authorised."),
            ("Dont be so smart", "Don't be so smart"),
            ("User was not found", "User  was not found!"),
        ] {
            assert_eq!(normal(a), normal(b));
        }
        for (a, b) in [("User was not found", "Users were not found"), ("No User", "NoUser"), ("", "Error")] {
            assert_ne!(normal(a), normal(b));
        }
    }
}
