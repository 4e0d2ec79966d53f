//! The documentation of a parameter: what the page says about it, without what its declaration says.

use crate::guess::{Value, possible_values, without_values};
use crate::page::Param;
use crate::text::{find, first_sentence, markdown, sentence};

/// Sentences that the declaration makes superfluous.
const SAID: &[&str] = &[
    "required",
    "mandatory",
    "optional",
    "not required",
    "non required",
    "included into hash",
    "included in hash",
    "included in the hash",
    "included into the hash",
    "not included into hash",
    "not included in hash",
    "not included in the hash",
];

pub(super) fn of(param: &Param, value: &Value) -> String {
    let mut text = param.text.clone();
    if possible_values("", &param.notes).len() > 1 {
        // The words have documentation of their own, and a flag needs none.
        for note in &param.notes {
            text = text.replacen(note.as_str(), "", 1);
        }
    }
    if matches!(value, Value::Words(_) | Value::Flag | Value::FlagWord) {
        text = without_values(&text);
    }
    // Brackets around a list that is no list of words.
    if find(&text, "values [").is_some() {
        text = text.replace(['[', ']'], "");
    }
    if *value == Value::Flag {
        for form in ["(0 or 1)", "(1 or 0)", "0 or 1, ", "1 or 0, "] {
            text = text.replace(form, "");
        }
    }
    for said in SAID {
        for form in [format!("({said})"), format!("[{said}]"), format!(", {said}.")] {
            if let Some(at) = find(&text, &form) {
                let end = if form.ends_with('.') { "." } else { "" };
                text.replace_range(at..at + form.len(), end);
            }
        }
    }
    let (text, default) = without_default(&text.replace(" .", "."));
    let mut sentences = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (first, behind) = first_sentence(rest);
        let bare = first.trim().trim_matches(['.', ',', ' ', '(', ')', '-', '*']).to_ascii_lowercase();
        if !bare.is_empty() && !SAID.contains(&bare.as_str()) {
            sentences.push(sentence(first));
        }
        rest = behind;
    }
    sentences.extend(default.map(|default| format!("`{default}` if left out.")));
    if sentences.is_empty() {
        return format!("`{}`; the page does not say what it is.", param.name);
    }
    markdown(&sentences.join(" "))
}

/// The text without `(Default: x)`, and `x`; a default that takes a sentence to say stays where it is.
fn without_default(text: &str) -> (String, Option<String>) {
    let unchanged = || (text.to_owned(), None);
    let Some(at) = find(text, "default") else { return unchanged() };
    let before = text.get(..at).unwrap_or_default();
    let behind = text.get(at + "default".len()..).unwrap_or_default();
    let value = behind.trim_start_matches([' ', ':', '-', '=']);
    let value = ["value is ", "value: ", "value - ", "value = ", "value ", "is ", "to "]
        .iter()
        .find_map(|start| value.strip_prefix(start))
        .unwrap_or(value);
    let end = value.find(['.', ')', ',', ';']).filter(|at| !is_fraction(value, *at)).unwrap_or(value.len());
    let default = value.get(..end).unwrap_or_default().trim_matches([' ', '"', '\'', '`', '[', ']']);
    let opened = before.trim_end().ends_with('(');
    let starts_sentence = opened || before.trim_end().ends_with(['.', ',']) || before.trim().is_empty();
    if default.is_empty() || default.split_whitespace().count() > 3 || !starts_sentence {
        return unchanged();
    }
    let rest = value.get(end..).unwrap_or_default().trim_start_matches([')', '.', ',', ';', ' ']);
    let before = before.trim_end().trim_end_matches(['(', ',', ' ']);
    let between = if before.ends_with('.') || before.is_empty() { " " } else { ". " };
    (format!("{before}{between}{rest}").trim().to_owned(), Some(default.to_owned()))
}

/// Whether a dot stands between digits.
fn is_fraction(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with('.'))
        && text.get(at + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Listed;

    fn doc(text: &str, value: &Value) -> String {
        let param = Param {
            name: "x".to_owned(),
            text: text.to_owned(),
            listed: Listed::Plain,
            marked: false,
            notes: Vec::new(),
        };
        of(&param, value)
    }

    #[test]
    fn what_the_declaration_says_goes() {
        for (text, expected) in [
            ("Campaign ID in MOR database. Required. Included into hash.", "Campaign ID in MOR database."),
            ("how many rows (optional). Default: 10.", "How many rows. `10` if left out."),
            ("owner's user_id. (Default: all).", "Owner's `user_id`. `all` if left out."),
            ("Required if name is not given.", "Required if name is not given."),
            ("Required.", "`x`; the page does not say what it is."),
        ] {
            assert_eq!(doc(text, &Value::Text), expected, "{text}");
        }
        assert_eq!(
            doc("Sort key. Possible values [a, b]. (Default: a).", &Value::Flag),
            "Sort key. `a` if left out."
        );
    }
}
