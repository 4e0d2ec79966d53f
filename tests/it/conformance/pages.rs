//! The pages of the groups in the documentation: parameters, responses and refusals of every function, as declared.
//!
//! `UPDATE_DOCS=1 cargo test -p mor-tests conformance pages` writes them anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use mor_api::{Field, Identity, ParamSpec, RecordShape, Spec, ValueShape};
use mor_endpoints::Function;

use crate::conformance::docs;

#[test]
fn every_group_has_a_page_that_is_up_to_date() {
    let mut groups: BTreeMap<&str, Vec<&Function>> = BTreeMap::new();
    for function in mor_endpoints::functions() {
        groups.entry(function.group()).or_default().push(function);
    }
    assert!(groups.len() > 30, "{} groups", groups.len());
    let folder = docs::path("docs/functions");
    for (group, functions) in &groups {
        docs::assert_is(&format!("docs/functions/{group}.md"), &page(group, functions));
    }
    for page in fs::read_dir(folder).unwrap() {
        let name = page.unwrap().file_name().into_string().unwrap();
        let group = name.strip_suffix(".md").unwrap();
        assert!(groups.contains_key(group), "docs/functions/{name} is the page of no group: delete it");
    }
}

fn page(group: &str, functions: &[&Function]) -> String {
    let mut page = format!("# {group}\n\nWritten from the declarations in `endpoints/src/{group}`. ");
    page.push_str("[All functions](../functions.md)\n");
    for function in functions {
        add_function(&mut page, function).unwrap();
    }
    page
}

fn add_function(page: &mut String, function: &Function) -> std::fmt::Result {
    let spec = function.spec();
    writeln!(page, "\n## `{}`\n\n{}\n", spec.function, one_line(spec.doc))?;
    write!(page, "`mor_endpoints::{}`; effect: {}", function.type_name(), spec.effect)?;
    if let Some(since) = spec.since {
        write!(page, "; since {since}")?;
    }
    if let Some(addon) = spec.addon {
        write!(page, "; add-on: {addon}")?;
    }
    if !spec.aliases.is_empty() {
        write!(page, "; older names: `{}`", spec.aliases.join("`, `"))?;
    }
    writeln!(page, ".")?;
    add_params(page, spec)?;
    for rule in spec.rules {
        writeln!(page, "\nRule: {rule}.")?;
    }
    add_response(page, spec.response)?;
    let refusals = function.fault_texts();
    if !refusals.is_empty() {
        let refusals: Vec<String> = refusals.iter().map(|text| format!("`{text}`")).collect();
        writeln!(page, "\nRefusals: {}.", refusals.join(", "))?;
    }
    match spec.verify {
        Some(verify) => writeln!(page, "\nIf the outcome is unknown: {}.", verify.trim_end_matches('.')),
        None => Ok(()),
    }
}

fn add_params(page: &mut String, spec: &Spec) -> std::fmt::Result {
    let identity = |name, identity| match identity {
        Identity::Sent => Some((name, "")),
        Identity::Hashed(_) | Identity::HashedUnless(..) => Some((name, "yes")),
        Identity::None | Identity::Field | Identity::FieldOr(_) => None,
    };
    let identities = [identity("u", spec.caller), identity("p", spec.password)];
    if spec.params.is_empty() && identities == [None, None] {
        return writeln!(page, "\nIt has no parameters.");
    }
    writeln!(page, "\n| parameter | hashed | required | type | meaning |\n|---|---|---|---|---|")?;
    for (name, hashed) in identities.into_iter().flatten() {
        writeln!(page, "| `{name}` | {hashed} | yes | string | from the credentials |")?;
    }
    for param in spec.params {
        let ParamSpec { name, hash_order, required, kind, doc, .. } = param;
        let place = hash_order.map(|place| place.to_string()).unwrap_or_default();
        let required = if *required { "yes" } else { "" };
        writeln!(
            page,
            "| `{name}` | {place} | {required} | {}{} | {} |",
            kind,
            words(kind.values()),
            cell(doc)
        )?;
    }
    Ok(())
}

fn add_response(page: &mut String, response: &'static RecordShape) -> std::fmt::Result {
    if response.is_value() {
        let value = response.fields().next().map(|field| field.value().to_string()).unwrap_or_default();
        return writeln!(page, "\nResponse: one value, {value}: {}", one_line(response.doc()));
    }
    writeln!(page, "\n| response | presence | type | element | meaning |\n|---|---|---|---|---|")?;
    add_fields(page, response, "", &mut Vec::new())
}

fn add_fields(
    page: &mut String,
    record: &'static RecordShape,
    before: &str,
    inside: &mut Vec<&'static str>,
) -> std::fmt::Result {
    inside.push(record.name());
    for field in record.fields() {
        let name = format!("{before}{}", field.name());
        add_field(page, &name, &field)?;
        let inner = field.value().record().filter(|inner| !inner.is_value());
        if let Some(inner) = inner.filter(|inner| !inside.contains(&inner.name())) {
            let many = if matches!(field.value(), ValueShape::List(_)) { "[]" } else { "" };
            add_fields(page, inner, &format!("{name}{many}."), inside)?;
        }
    }
    inside.pop();
    Ok(())
}

fn add_field(page: &mut String, name: &str, field: &Field) -> std::fmt::Result {
    let (presence, value) = (field.presence().name(), field.value());
    writeln!(
        page,
        "| `{name}` | {presence} | {value}{} | `{}` | {} |",
        words(value.words()),
        field.path(),
        cell(field.doc())
    )
}

/// The words of an enum, after its type.
fn words(words: &[&str]) -> String {
    if words.is_empty() { String::new() } else { format!(": `{}`", words.join("`, `")) }
}

/// A text inside a table.
fn cell(text: &str) -> String {
    one_line(text).replace('|', "\\|")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
