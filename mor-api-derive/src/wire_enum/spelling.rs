//! How the name of a variant becomes a word.

use heck::ToSnakeCase as _;

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
            // A run of capitals is one word: `SMSSent` is `sms_sent`.
            Self::Snake => variant.to_snake_case(),
            Self::Lower => variant.to_lowercase(),
            Self::Upper => variant.to_uppercase(),
            Self::AsIs => variant.to_owned(),
        }
    }
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
            assert_eq!(Spelling::Snake.word(variant), word);
        }
    }

    #[test]
    fn the_other_spellings() {
        let words =
            Spelling::NAMES.iter().filter_map(|name| Spelling::of(name)).map(|rule| rule.word("NoAnswer"));
        assert_eq!(words.collect::<Vec<_>>(), ["no_answer", "noanswer", "NOANSWER", "NoAnswer"]);
    }
}
