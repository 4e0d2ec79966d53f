//! The `use` declarations of a file.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::File;
use crate::answer::{Answer, Content};
use crate::guess::{Origin, Value};
use crate::text::{WIDTH, add};

/// Names by the path they are imported from.
type Imports = BTreeMap<String, BTreeSet<String>>;

pub(super) fn of(file: &File<'_>) -> String {
    let mut imports = Imports::new();
    let mut add = |path: &str, name: &str| {
        imports.entry(path.to_owned()).or_default().insert(name.to_owned());
    };
    add("mor_api", "Endpoint");
    if file.faults.is_some() {
        add("mor_api", "Fault");
    }
    match &file.answers.answer {
        Answer::Done => add(file.endpoints, "Done"),
        Answer::Records(_) => add("mor_api", "FromXml"),
        Answer::Unknown { .. } => {
            add("mor_api", "FromXml");
            add("mor_api", "ElementMap");
        }
    }
    for value in values(file) {
        let (origin, name) = value.import();
        match origin {
            Origin::Prelude => {}
            Origin::Jiff => add("jiff", name),
            Origin::Civil => add("jiff::civil", name),
            Origin::RustDecimal => add("rust_decimal", name),
            Origin::MorApi => add("mor_api", name),
            Origin::Endpoints => add(file.endpoints, name),
        }
        if matches!(value, Value::Words(_)) {
            add("mor_api", "WireEnum");
        }
    }
    written(&imports)
}

fn values<'f>(file: &'f File<'_>) -> impl Iterator<Item = &'f Value> {
    let records = match &file.answers.answer {
        Answer::Records(records) => records.as_slice(),
        Answer::Done | Answer::Unknown { .. } => &[],
    };
    let answered =
        records.iter().flat_map(|record| &record.fields).filter_map(|field| match &field.content {
            Content::Value(value) => Some(value),
            Content::Record(_) => None,
        });
    file.request.fields.iter().map(|field| &field.value).chain(answered)
}

/// Other crates first, then this one.
fn written(imports: &Imports) -> String {
    let is_own =
        |path: &&String| ["crate", "super", "self"].iter().any(|own| path.split("::").next() == Some(own));
    let block = |own: bool| -> String {
        let paths = imports.iter().filter(|(path, _)| is_own(path) == own);
        paths.map(|(path, names)| line(path, names)).collect()
    };
    let (others, own) = (block(false), block(true));
    if own.is_empty() { others } else { format!("{others}\n{own}") }
}

fn line(path: &str, names: &BTreeSet<String>) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if let [name] = names.as_slice() {
        return format!("use {path}::{name};\n");
    }
    let one = format!("use {path}::{{{}}};", names.join(", "));
    if one.len() <= WIDTH {
        return format!("{one}\n");
    }
    let mut lines = vec![String::from("   ")];
    for name in names {
        if lines.last().is_some_and(|line| line.len() + name.len() + 2 > WIDTH) {
            lines.push(String::from("   "));
        }
        if let Some(line) = lines.last_mut() {
            add(line, format_args!(" {name},"));
        }
    }
    format!("use {path}::{{\n{}\n}};\n", lines.join("\n"))
}
