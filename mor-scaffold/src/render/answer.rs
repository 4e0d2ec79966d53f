//! The structs of an answer.

use super::File;
use crate::answer::{Answer, Content, Field, Place, Record};
use crate::guess::Value;
use crate::names::wire_of;
use crate::text::{add, literal};

/// Samples longer than this are not worth repeating.
const LONG: usize = 40;

pub(super) fn of(file: &File<'_>) -> String {
    match &file.answers.answer {
        Answer::Done => String::new(),
        Answer::Records(records) => {
            records.iter().map(|one| record(file, one)).collect::<Vec<_>>().join("\n")
        }
        Answer::Unknown { name } => unknown(file, name),
    }
}

/// clippy wants an enum in place of many flags; but these are the wire's.
pub(super) fn many_flags(count: usize) -> &'static str {
    if count > 3 {
        "#[allow(clippy::struct_excessive_bools, reason = \"the flags are the wire's\")]\n"
    } else {
        ""
    }
}

fn record(file: &File<'_>, record: &Record) -> String {
    let doc = match record.root {
        Some(_) => format!("/// What `{}` answers.\n", file.names.function),
        None => format!("/// An element `{}` of the answer.\n", record.element),
    };
    let is_flag = |field: &&Field| {
        matches!(field.content, Content::Value(Value::Flag)) && !field.optional && field.list.is_none()
    };
    let flags = record.fields.iter().filter(is_flag).count();
    let head = head(record.root.as_deref());
    let fields: String = record.fields.iter().map(field).collect();
    format!("{doc}{head}{}pub struct {} {{\n{fields}}}\n", many_flags(flags), record.name)
}

fn head(root: Option<&str>) -> String {
    let mut out = String::from("#[derive(Debug, Clone, PartialEq, Eq, FromXml)]\n");
    if let Some(root) = root {
        add(&mut out, format_args!("#[mor(root = {})]\n", literal(root)));
    }
    out
}

fn field(field: &Field) -> String {
    let mut out = format!("    /// {}\n", doc(field));
    let mut keys = Vec::new();
    match &field.place {
        Place::Path(path) => keys.push(format!("path = {}", literal(path))),
        Place::Attribute(_) => keys.push("attribute".to_owned()),
        Place::Text => keys.push("text".to_owned()),
        Place::Child(_) => {}
    }
    if let Place::Attribute(name) | Place::Child(name) = &field.place
        && wire_of(&field.name) != name
    {
        keys.push(format!("rename = {}", literal(name)));
    }
    if field.default {
        keys.push("default".to_owned());
    }
    if !keys.is_empty() {
        add(&mut out, format_args!("    #[mor({})]\n", keys.join(", ")));
    }
    add(&mut out, format_args!("    pub {}: {},\n", field.name, ty(field)));
    out
}

fn ty(field: &Field) -> String {
    let plain = match &field.content {
        Content::Value(value) => value.rust(),
        Content::Record(name) => name.clone(),
    };
    match (field.list, field.optional) {
        (Some(_), _) => format!("Vec<{plain}>"),
        (None, true) => format!("Option<{plain}>"),
        (None, false) => plain,
    }
}

fn doc(field: &Field) -> String {
    let wire = match &field.place {
        Place::Child(name) | Place::Path(name) | Place::Attribute(name) => name.as_str(),
        Place::Text => "",
    };
    if field.list.is_some() {
        return format!("One for each `{wire}`.");
    }
    let is_secret = matches!(field.content, Content::Value(Value::Secret));
    let sample = field.sample.as_deref().map(str::trim).filter(|sample| {
        !is_secret
            && !sample.is_empty()
            && sample.len() <= LONG
            && !sample.contains(|c: char| c == '`' || c.is_control())
    });
    match (wire, sample) {
        ("", Some(sample)) => format!("The element's own text, such as `{sample}`."),
        ("", None) => "The element's own text.".to_owned(),
        (wire, Some(sample)) => format!("`{wire}`, such as `{sample}`."),
        (wire, None) => format!("`{wire}`."),
    }
}

fn unknown(file: &File<'_>, name: &str) -> String {
    let head = head(Some("page"));
    format!(
        "/// What `{}` answers; the page does not show it.\n{head}pub struct {name} {{\n    /// All there is.\n    \
         #[mor(rest)]\n    pub elements: ElementMap,\n}}\n",
        file.names.function
    )
}
