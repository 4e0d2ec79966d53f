//! The request's struct and the enums of its parameters.

use super::File;
use crate::guess::{self, Value, Word, Words};
use crate::names::{snake, upper_camel, wire_of};
use crate::request::{Field, Request, Travel};
use crate::text::{comment, literal, markdown, sentence};

pub(super) fn of(file: &File<'_>) -> String {
    let names = file.names;
    let description = markdown(&description(file.description));
    let advice = guess::advice(&names.function, file.description).unwrap_or_default();
    let mut out = comment("///", &[&description, advice]);
    out.push_str("#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]\n#[mor(\n");
    let mut key = |line: String| out.push_str(&format!("    {line},\n"));
    key(format!("function = {}", literal(&names.function)));
    if !names.aliases.is_empty() {
        let aliases: Vec<String> = names.aliases.iter().map(|alias| literal(alias)).collect();
        key(format!("aliases = [{}]", aliases.join(", ")));
    }
    if let Some(group) = file.group {
        key(format!("group = {}", literal(group)));
    }
    if let Some(since) = &names.since {
        key(format!("since = {}", literal(since)));
    }
    key(format!("effect = {}", file.effect.word()));
    match file.request.caller {
        Travel::Sent => {}
        Travel::None => key("caller = none".to_owned()),
        Travel::Hashed(place) => key(format!("caller = hashed({place})")),
    }
    match file.request.password {
        Travel::None => {}
        Travel::Sent => key("password = sent".to_owned()),
        Travel::Hashed(place) => key(format!("password = hashed({place})")),
    }
    key(format!("response = {}", file.response()));
    if let Some((fault, _)) = file.faults {
        key(format!("fault = {fault}"));
    }
    out.push_str(")]\n");
    let flags = file.request.fields.iter().filter(|field| field.required && field.value == Value::Flag);
    out.push_str(super::answer::many_flags(flags.count()));
    let fields: Vec<String> = file.request.fields.iter().map(field).collect();
    if fields.is_empty() {
        out.push_str(&format!("pub struct {} {{}}\n", file.type_name));
    } else {
        out.push_str(&format!("pub struct {} {{\n{}}}\n", file.type_name, fields.join("\n")));
    }
    out
}

/// All sentences of a description, each with its capital and stop.
fn description(text: &str) -> String {
    let mut sentences = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (first, behind) = crate::text::first_sentence(rest);
        sentences.push(sentence(first));
        rest = behind;
    }
    sentences.join(" ")
}

fn field(field: &Field) -> String {
    let mut out = comment("    ///", &[&field.doc]);
    match field.place {
        Some(place) => out.push_str(&format!("    #[hash(order = {place})]\n")),
        None => out.push_str("    #[nohash]\n"),
    }
    if wire_of(&field.name) != field.wire {
        out.push_str(&format!("    #[mor(rename = {})]\n", literal(&field.wire)));
    }
    let ty = field.value.rust();
    let ty = if field.required { ty } else { format!("Option<{ty}>") };
    out.push_str(&format!("    pub {}: {ty},\n", field.name));
    out
}

pub(super) fn enums(request: &Request) -> String {
    let enums = request.fields.iter().filter_map(|field| match &field.value {
        Value::Words(words) => Some(words_of(words, &field.wire)),
        _ => None,
    });
    enums.collect::<Vec<_>>().join("\n")
}

fn words_of(words: &Words, wire: &str) -> String {
    let mut out = format!("/// A value of `{wire}`.\n");
    out.push_str("#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]\n");
    out.push_str(&format!("pub enum {} {{\n", words.name));
    let mut taken: Vec<String> = Vec::new();
    for word in &words.words {
        let name = variant(&word.text, &taken);
        out.push_str(&comment("    ///", &[&meaning(word)]));
        if snake(&name) != word.text {
            out.push_str(&format!("    #[mor(value = {})]\n", literal(&word.text)));
        }
        out.push_str(&format!("    {name},\n"));
        taken.push(name);
    }
    out.push_str("}\n");
    out
}

fn variant(word: &str, taken: &[String]) -> String {
    let plain = match (upper_camel(word).as_str(), word.strip_prefix('-')) {
        ("", _) => "Value".to_owned(),
        ("Self", _) => "Itself".to_owned(),
        (name, Some(_)) => format!("Minus{}", name.trim_start_matches('V')),
        (name, None) => name.to_owned(),
    };
    let numbered = (2..).map(|number| format!("{plain}{number}"));
    let is_free = |name: &String| !taken.contains(name);
    core::iter::once(plain.clone()).chain(numbered).find(is_free).unwrap_or(plain)
}

fn meaning(word: &Word) -> String {
    if word.meaning.is_empty() {
        format!("`{}`.", word.text.replace('`', "'"))
    } else {
        markdown(&sentence(&word.meaning))
    }
}
