//! How the name of a variant becomes a word.

/// The rules of `rename_all`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    Snake,
    Lower,
    Upper,
    AsIs,
}

impl Spelling {
    pub(super) const NAMES: &'static [&'static str] = &["snake_case", "lowercase", "UPPERCASE", "as_is"];

    pub(super) fn of(name: &str) -> Option<Self> {
        match name {
            "snake_case" => Some(Self::Snake),
            "lowercase" => Some(Self::Lower),
            "UPPERCASE" => Some(Self::Upper),
            "as_is" => Some(Self::AsIs),
            _ => None,
        }
    }

    pub(super) fn word(self, variant: &str) -> String {
        match self {
            Self::Snake => snake(variant),
            Self::Lower => variant.to_lowercase(),
            Self::Upper => variant.to_uppercase(),
            Self::AsIs => variant.to_owned(),
        }
    }
}

/// A capital starts a word, but a run of capitals is one word: `NiceBillsec`, `SMSSent`.
fn snake(variant: &str) -> String {
    let letters: Vec<char> = variant.chars().collect();
    let mut word = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| letters.get(index));
        let after = letters.get(index + 1);
        let starts = letter.is_uppercase()
            && before.is_some_and(|before| {
                let run_ends = before.is_uppercase() && after.is_some_and(|after| after.is_lowercase());
                run_ends || before.is_lowercase() || before.is_numeric()
            });
        if starts {
            word.push('_');
        }
        word.extend(letter.to_lowercase());
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snake_case() {
        for (variant, word) in [
            ("Time", "time"),
            ("NiceBillsec", "nice_billsec"),
            ("SMSSent", "sms_sent"),
            ("CallerID", "caller_id"),
            ("Tax2Value", "tax2_value"),
            ("Already_Apart", "already_apart"),
            ("A", "a"),
        ] {
            assert_eq!(snake(variant), word);
        }
    }

    #[test]
    fn the_other_spellings() {
        let words =
            Spelling::NAMES.iter().filter_map(|name| Spelling::of(name)).map(|rule| rule.word("NoAnswer"));
        assert_eq!(words.collect::<Vec<_>>(), ["no_answer", "noanswer", "NOANSWER", "NoAnswer"]);
    }
}
