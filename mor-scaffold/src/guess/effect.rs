//! What a call does to the server, from the function's name and the verb of its description.

use crate::text::words;

/// See `effect` of `#[derive(Endpoint)]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effect {
    Read,
    Write,
    Session,
}

impl Effect {
    /// The word of the attribute.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Session => "session",
        }
    }
}

const SESSION: &[&str] = &["login", "logout"];
const READ_NAMES: &[&str] = &["get", "list", "show", "info", "search", "find", "export"];
const WRITE_NAMES: &[&str] = &[
    "activate",
    "add",
    "assign",
    "change",
    "close",
    "copy",
    "create",
    "delete",
    "edit",
    "generate",
    "import",
    "init",
    "make",
    "move",
    "pay",
    "register",
    "remove",
    "reset",
    "sell",
    "send",
    "set",
    "start",
    "stop",
    "subscribe",
    "terminate",
    "unassign",
    "update",
    "upload",
    "use",
];
const READ_VERBS: &[&str] = &[
    "retrieves",
    "retrieve",
    "returns",
    "return",
    "lists",
    "list",
    "gets",
    "get",
    "shows",
    "show",
    "exports",
    "checks",
    "displays",
    "reads",
    "finds",
    "searches",
];

/// The effect, and whether a word told it.
pub(crate) fn effect(function: &str, description: &str) -> (Effect, bool) {
    let parts: Vec<&str> = function.split('_').collect();
    let named = |list: &[&str]| parts.iter().any(|part| list.contains(part));
    let verb = words(description).next().unwrap_or_default().to_ascii_lowercase();
    if named(SESSION) {
        (Effect::Session, true)
    } else if named(READ_NAMES) {
        (Effect::Read, true)
    } else if named(WRITE_NAMES) {
        (Effect::Write, true)
    } else if READ_VERBS.contains(&verb.as_str()) {
        (Effect::Read, true)
    } else {
        (Effect::Write, false)
    }
}

/// What callers of a function that must not be called lightly should know.
pub(crate) fn advice(function: &str, description: &str) -> Option<&'static str> {
    let all: Vec<String> =
        function.split('_').chain(words(description)).map(str::to_ascii_lowercase).collect();
    let any = |list: &[&str]| list.iter().any(|word| all.iter().any(|other| other == word));
    if any(&["toggle", "toggles", "switches", "inverts", "opposite"]) {
        return Some(
            "A second call undoes the first one: do not repeat a call whose outcome is unknown before you have looked.",
        );
    }
    let destroys =
        ["delete", "deletes", "remove", "removes", "terminate", "terminates", "destroy", "purge", "purges"];
    if any(&destroys) {
        return Some("What is gone cannot be brought back by another call.");
    }
    let adds =
        ["create", "creates", "payment", "pay", "sell", "sells", "send", "sends", "add", "adds", "register"];
    any(&adds).then_some(
        "Do not repeat a call whose outcome is unknown before you have looked: it may be done twice.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn effects() {
        for (function, description, expected) in [
            ("users_get", "", (Effect::Read, true)),
            ("user_login", "", (Effect::Session, true)),
            ("did_create", "", (Effect::Write, true)),
            ("quickstats", "Retrieves numbers.", (Effect::Read, true)),
            ("voucher", "Spends a voucher.", (Effect::Write, false)),
        ] {
            assert_eq!(effect(function, description), expected, "{function}");
        }
    }

    #[test]
    fn advice_where_it_matters() {
        assert!(advice("did_delete", "").is_some_and(|advice| advice.contains("gone")));
        assert!(advice("flag_set", "Toggles the flag.").is_some_and(|advice| advice.contains("undoes")));
        assert!(advice("note_create", "").is_some_and(|advice| advice.contains("twice")));
        assert_eq!(advice("notes_update", "Changes a note."), None);
    }
}
