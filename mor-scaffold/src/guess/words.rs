//! The words a parameter may have, from the ways pages list them.

use crate::text::{find, has_any};

/// A word and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) meaning: String,
}

/// What comes before a list of values.
const STARTS: &[&str] = &[
    "possible values are",
    "possible values",
    "possible value",
    "available values",
    "allowed values",
    "valid values",
    "values are",
    "values:",
    "values [",
    "can be:",
    "one of:",
];

/// The values that a text and the lines below it list; none if the list is not one of plain words.
pub(crate) fn possible_values(text: &str, notes: &[String]) -> Vec<Word> {
    let below: Vec<Word> = notes.iter().filter_map(|note| meaning_of(note)).collect();
    if below.len() > 1 {
        return distinct(below);
    }
    let listed = list(text).map(|(_, list)| list);
    let words = match listed {
        Some(list) => split(list),
        None => numbered(text),
    };
    let words = distinct(words);
    let is_word = |word: &Word| {
        word.text.split_whitespace().count() <= 3
            && !word.text.contains(['<', '>', '(', ')', '"', '\\', '…'])
            && !word.text.contains("..")
            && !has_any(&word.text, &["any ", " number", " id"])
            && !word.text.eq_ignore_ascii_case("id")
    };
    if words.iter().all(is_word) { words } else { Vec::new() }
}

/// The text without its list of values.
pub(crate) fn without_values(text: &str) -> String {
    match list(text) {
        Some((range, _)) => {
            let before = text.get(..range.start).unwrap_or_default().trim_end_matches(['(', ' ']);
            let behind = text.get(range.end..).unwrap_or_default().trim_start_matches([']', ')', '.', ' ']);
            format!("{before}{}{behind}", if before.ends_with('.') || before.is_empty() { " " } else { ". " })
        }
        None => text.to_owned(),
    }
}

/// Where a list of values stands, its introduction included, and the list.
fn list(text: &str) -> Option<(core::ops::Range<usize>, &str)> {
    let (start, begin) = STARTS.iter().find_map(|start| Some((*start, find(text, start)?)))?;
    let behind_start = begin + start.trim_end_matches('[').len();
    let rest = text.get(behind_start..)?;
    let trimmed = rest.trim_start_matches([':', '-', ' ', '=']);
    let offset = behind_start + (rest.len() - trimmed.len());
    let (open, close) = match trimmed.chars().next()? {
        '[' => (1, trimmed.find(']')),
        '(' => (1, trimmed.find(')')),
        '{' => (1, trimmed.find('}')),
        _ => (0, None),
    };
    let end = close.unwrap_or_else(|| plain_end(trimmed));
    let list = trimmed.get(open..end)?;
    Some((begin..offset + (end + open).min(trimmed.len()), list))
}

/// A list without brackets ends with its sentence.
fn plain_end(text: &str) -> usize {
    let sentence = text.find(". ").or_else(|| text.ends_with('.').then(|| text.len() - 1));
    let bracket = text.find(['(', ')']);
    [sentence, bracket].into_iter().flatten().min().unwrap_or(text.len())
}

fn split(list: &str) -> Vec<Word> {
    let list = list.replace(" or ", ",").replace(" and ", ",").replace(" | ", ",");
    let is_separator = |c: char| matches!(c, ',' | ';' | '|') || (c == '/' && !list.contains(','));
    let items = list.split(is_separator).map(str::trim).filter(|item| !item.is_empty() && *item != "...");
    items.filter_map(|item| meaning_of(item).or_else(|| word(item, ""))).collect()
}

/// `1 - yes`, `0 = no`, `all: everything`.
fn meaning_of(item: &str) -> Option<Word> {
    let (text, meaning) = [" - ", " = ", ": ", " : ", "- ", "="]
        .iter()
        .filter_map(|sign| item.split_once(sign))
        .min_by_key(|(text, _)| text.len())?;
    (text.split_whitespace().count() == 1).then(|| word(text, meaning)).flatten()
}

fn word(text: &str, meaning: &str) -> Option<Word> {
    let text = text.trim().trim_matches(['"', '\'', '`', '[', ']', '.', '*']).trim();
    let meaning = meaning.trim().trim_end_matches([',', ';', ')']).to_owned();
    (!text.is_empty()).then(|| Word { text: text.to_owned(), meaning })
}

/// `1 - yes, 0 - no` in the middle of a sentence; `0 or 1`.
fn numbered(text: &str) -> Vec<Word> {
    let lower = text.to_ascii_lowercase();
    if ["0 or 1", "1 or 0", "0/1", "1/0", "[0,1]", "[0, 1]", "(0, 1)", "0, 1"]
        .iter()
        .any(|pair| lower.contains(pair))
    {
        return [("0", ""), ("1", "")].iter().filter_map(|(text, meaning)| word(text, meaning)).collect();
    }
    let pieces = text.split(['(', ')', ',', ';']).map(str::trim).flat_map(|piece| piece.split(". "));
    // `State: 0 - off` begins with what the values are of.
    let pieces = pieces.map(|piece| piece.rsplit_once(": ").map_or(piece, |(_, last)| last));
    let found: Vec<Word> = pieces.filter_map(meaning_of).filter(|word| is_number(&word.text)).collect();
    let starts_small = found.iter().any(|word| matches!(word.text.as_str(), "0" | "1"));
    if starts_small { found } else { Vec::new() }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit())
}

/// Case does not count when words are read.
fn distinct(words: Vec<Word>) -> Vec<Word> {
    let mut kept: Vec<Word> = Vec::new();
    for word in words {
        if !kept.iter().any(|other| other.text.eq_ignore_ascii_case(&word.text)) {
            kept.push(word);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        possible_values(text, &[]).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn lists_of_words() {
        assert_eq!(
            texts("Possible values [time, src, nice_billsec]. (Default: time)."),
            ["time", "src", "nice_billsec"]
        );
        assert_eq!(
            texts("Order. Possible values: time, price or user. Default: time"),
            ["time", "price", "user"]
        );
        assert_eq!(texts("State (possible values: all, no answer)"), ["all", "no answer"]);
        assert_eq!(texts("1 - yes, 0 - no. Default: 0"), ["1", "0"]);
        assert_eq!(texts("Hide it (0 or 1)"), ["0", "1"]);
        assert_eq!(texts("Trunk: 0 - no, 1 - yes, 2 - with ANI"), ["0", "1", "2"]);
    }

    #[test]
    fn what_is_no_list_of_words() {
        for text in ["User ID", "Possible values: all, user ID", "a number 1 - 31", "Possible values: 1..31"]
        {
            assert_eq!(texts(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_rest_of_the_text() {
        assert_eq!(
            without_values("Sort key. Possible values [a, b]. (Default: a)").trim(),
            "Sort key. (Default: a)"
        );
        assert_eq!(without_values("no list"), "no list");
    }
}
