//! Did you mean.

/// The names that are most like a mistyped one, best first; at most three.
pub(crate) fn closest<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let typed = typed.to_lowercase();
    let mut scored: Vec<(f64, &str)> = names
        .into_iter()
        .map(|name| (likeness(&typed, name), name))
        .filter(|(score, _)| *score > 0.72)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    scored.dedup_by_key(|(_, name)| *name);
    // What is much worse than the best is noise beside it.
    let best = scored.first().map_or(0.0, |(score, _)| *score);
    scored.into_iter().take_while(|(score, _)| *score > best - 0.12).take(3).map(|(_, name)| name).collect()
}

/// `; did you mean a or b?`, or nothing.
pub(crate) fn did_you_mean<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    let closest = closest(typed, names);
    if closest.is_empty() {
        return String::new();
    }
    let quoted: Vec<String> = closest.iter().map(|name| format!("`{name}`")).collect();
    format!("; did you mean {}?", quoted.join(" or "))
}

/// From 0 to 1. A part of a name, or its words in another order, is like it too: nobody remembers whether it is
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

fn sorted_words(name: &str) -> Vec<&str> {
    let mut words: Vec<&str> = name.split(['_', '-', ' ']).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words
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
        assert_eq!(did_you_mean("xyzzy", NAMES), "");
        assert_eq!(did_you_mean("lcr_crate", NAMES), "; did you mean `lcr_create`?");
    }
}
