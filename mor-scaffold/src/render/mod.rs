//! The file as text. It is written as rustfmt would print it with this workspace's settings.

mod answer;
mod imports;
mod request;
mod tests;

use crate::answer::{Answer, Answers};
use crate::faults::Variant;
use crate::guess::Effect;
use crate::page::Names;
use crate::recipe::Recipe;
use crate::request::Request;
use crate::text::{WIDTH, add, comment, first_sentence, literal, markdown, sentence, uncapitalized};

/// Everything that goes into a file.
pub(crate) struct File<'f> {
    pub(crate) names: &'f Names,
    pub(crate) type_name: &'f str,
    pub(crate) description: &'f str,
    pub(crate) effect: Effect,
    pub(crate) request: &'f Request,
    pub(crate) answers: &'f Answers,
    /// The name of the enum and its variants, if the function has refusals of its own.
    pub(crate) faults: Option<(&'f str, &'f [Variant])>,
    pub(crate) recipe: &'f Recipe,
    pub(crate) warnings: &'f [String],
    /// The path to `mor-endpoints`.
    pub(crate) endpoints: &'f str,
}

impl File<'_> {
    /// The name of the response's type.
    fn response(&self) -> &str {
        match &self.answers.answer {
            Answer::Done => "Done",
            Answer::Records(records) => records.first().map_or("", |record| record.name.as_str()),
            Answer::Unknown { name } => name,
        }
    }
}

/// Writes the file.
pub(crate) fn file(file: &File<'_>) -> String {
    let parts = [
        head(file),
        warnings(file.warnings),
        imports::of(file),
        request::of(file),
        answer::of(file),
        request::enums(file.request),
        file.faults.map(|(name, variants)| faults(file, name, variants)).unwrap_or_default(),
        tests::of(file),
    ];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}

fn head(file: &File<'_>) -> String {
    let (first, _) = first_sentence(file.description);
    let first = uncapitalized(&markdown(&sentence(first)));
    comment("//!", &[&format!("`{}`: {first}", file.names.function)])
}

fn warnings(warnings: &[String]) -> String {
    warnings
        .iter()
        .map(|warning| comment("//", &[&format!("CHECK: {}.", warning.trim_end_matches('.'))]))
        .collect()
}

fn faults(file: &File<'_>, name: &str, variants: &[Variant]) -> String {
    let mut out = format!("/// Why `{}` refuses.\n", file.names.function);
    out.push_str("#[derive(Debug, Clone, PartialEq, Eq, Fault)]\n");
    add(&mut out, format_args!("pub enum {name} {{\n"));
    for variant in variants {
        out.push_str(&comment("    ///", &[&variant.doc]));
        let (key, field) = if variant.only_start { ("starts_with = ", "(String)") } else { ("", "") };
        let text = format!("{key}{}", literal(&variant.text));
        let one = format!("    #[fault({text})]");
        let attribute =
            if one.len() <= WIDTH { one } else { format!("    #[fault(\n        {text}\n    )]") };
        add(&mut out, format_args!("{attribute}\n    {}{field},\n\n", variant.name));
    }
    out.truncate(out.trim_end().len());
    out.push_str("\n}\n");
    out
}
