//! Did you mean: the simulator's table of guessed names, and likeness, as the end of a message.

use mor_sim::suggest;

/// `; did you mean a or b?` with the names most like a mistyped one, or nothing.
pub(crate) fn did_you_mean<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    phrase(&suggest::closest(typed, names))
}

/// The same with functions, also those that a guessed name is known to mean.
pub(crate) fn function(typed: &str) -> String {
    // A function that is known by name only changes the server, perhaps: it is suggested to those who nearly wrote it.
    let nearly = |name: &&&str| name.starts_with(typed) && typed.len() * 2 > name.len();
    let undeclared: Vec<&str> = mor_endpoints::undeclared().iter().filter(nearly).copied().collect();
    phrase(&if undeclared.is_empty() { suggest::functions(typed) } else { undeclared })
}

fn phrase(names: &[&str]) -> String {
    if names.is_empty() {
        return String::new();
    }
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    format!("; did you mean {}?", quoted.join(" or "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_suggested_for_something_else() {
        assert_eq!(did_you_mean("xyzzy", ["lcr_create", "id"]), "");
        assert_eq!(did_you_mean("lcr_crate", ["lcr_create", "id"]), "; did you mean `lcr_create`?");
    }

    #[test]
    fn guessed_names_are_known() {
        assert_eq!(function("cdr_get"), "; did you mean `user_calls_get`?");
        assert_eq!(function("calls"), "; did you mean `user_calls_get`?");
        let redial = "; did you mean `autodialer_redial_all_failed_calls`?";
        assert_eq!(function("autodialer_redial_all_failed_call"), redial);
        assert_eq!(function("xyzzy"), "");
    }
}
