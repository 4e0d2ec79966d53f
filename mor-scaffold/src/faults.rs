//! The refusals that a function has beside the common ones.

use mor_api::CommonFault;

use crate::names::upper_camel;
use crate::page::Refusal;
use crate::text::{markdown, sentence};

/// A variant of the enum of refusals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Variant {
    pub(crate) name: String,
    /// The text, or how it starts.
    pub(crate) text: String,
    pub(crate) only_start: bool,
    pub(crate) doc: String,
}

/// The variants, those of whole texts first; longer beginnings come before shorter ones.
pub(crate) fn variants(refusals: &[Refusal]) -> Vec<Variant> {
    let mut variants: Vec<Variant> = Vec::new();
    for refusal in refusals {
        let (text, only_start) = fixed_part(&refusal.text);
        let same = variants
            .iter()
            .any(|other| other.only_start == only_start && canonical(&other.text) == canonical(text));
        if CommonFault::from_message(&refusal.text).is_none() && !canonical(text).is_empty() && !same {
            let (name, text) = (String::new(), text.to_owned());
            variants.push(Variant { name, text, only_start, doc: doc(refusal) });
        }
    }
    variants.sort_by_key(|variant| (variant.only_start, core::cmp::Reverse(canonical_length(variant))));
    let mut taken: Vec<String> = Vec::new();
    for variant in &mut variants {
        variant.name = name(&variant.text, &taken);
        taken.push(variant.name.clone());
    }
    variants
}

/// Only the order of beginnings matters; whole texts stay in the page's order.
fn canonical_length(variant: &Variant) -> usize {
    if variant.only_start { canonical(&variant.text).len() } else { 0 }
}

/// The text before a name or a number that differs from answer to answer, and whether there is one.
fn fixed_part(text: &str) -> (&str, bool) {
    let placeholder = text.find(['<', '{', '[', '#']);
    let dots = text.find("...").or_else(|| text.find('…'));
    let colon = text.rfind(": ").filter(|at| is_capitals(text.get(at + 2..).unwrap_or_default()));
    let cut = [placeholder, dots, colon.map(|at| at + 1)].into_iter().flatten().min();
    match cut.or_else(|| text.ends_with(':').then_some(text.len())) {
        Some(at) => (text.get(..at).unwrap_or_default().trim_end_matches(['"', '\'', ' ', '(']), true),
        None => (text, false),
    }
}

fn is_capitals(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '_' | ' ' | '-'))
}

/// What does not matter when texts are compared: white space, case, apostrophes, `z` for `s`, and punctuation at
/// the end.
fn canonical(text: &str) -> String {
    let text = text.trim_end_matches(|end: char| end.is_whitespace() || matches!(end, '.' | '!' | '*'));
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace('\'', "").to_ascii_lowercase().replace('z', "s")
}

/// `Campaign was not found` is `CampaignNotFound`.
fn name(text: &str, taken: &[String]) -> String {
    const SHORTER: &[(&str, &str)] = &[
        ("does not have any", "has no"),
        ("do not have any", "have no"),
        ("does not have", "has no"),
        ("does not exist", "not found"),
        ("was not found", "not found"),
        ("were not found", "not found"),
    ];
    const LEFT_OUT: &[&str] =
        &["a", "an", "the", "is", "are", "was", "were", "please", "you", "your", "this", "that"];
    let mut text = canonical_words(text);
    for (long, short) in SHORTER {
        text = text.replace(long, short);
    }
    let words = text.split_whitespace().filter(|word| !LEFT_OUT.contains(word)).take(6);
    let words: Vec<&str> = words.collect();
    let plain = match upper_camel(&words.join("_")).as_str() {
        "" | "Common" | "Other" | "Self" => "Refused".to_owned(),
        name => name.to_owned(),
    };
    let numbered = (2..).map(|number| format!("{plain}{number}"));
    let is_free = |name: &String| !taken.contains(name);
    core::iter::once(plain.clone()).chain(numbered).find(is_free).unwrap_or(plain)
}

fn canonical_words(text: &str) -> String {
    let text = text.to_ascii_lowercase().replace('\'', "");
    let words: Vec<&str> =
        text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn doc(refusal: &Refusal) -> String {
    let said = canonical(&refusal.doc);
    if said.is_empty() || said == canonical(&refusal.text) {
        format!("`{}`; the page does not explain it.", refusal.text.replace('`', "'"))
    } else {
        markdown(&sentence(&refusal.doc))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str]) -> Vec<(String, String, bool)> {
        let refusals: Vec<Refusal> =
            texts.iter().map(|text| Refusal { text: (*text).to_owned(), doc: String::new() }).collect();
        variants(&refusals)
            .into_iter()
            .map(|variant| (variant.name, variant.text, variant.only_start))
            .collect()
    }

    #[test]
    fn own_texts_become_variants() {
        let found = of(&[
            "Access Denied",
            "Campaign was not found",
            "campaign was not found.",
            "Campaign does not have any Numbers",
            "Note already exists: NAME",
            "Note",
        ]);
        let variant = |name: &str, text: &str, start| (name.to_owned(), text.to_owned(), start);
        assert_eq!(
            found,
            [
                variant("CampaignNotFound", "Campaign was not found", false),
                variant("CampaignHasNoNumbers", "Campaign does not have any Numbers", false),
                variant("Note", "Note", false),
                variant("NoteAlreadyExists", "Note already exists:", true),
            ]
        );
    }

    #[test]
    fn longer_beginnings_come_first() {
        let found = of(&["Bad <x>", "Bad note <x>", "Bad"]);
        assert_eq!(
            found.iter().map(|(_, text, _)| text.as_str()).collect::<Vec<_>>(),
            ["Bad", "Bad note", "Bad"]
        );
    }
}
