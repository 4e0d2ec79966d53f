//! Picks, from the errors the catalog documents for a function, the one that fits a refusal.

use super::Call;
use crate::{
    catalog::{DocumentedError, Function, HashRule, Param, ParamType},
    http::Answer,
};

/// Messages for a caller the server does not know, the surest first.
const UNKNOWN_CALLER: [&[&str]; 2] = [
    &["bad login", "access denied", "not authenticated", "dont be so smart"],
    &["user was not found", "user not found"],
];

/// Beginnings of messages that say nothing about the parameters.
const GENERAL: [&str; 9] = [
    "incorrect hash",
    "api requests",
    "get requests",
    "api must have",
    "there is no such api",
    "you are not authori",
    "feature disabled",
    "registration over api",
    "payments not allow",
];

/// The function's answer to an unknown caller. None for the few functions without a hash that do not mind.
pub(super) fn unknown_caller(function: &Function) -> Option<Answer> {
    let explained = function.errors.iter().find(|error| error.doc.contains("not a known username"));
    let by_message = || {
        UNKNOWN_CALLER.iter().find_map(|messages| {
            function
                .errors
                .iter()
                .find(|error| messages.contains(&error.message.to_ascii_lowercase().as_str()))
        })
    };
    explained
        .or_else(by_message)
        .map(answer)
        .or_else(|| (function.hash == HashRule::Checked).then(access_denied))
}

/// The refusal of a call without some required parameter: the function must not be executed.
pub(super) fn missing(call: &Call<'_>) -> Option<Answer> {
    let is_there = |param: &Param| match param.kind {
        ParamType::File => call.files.iter().any(|file| file.field == param.name),
        _ => call.params.filled(&param.name).is_some() || counts_as_zero(call, &param.name),
    };
    let mut required = call.function.params.iter().filter(|param| match &param.required_unless {
        Some(other) => call.params.filled(other).is_none(),
        None => param.required && param.name != "u",
    });
    let missing = required.find(|param| !is_there(param))?;
    Some(missing_param(call.function, &missing.name))
}

/// A balance that is not a number is dropped before the function runs, which then takes it for 0, and is a success.
fn counts_as_zero(call: &Call<'_>, param: &str) -> bool {
    call.function.name == "user_balance_update"
        && param == "balance"
        && call.dropped.iter().any(|name| name == param)
}

/// The function's answer when a required parameter is missing.
///
/// The catalog does not say which of the documented errors that is. The best is one that names the parameter and its
/// absence ("`user_id` is empty", or "`user_id` missing" in its explanation), then one by which its object was not found
/// ("Device was not found" for `device_id`), then one that mentions it, then the first one of the function's own that is
/// about no other parameter, else the commonest refusal of all.
pub(super) fn missing_param(function: &Function, param: &str) -> Answer {
    let scored =
        function.errors.iter().map(|error| (score(error, param), error)).filter(|(score, _)| *score > 0);
    let best = scored.rev().max_by_key(|(score, _)| *score).map(|(_, error)| error);
    let is_general = |error: &&DocumentedError| {
        let others = function.params.iter().filter(|other| other.name != param);
        is_own(error)
            && !others.into_iter().any(|other| names(error, &other.name) || is_about(error, &other.name))
    };
    let general = || function.errors.iter().find(is_general);
    best.or_else(general).map_or_else(access_denied, answer)
}

/// How well an error fits the absence of a parameter.
fn score(error: &DocumentedError, param: &str) -> u8 {
    let message = error.message.to_ascii_lowercase();
    let says_so = says_absence(&error.message) || says_absence(&error.doc);
    if says_so && names(error, param) && (is_own(error) || message == "access denied") {
        return 4;
    }
    match is_own(error) && (names(error, param) || is_about(error, param)) {
        true if says_absence(&message) && is_about(error, param) => 3,
        true if message.contains("not found") => 2,
        true => 1,
        false => 0,
    }
}

/// Words of messages that refuse an absent value.
const ABSENCE: [&str; 10] = [
    "missing",
    "empty",
    "blank",
    "please enter",
    "must be specified",
    "must be provided",
    "must be present",
    "must have",
    "not selected",
    "there is no",
];

