//! How the files of the endpoints are written: what a reader expects to find in the same place in each of them.

use std::fs;
use std::path::{Path, PathBuf};

use syn::{Attribute, Fields, Item, Visibility};

use crate::conformance::docs;
use crate::conformance::support::assert_none;

/// The parts of a file, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Request,
    Parameters,
    Response,
    Row,
    Words,
    Faults,
}

fn files() -> Vec<PathBuf> {
    fn add(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            match entry.extension() {
                _ if entry.is_dir() => add(&entry, files),
                Some(extension) if extension == "rs" => files.push(entry),
                _ => {}
            }
        }
    }
    let mut files = Vec::new();
    add(&docs::path("endpoints/src"), &mut files);
    files.sort();
    files
}

/// The traits that an item derives.
fn derived(attributes: &[Attribute]) -> Vec<String> {
    let mut derived = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        attribute
            .parse_nested_meta(|meta| {
                derived.extend(meta.path.segments.last().map(|last| last.ident.to_string()));
                Ok(())
            })
            .unwrap();
    }
    derived
}

/// Whether an item has `#[mor(root = ...)]`.
fn has_root(attributes: &[Attribute]) -> bool {
    let mor = attributes.iter().filter(|attribute| attribute.path().is_ident("mor"));
    mor.into_iter().any(|attribute| {
        attribute.meta.require_list().is_ok_and(|list| list.tokens.to_string().starts_with("root"))
    })
}

/// What a public type is; private ones follow what they help.
fn part(item: &Item) -> Option<(Part, String)> {
    let (attributes, visibility, name) = match item {
        Item::Struct(item) => (&item.attrs, &item.vis, item.ident.to_string()),
        Item::Enum(item) => (&item.attrs, &item.vis, item.ident.to_string()),
        _ => return None,
    };
    if !matches!(visibility, Visibility::Public(_)) {
        return None;
    }
    let derived = derived(attributes);
    let is = |name: &str| derived.iter().any(|derived| derived == name);
    let part = if is("Endpoint") {
        Part::Request
    } else if is("ParamSet") {
        Part::Parameters
    } else if is("FromXml") {
        if has_root(attributes) { Part::Response } else { Part::Row }
    } else if is("WireEnum") {
        Part::Words
    } else if is("Fault") {
        Part::Faults
    } else {
        return None;
    };
    Some((part, name))
}

/// The attributes of a field: what it is called, then whether it is hashed.
fn is_in_order(attributes: &[Attribute]) -> bool {
    let place = |attribute: &Attribute| match attribute.path().get_ident()?.to_string().as_str() {
        "doc" => Some(0),
        "mor" => Some(1),
        "hash" | "nohash" => Some(2),
        _ => None,
    };
    attributes.iter().filter_map(place).is_sorted()
}

#[test]
fn files_have_their_parts_in_one_order() {
    let (mut wrong, mut requests) = (Vec::new(), 0);
    for path in files() {
        let text = fs::read_to_string(&path).unwrap();
        let file = syn::parse_file(&text).unwrap();
        let shown = path.strip_prefix(docs::path("endpoints/src")).unwrap().display().to_string();
        let parts: Vec<_> = file.items.iter().filter_map(part).collect();
        requests += parts.iter().filter(|(part, _)| *part == Part::Request).count();
        if !parts.is_sorted_by_key(|(part, _)| *part) {
            wrong.push(format!("{shown}: {parts:?}"));
        }
        for (part, name) in &parts {
            if *part == Part::Faults && !name.ends_with("Fault") {
                wrong.push(format!("{shown}: {name} is an enum of faults: its name ends in `Fault`"));
            }
            if matches!(part, Part::Response | Part::Row) && name.ends_with("List") {
                wrong.push(format!("{shown}: {name} is a list: its name is the plural"));
            }
        }
        for item in &file.items {
            let Item::Struct(item) = item else { continue };
            let Fields::Named(fields) = &item.fields else { continue };
            for field in fields.named.iter().filter(|field| !is_in_order(&field.attrs)) {
                let field = field.ident.as_ref().unwrap();
                wrong.push(format!("{shown}: {}.{field}: documentation, #[mor], #[hash]", item.ident));
            }
        }
    }
    assert_none(&wrong);
    assert_eq!(
        requests,
        mor_endpoints::functions().len(),
        "requests that are not in the registry, or the other way round"
    );
}
