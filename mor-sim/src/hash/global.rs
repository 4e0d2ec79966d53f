//! The global list: every parameter on it that is present is hashed, whether the function uses it or not.

use std::borrow::Cow;

use super::HashInput;
use crate::{catalog::common, params::Params};

/// On the list, but a slip in the server's code (a missing comma) keeps them out of the hash.
const NEVER_HASHED: [&str; 2] = ["user_warning_email_hour", "pgui"];

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

pub(super) fn input(function: &str, params: &Params) -> HashInput {
    let mut input = HashInput::default();
    for name in common().hash.order().filter(|name| is_hashed(function, name)) {
        let Some(value) = params.get(name) else {
            continue;
        };
        match hashed_form(name, value) {
            Some(text) if text.is_empty() => {}
            Some(text) => input.parts.push((name.to_owned(), text.into_owned())),
            None => input.dropped.push(name.to_owned()),
        }
    }
    input
}

fn is_hashed(function: &str, name: &str) -> bool {
    !NEVER_HASHED.contains(&name) && (function, name) != ("card_from_group_sell", "number")
}

/// The text that goes into the hash; none when the server drops the parameter.
fn hashed_form<'a>(name: &str, value: &'a str) -> Option<Cow<'a, str>> {
    let valid = match name {
        "user_id" | "period_start" | "period_end" | "tariff_id" | "only_did" => {
            return integer(value);
        }
        "direction" => matches!(value, "outgoing" | "incoming"),
        "calltype" => CALL_TYPES.contains(&value),
        "device" | "s_device" | "s_provider" | "s_hgc" | "s_did" => value == "all" || is_digits(value),
        "mtype" | "s_user" | "s_user_id" | "s_from" | "s_till" => is_digits(value),
        "balance" => value.bytes().all(|byte| byte.is_ascii_digit() || b".-+".contains(&byte)),
        "users" => matches!(value, "postpaid" | "prepaid" | "all") || is_id_list(value),
        "block" => value.contains("true") || value.contains("false"),
        _ => true,
    };
    valid.then_some(Cow::Borrowed(value))
}

/// `007` is hashed as `7`. An empty value counts as all digits, and so as 0.
fn integer(value: &str) -> Option<Cow<'_, str>> {
    if !is_digits(value) {
        return None;
    }
    match value.trim_start_matches('0') {
        "" => Some(Cow::Borrowed("0")),
        digits => Some(Cow::Borrowed(digits)),
    }
}

fn is_digits(value: &str) -> bool {
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
        assert_eq!(hashed_form(name, value).as_deref(), expected, "{name}={value}");
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

    #[test]
    fn a_parameter_of_the_list_is_hashed_even_if_the_function_has_no_use_for_it() {
        let params =
            Params::merge(Params::pairs(b"custom=x&id=1&unknown=2&u=admin&hash=0&test=1&user_id=no&pgui=1"));
        let input = input("phonebook_record_delete", &params);
        assert_eq!(input.parts, [("id".to_owned(), "1".to_owned()), ("custom".to_owned(), "x".to_owned())]);
        assert_eq!(input.dropped, ["user_id"]);
    }
}
