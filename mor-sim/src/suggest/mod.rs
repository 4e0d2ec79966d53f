//! Did you mean: what a mistyped or guessed name may stand for.

mod names;

use crate::catalog::{self, Effect, Function};

/// Scores below this one are chance.
const LEAST: f64 = 0.72;

/// How much worse than the best a suggestion may be.
const SPREAD: f64 = 0.12;

const MOST: usize = 3;

/// Functions that may be meant by a name that none of them has, the likeliest first; at most three.
///
/// A table holds names that people often guess. For all others the spelling decides, and a function that changes another
/// object than the typed one counts less: a search for a device should not lead to `user_details_update`.
///
/// ```
/// assert_eq!(mor_sim::suggest::functions("device_details_update"), ["device_update"]);
/// assert_eq!(mor_sim::suggest::functions("user_balance_gte"), ["user_balance_get"]);
/// ```
#[must_use]
pub fn functions(typed: &str) -> Vec<&'static str> {
    let typed = snake_case(typed);
    if let Some(function) = catalog::find(&typed) {
        return vec![&function.name];
    }
    if let Some(known) = names::meant(&typed) {
        return known.to_vec();
    }
    let names = catalog::functions().iter().flat_map(|function| {
        let aliases = function.aliases.iter().map(String::as_str);
        aliases.chain([function.name.as_str()]).map(move |name| (name, function))
    });
    let scored = names.map(|(name, function)| (likeness(&typed, name) - penalty(&typed, function), name));
    best(scored.collect())
}

/// The names that are most like a mistyped one, the likeliest first; at most three.
///
/// ```
/// assert_eq!(mor_sim::suggest::closest("usr_id", ["user_id", "balance"]), ["user_id"]);
/// ```
#[must_use]
pub fn closest<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let typed = typed.to_lowercase();
    best(names.into_iter().map(|name| (likeness(&typed, name), name)).collect())
}

fn best(mut scored: Vec<(f64, &str)>) -> Vec<&str> {
    scored.retain(|(score, _)| *score > LEAST);
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    scored.dedup_by_key(|(_, name)| *name);
    let best = scored.first().map_or(0.0, |(score, _)| *score);
    let close = scored.into_iter().take_while(|(score, _)| *score > best - SPREAD);
    close.take(MOST).map(|(_, name)| name).collect()
}

/// From 0 to 1. A part of a name, and its words in another order, are similar, too: it is hard to remember whether it is
/// `get_user_balance` or `user_balance_get`.
fn likeness(typed: &str, name: &str) -> f64 {
    let name = name.to_lowercase();
    let spelling = strsim::normalized_damerau_levenshtein(typed, &name);
    // One slip is one slip, also in a name of two letters.
    let slip = if strsim::damerau_levenshtein(typed, &name) == 1 { 0.75 } else { 0.0 };
    let words = if sorted_words(typed) == sorted_words(&name) { 0.95 } else { 0.0 };
    let part = if typed.len() >= 4 && name.contains(typed) { 0.8 } else { 0.0 };
    let letters = if typed.replace(['_', '-'], "") == name.replace('_', "") { 0.98 } else { 0.0 };
    spelling.max(slip).max(words).max(part).max(letters)
}

/// What a function of another object loses: more if it changes that object.
fn penalty(typed: &str, function: &Function) -> f64 {
    let object = first_word(&function.name);
    let is_same = words(typed).any(|word| strsim::damerau_levenshtein(singular(word), object) <= 1);
    match (is_same, function.effect) {
        (true, _) => 0.0,
        (false, Effect::Read | Effect::Session) => 0.05,
        (false, Effect::Write) => 0.25,
    }
}

/// The object a function is about: `device` of `device_update` and of `devices_get`.
fn first_word(name: &str) -> &str {
    singular(words(name).next().unwrap_or(name))
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|rest| rest.len() > 2).unwrap_or(word)
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(['_', '-', ' ']).filter(|word| !word.is_empty())
}

fn sorted_words(name: &str) -> Vec<&str> {
    let mut words: Vec<&str> = words(name).collect();
    words.sort_unstable();
    words
}

/// `UserBalanceGet`, `user-balance-get` and `USER_BALANCE_GET` as functions are written.
fn snake_case(typed: &str) -> String {
    let mut snake = String::with_capacity(typed.len() + 4);
    let mut after_lower = false;
    for c in typed.trim().chars() {
        if c.is_uppercase() && after_lower {
            snake.push('_');
        }
        after_lower = c.is_lowercase();
        snake.extend(if matches!(c, '-' | ' ' | '.') { '_' } else { c }.to_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 5] = ["user_balance_get", "user_details_get", "lcr_create", "lcr_delete", "id"];

    #[test]
    fn slips_words_in_another_order_and_parts_are_understood() {
        assert_eq!(closest("user_balance_gte", NAMES), ["user_balance_get"]);
        assert_eq!(closest("get_user_balance", NAMES), ["user_balance_get"]);
        assert_eq!(closest("userBalanceGet", NAMES), ["user_balance_get"]);
        assert_eq!(closest("details", NAMES), ["user_details_get"]);
        assert_eq!(closest("lcr-creat", NAMES), ["lcr_create"]);
    }

    #[test]
    fn one_slip_in_a_short_name_is_understood() {
        assert_eq!(closest("di", NAMES), ["id"]);
        assert_eq!(closest("idd", NAMES), ["id"]);
    }

    #[test]
    fn nothing_is_suggested_for_something_else() {
        assert!(closest("xyzzy", NAMES).is_empty());
        assert!(functions("xyzzy").is_empty());
    }

    #[test]
    fn another_spelling_of_a_name_is_that_function() {
        for typed in ["USERS_GET", "UsersGet", "users-get", " users_get", "usersGet"] {
            assert_eq!(functions(typed), ["users_get"], "{typed}");
        }
    }

    #[test]
    fn a_write_to_another_object_is_never_the_first_suggestion() {
        let objects =
            ["device", "did", "lcr", "service", "provider", "tariff", "invoice", "user", "phonebook"];
        let verbs = [
            "details_update",
            "update",
            "details_get",
            "get",
            "create",
            "delete",
            "list",
            "rates_get",
            "edit",
        ];
        for (object, verb) in objects.iter().flat_map(|object| verbs.map(|verb| (object, verb))) {
            let typed = format!("{object}_{verb}");
            let Some(first) = functions(&typed).first().and_then(|name| catalog::find(name)) else {
                continue;
            };
            let is_same = first_word(&first.name) == *object || names::meant(&typed).is_some();
            assert!(is_same || first.effect != Effect::Write, "{typed}: {}", first.name);
        }
    }
}
