//! The request's struct and the enums of its parameters.

use super::File;
use crate::guess::{self, Value, Word, Words};
use crate::names::{upper_camel, wire_of, word_of};
use crate::request::{Field, Request, Travel};
use crate::text::{add, comment, literal, markdown, sentence};

pub(super) fn of(file: &File<'_>) -> String {
    let description = markdown(&description(file.description));
    let advice = guess::advice(&file.names.function, file.description).unwrap_or_default();
    let mut out = comment("///", &[&description, advice]);
    out.push_str("#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]\n#[mor(\n");
    for key in keys(file) {
        add(&mut out, format_args!("    {key},\n"));
    }
    out.push_str(")]\n");
    let flags = file.request.fields.iter().filter(|field| field.required && field.value == Value::Flag);
    out.push_str(super::answer::many_flags(flags.count()));
    let fields: Vec<String> = file.request.fields.iter().map(field).collect();
    if fields.is_empty() {
        add(&mut out, format_args!("pub struct {} {{}}\n", file.type_name));
    } else {
        add(&mut out, format_args!("pub struct {} {{\n{}}}\n", file.type_name, fields.join("\n")));
    }
    out
}

/// What the attribute of the struct says, in the order of the other endpoints.
fn keys(file: &File<'_>) -> Vec<String> {
    let names = file.names;
    let mut keys = vec![format!("function = {}", literal(&names.function))];
    if !names.aliases.is_empty() {
        let aliases: Vec<String> = names.aliases.iter().map(|alias| literal(alias)).collect();
        keys.push(format!("aliases = [{}]", aliases.join(", ")));
    }
    keys.extend(names.since.as_deref().map(|since| format!("since = {}", literal(since))));
    keys.push(format!("effect = {}", file.effect.word()));
    match file.request.caller {
        Travel::Sent => {}
        Travel::None => keys.push("caller = none".to_owned()),
        Travel::Hashed(place) => keys.push(format!("caller = hashed({place})")),
    }
    match file.request.password {
        Travel::None => {}
        Travel::Sent => keys.push("password = sent".to_owned()),
        Travel::Hashed(place) => keys.push(format!("password = hashed({place})")),
    }
    keys.push(format!("response = {}", file.response()));
    keys.extend(file.faults.map(|(name, _)| format!("fault = {name}")));
    keys
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
        Some(place) => add(&mut out, format_args!("    #[hash(order = {place})]\n")),
        None => out.push_str("    #[nohash]\n"),
    }
    if wire_of(&field.name) != field.wire {
        add(&mut out, format_args!("    #[mor(rename = {})]\n", literal(&field.wire)));
    }
    let ty = field.value.rust();
    let ty = if field.required { ty } else { format!("Option<{ty}>") };
    add(&mut out, format_args!("    pub {}: {ty},\n", field.name));
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
    add(&mut out, format_args!("pub enum {} {{\n", words.name));
    let mut taken: Vec<String> = Vec::new();
    for word in &words.words {
        let name = variant(&word.text, &taken);
        out.push_str(&comment("    ///", &[&meaning(word)]));
        if word_of(&name) != word.text {
            add(&mut out, format_args!("    #[mor(value = {})]\n", literal(&word.text)));
        }
        add(&mut out, format_args!("    {name},\n"));
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
