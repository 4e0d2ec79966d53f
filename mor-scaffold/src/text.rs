//! Sentences of a wiki page as documentation comments.

use core::fmt::{self, Write};

/// The widest a written line may be.
pub(crate) const WIDTH: usize = 110;

/// Writes behind a text.
pub(crate) fn add(out: &mut String, what: fmt::Arguments<'_>) {
    // A string takes everything.
    let _ = out.write_fmt(what);
}

/// Finds a lower-case text in another one, whatever the case there.
pub(crate) fn find(text: &str, lower: &str) -> Option<usize> {
    text.to_ascii_lowercase().find(lower)
}

/// Whether a lower-case text is in another one, whatever the case there.
pub(crate) fn has(text: &str, lower: &str) -> bool {
    find(text, lower).is_some()
}

/// Whether one of several lower-case texts is in another one.
pub(crate) fn has_any(text: &str, lower: &[&str]) -> bool {
    lower.iter().any(|part| has(text, part))
}

/// Whether a lower-case word stands in a text as a word of its own.
pub(crate) fn has_word(text: &str, word: &str) -> bool {
    words(text).any(|other| other.eq_ignore_ascii_case(word))
}

/// The words of a text: runs of letters, digits and `_`.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty())
}

/// Cuts a text in two at the first place where a lower-case text stands, which is left out.
pub(crate) fn split_at<'t>(text: &'t str, lower: &str) -> Option<(&'t str, &'t str)> {
    let at = find(text, lower)?;
    Some((text.get(..at)?, text.get(at + lower.len()..)?))
}

/// The first letter in lower case, unless it begins an abbreviation or a name.
pub(crate) fn uncapitalized(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain([second]).chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// A sentence: white space collapsed, a capital first, a full stop last. Nothing stays nothing.
pub(crate) fn sentence(text: &str) -> String {
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '*'));
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    // A wire name stays as it is.
    let first_word = text.split_whitespace().next().unwrap_or_default();
    let is_name = first_word.contains(['_', '/', '`']) || (first_word.len() == 1 && first_word != "a");
    let start = if is_name { first.to_string() } else { first.to_uppercase().to_string() };
    let end = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{start}{}{end}", letters.as_str())
}

/// The first sentence and the rest.
pub(crate) fn first_sentence(text: &str) -> (&str, &str) {
    match text.find(". ") {
        Some(at) => (text.get(..=at).unwrap_or(text), text.get(at + 1..).unwrap_or_default().trim()),
        None => (text, ""),
    }
}

/// The text with everything in code quotes that Markdown or the lints would stumble over.
pub(crate) fn markdown(text: &str) -> String {
    let quoted: Vec<String> = text.split_whitespace().map(quoted).collect();
    quoted.join(" ")
}

fn quoted(word: &str) -> String {
    if word.starts_with('`') && word.trim_end_matches([',', '.', ';', ':', ')']).ends_with('`') {
        return word.to_owned();
    }
    let outside = |c: char| matches!(c, ',' | '.' | ';' | ':' | '(' | ')' | '"' | '\'' | '!' | '?' | '`');
    let core = word.trim_matches(outside);
    let Some((before, after)) = word.split_once(core).filter(|_| !core.is_empty()) else {
        return word.replace('`', "'");
    };
    let (before, after) = (before.replace('`', "'"), after.replace('`', "'"));
    if is_plain(core) {
        format!("{before}{core}{after}")
    } else {
        format!("{before}`{}`{after}", core.replace('`', "'"))
    }
}

fn is_plain(word: &str) -> bool {
    if word == "-" || word == "=" {
        return true;
    }
    let camel = word.chars().zip(word.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    let marked = word.chars().any(|c| "_<>[]{}*#\\`|=@~$^".contains(c)) || word.contains("//");
    !camel && !marked
}

/// Paragraphs as lines of comments: every line starts with `prefix`, paragraphs are apart.
pub(crate) fn comment(prefix: &str, paragraphs: &[&str]) -> String {
    let mut out = String::new();
    for (index, paragraph) in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()).enumerate() {
        if index > 0 {
            out.push_str(prefix);
            out.push('\n');
        }
        for line in wrapped(paragraph, WIDTH.saturating_sub(prefix.len() + 3)) {
            add(&mut out, format_args!("{prefix} {line}\n"));
        }
    }
    out
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.len() + word.len() < width || begins_a_list(word) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Whether a line that starts so would be a list, a heading or a quotation.
fn begins_a_list(word: &str) -> bool {
    let number = word.trim_end_matches(['.', ')']);
    matches!(word, "-" | "+" | "*" | "=")
        || word.starts_with(['#', '>'])
        || (number.len() < word.len() && number.bytes().all(|digit| digit.is_ascii_digit()))
}

/// A text as a Rust string literal.
pub(crate) fn literal(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences() {
        assert_eq!(sentence(" - username of\n the user"), "Username of the user.");
        assert_eq!(sentence("order_by is ignored."), "order_by is ignored.");
        assert_eq!(sentence(" . ").trim(), ".");
        assert_eq!(sentence(""), "");
        assert_eq!(uncapitalized("Lists calls."), "lists calls.");
        assert_eq!(uncapitalized("DID of a user."), "DID of a user.");
    }

    #[test]
    fn what_markdown_would_take_for_something_is_code() {
        assert_eq!(markdown("see user_id, [x] and <b>."), "see `user_id`, `[x]` and `<b>`.");
        assert_eq!(markdown("the PayPal (API) `x_y`, a - b"), "the `PayPal` (API) `x_y`, a - b");
    }

    #[test]
    fn no_line_of_a_comment_becomes_a_list() {
        let text = format!("{} - yes, {} 1. no", "a".repeat(103), "b".repeat(98));
        assert!(comment("///", &[&text]).lines().all(|line| !line.starts_with("/// -")));
        assert!(comment("///", &[&text]).lines().all(|line| !line.starts_with("/// 1.")));
    }

    #[test]
    fn literals() {
        assert_eq!(literal("a\"b\\c\n"), r#""a\"b\\c\n""#);
    }
}
