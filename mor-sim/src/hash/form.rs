//! What the server of the global list makes of a value before it hashes it.

use std::borrow::Cow;

/// The kind of value a server expects in a parameter of the global list.
#[derive(Debug, Clone, Copy)]
pub(super) enum Form {
    /// Anything, hashed as sent.
    Any,
    /// `007` is hashed as `7`. An empty value counts as all digits, and so as 0.
    Integer,
    Digits,
    DigitsOrAll,
    Direction,
    CallType,
    Number,
    Users,
    /// It has `true` or `false` in it.
    TrueOrFalse,
}

const CALL_TYPES: [&str; 9] = [
    "all",
    "answered",
    "busy",
    "no_answer",
    "failed",
    "missed",
    "missed_inc",
    "missed_inc_all",
    "missed_not_processed_inc",
];

impl Form {
    pub(super) fn of(name: &str) -> Self {
        match name {
            "user_id" | "period_start" | "period_end" | "tariff_id" | "only_did" => Self::Integer,
            "direction" => Self::Direction,
            "calltype" => Self::CallType,
            "device" | "s_device" | "s_provider" | "s_hgc" | "s_did" => Self::DigitsOrAll,
            "mtype" | "s_user" | "s_user_id" | "s_from" | "s_till" => Self::Digits,
            "balance" => Self::Number,
            "users" => Self::Users,
            "block" => Self::TrueOrFalse,
            _ => Self::Any,
        }
    }

    /// The text that goes into the hash; none when the server drops the parameter.
    pub(super) fn hashed(self, value: &str) -> Option<Cow<'_, str>> {
        let valid = match self {
            Self::Any => true,
            Self::Integer | Self::Digits => is_digits(value),
            Self::DigitsOrAll => value == "all" || is_digits(value),
            Self::Direction => matches!(value, "outgoing" | "incoming"),
            Self::CallType => CALL_TYPES.contains(&value),
            Self::Number => value.bytes().all(|byte| byte.is_ascii_digit() || b".-+".contains(&byte)),
            Self::Users => matches!(value, "postpaid" | "prepaid" | "all") || is_id_list(value),
            Self::TrueOrFalse => value.contains("true") || value.contains("false"),
        };
        let text = match self {
            Self::Integer => without_zeros(value),
            _ => value,
        };
        valid.then_some(Cow::Borrowed(text))
    }

    /// What a value must be to be hashed, in words.
    pub(super) fn requirement(self) -> &'static str {
        match self {
            Self::Any => "anything",
            Self::Integer | Self::Digits => "digits only",
            Self::DigitsOrAll => "digits only, or all",
            Self::Direction => "outgoing or incoming",
            Self::CallType => "one of the known call types",
            Self::Number => "digits, points and signs only",
            Self::Users => "postpaid, prepaid, all, or ids with commas between them",
            Self::TrueOrFalse => "true or false",
        }
    }
}

/// Digits without leading zeros; nothing but zeros is one zero.
pub(super) fn without_zeros(digits: &str) -> &str {
    match digits.trim_start_matches('0') {
        "" => "0",
        rest => rest,
    }
}

pub(super) fn is_digits(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_id_list(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_form(name: &str, value: &str, expected: Option<&str>) {
        assert_eq!(Form::of(name).hashed(value).as_deref(), expected, "{name}={value}");
    }

    #[test]
    fn integers_lose_leading_zeros_and_empty_is_zero() {
        assert_form("user_id", "007", Some("7"));
        assert_form("user_id", "000", Some("0"));
        assert_form("period_start", "", Some("0"));
        assert_form("tariff_id", "1x", None);
        assert_form("only_did", "-1", None);
        assert_form("user_id", "123456789012345678901234567890", Some("123456789012345678901234567890"));
    }

    #[test]
    fn values_that_do_not_fit_are_dropped() {
        assert_form("direction", "incoming", Some("incoming"));
        assert_form("direction", "both", None);
        assert_form("calltype", "missed_inc_all", Some("missed_inc_all"));
        assert_form("calltype", "lost", None);
        assert_form("s_device", "all", Some("all"));
        assert_form("s_device", "0012", Some("0012"));
        assert_form("s_user", "all", None);
        assert_form("balance", "-1.5", Some("-1.5"));
        assert_form("balance", "1,5", None);
        assert_form("users", "1,2,3", Some("1,2,3"));
        assert_form("users", "some", None);
        assert_form("block", "false", Some("false"));
        assert_form("block", "1", None);
    }

    #[test]
    fn all_other_values_are_hashed_as_sent() {
        assert_form("amount", "200.0", Some("200.0"));
        assert_form("description", " žodis ", Some(" žodis "));
        assert_form("id", "007", Some("007"));
    }
}
