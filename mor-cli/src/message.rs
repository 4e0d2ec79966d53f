//! Messages for people, on standard error.

use std::io::{IsTerminal as _, Write as _};

use anstyle::{AnsiColor, Style};

use crate::exit::Failure;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const HINT: Style = AnsiColor::Cyan.on_default();

/// Whether somebody can be asked.
pub(crate) fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Says why the command failed and what to do about it. What stands behind an empty line is an example.
pub(crate) fn failure(failure: &Failure) {
    let (said, example) = failure.message.split_once("\n\n").unwrap_or((&failure.message, ""));
    for line in said.lines() {
        say("error", ERROR, line);
    }
    for line in example.lines() {
        let _ = writeln!(anstream::stderr().lock(), "  {}", visible(line));
    }
    for hint in &failure.hints {
        say("hint", HINT, hint);
    }
}

/// Says what may be wrong.
pub(crate) fn warning(text: &str) {
    say("warning", WARNING, text);
}

/// Says what to do about a warning.
pub(crate) fn hint(text: &str) {
    say("hint", HINT, text);
}

/// Says something worth knowing.
pub(crate) fn note(text: &str) {
    say("note", HINT, text);
}

/// Where nobody reads messages, there is nothing to be done about it.
fn say(label: &str, style: Style, text: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{style}{label}{style:#}: {}", visible(text));
}

/// Texts of a server can hold control characters, which a terminal would obey.
pub(crate) fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\t' { ' ' } else { c }).collect()
}

/// Asks a question that is answered with yes or no; anything but yes is no.
pub(crate) fn confirm(question: &str) -> bool {
    let mut answer = String::new();
    let asked = write!(anstream::stderr().lock(), "{question} [y/N] ").is_ok();
    asked
        && std::io::stdin().read_line(&mut answer).is_ok()
        && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
}