fn says_absence(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    // "No source", but not "No Quickforward is assigned to specified DID".
    let is_bare = text.starts_with("no ") && text.split(' ').count() <= 3;
    is_bare || ABSENCE.iter().any(|words| text.contains(words))
}

/// Whether an error names the parameter itself.
fn names(error: &DocumentedError, param: &str) -> bool {
    has_word(&error.message, param) || has_word(&error.doc, param)
}

/// Whether an error mentions the object that the parameter identifies: "DID" for `dids_id`, "Active call" for
/// `active_call_id`.
fn is_about(error: &DocumentedError, param: &str) -> bool {
    let subject = param.strip_suffix("s_id").or_else(|| param.strip_suffix("_id")).unwrap_or(param);
    let phrase = subject.replace('_', " ");
    let mentions = |text: &str| {
        if phrase.contains(' ') {
            text.to_ascii_lowercase().contains(&phrase)
        } else {
            has_word(text, &phrase)
        }
    };
    mentions(&error.message) || mentions(&error.doc)
}

/// Whether an error is about what the function does, and not about the caller or the server.
fn is_own(error: &DocumentedError) -> bool {
    let message = error.message.to_ascii_lowercase();
    let [denials, _] = UNKNOWN_CALLER;
    !denials.contains(&message.as_str()) && !GENERAL.iter().any(|beginning| message.starts_with(beginning))
}

pub(super) fn access_denied() -> Answer {
    Answer::error("page/status/error", "Access Denied")
}

fn has_word(text: &str, wanted: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.any(|word| word.eq_ignore_ascii_case(wanted))
}

fn answer(error: &DocumentedError) -> Answer {
    Answer::error(&error.at, &error.message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{find, functions};

    fn body(answer: Answer) -> String {
        String::from_utf8(answer.body).unwrap()
    }

    #[test]
    fn an_unknown_caller_is_refused_in_the_words_of_the_function() {
        let refusal = |name| body(unknown_caller(find(name).unwrap()).unwrap());
        assert!(refusal("user_subscriptions").contains("<status>\n  <error>Bad login</error>"));
        assert!(refusal("user_details_get").ends_with("<error>Access Denied</error>\n"));
        assert!(
            refusal("device_create").contains("<error>Bad login</error>"),
            "explained, though not the first"
        );
        assert!(refusal("callback_init").ends_with("<Status>Not authenticated</Status>\n"));
        assert!(refusal("user_balance_get").contains("<page>\n  <error>User was not found</error>"));
        assert!(refusal("did_rates_get").contains("Access Denied"), "nothing is documented there");
        assert_eq!(unknown_caller(find("login_form").unwrap()), None);
    }

    #[test]
    fn a_missing_parameter_is_answered_by_the_error_that_names_it() {
        let refusal = |name, param| body(missing_param(find(name).unwrap(), param));
        assert!(refusal("callback_init", "src").contains("No source"));
        assert!(refusal("quickforwards_did_delete", "did").contains("DID was not found"));
        assert_eq!(refusal("user_balance_get_by_psw", "id"), "User was not found");
        assert!(refusal("provider_delete", "provider_id").contains("Access Denied"));
        assert!(refusal("user_balance_update", "balance").contains("User balance not updeted"));
        assert!(refusal("devices_get", "user_id").contains("user_id is empty"));
        assert!(refusal("payment_create", "user_id").contains("Access Denied"));
        assert!(refusal("payment_create", "p_currency").contains("No currency"));
        assert!(refusal("payment_create", "amount").contains("Payment was not saved"));
        assert!(refusal("did_close", "dids_id").contains("DID was not found"));
        assert!(refusal("spy_call", "active_call_id").contains("Active call was not found"));
        assert!(refusal("card_by_cli_update", "callerid").contains("Callerid must be specified"));
    }

    #[test]
    fn every_function_has_an_answer_to_a_missing_parameter() {
        for function in functions() {
            for param in function.params.iter().filter(|param| param.required) {
                assert!(!missing_param(function, &param.name).body.is_empty(), "{}", function.name);
            }
        }
    }
}
