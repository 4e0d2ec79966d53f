//! Picks, from the errors the catalog documents for a function, the one that fits a refusal.

use crate::{
    answer::Answer,
    catalog::{DocumentedError, Function, HashRule},
};

/// Messages for a caller the server does not know, the surest first.
const UNKNOWN_CALLER: [&[&str]; 2] = [
    &["bad login", "access denied", "not authenticated", "dont be so smart"],
    &["user was not found", "user not found"],
];

/// Beginnings of messages that say nothing about the parameters.
const GENERAL: [&str; 8] = [
    "incorrect hash",
    "api requests",
    "get requests",
    "api must have",
    "there is no such api",
    "you are not authori",
    "feature disabled",
    "registration over api",
];

/// The function's answer to an unknown caller. None for the few functions without a hash that do not mind.
pub(super) fn unknown_caller(function: &Function) -> Option<Answer> {
    let documented = UNKNOWN_CALLER.iter().find_map(|messages| {
        function.errors.iter().find(|error| messages.contains(&error.message.to_ascii_lowercase().as_str()))
    });
    documented.map(answer).or_else(|| (function.hash == HashRule::Checked).then(access_denied))
}

/// The function's answer when a required parameter is missing.
///
/// The catalog does not say which of the documented errors that is. The first one that mentions the parameter is taken
/// (`device_id` is mentioned by "Device was not found"), else the first one that is about the function's own business,
/// else the commonest refusal of all.
pub(super) fn missing_param(function: &Function, param: &str) -> Answer {
    let mut own = function.errors.iter().filter(|error| is_own(error));
    let by_name = own.clone().find(|error| mentions(&error.message, param) || mentions(&error.doc, param));
    by_name.or_else(|| own.next()).map_or_else(access_denied, answer)
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

fn mentions(text: &str, param: &str) -> bool {
    let subject = param.strip_suffix("_id").unwrap_or(param);
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.any(|word| word.eq_ignore_ascii_case(param) || word.eq_ignore_ascii_case(subject))
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
