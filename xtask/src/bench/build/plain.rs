//! The structs and enums of the endpoints without the framework: with `Debug` and `Clone` only, or with serde's
//! derives as well.
//!
//! Both are kept small, so that our own crate is not compared with more than it replaces: types of other crates become
//! `String`, and paths through several elements, for which serde needs a struct at each level, are left out.
//! What is sent derives `Serialize`, what is answered `Deserialize`, and for each endpoint there is a function that
//! calls `serde_urlencoded::to_string`, and one that calls `quick_xml::de::from_str`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use quote::{format_ident, quote};
use syn::visit::Visit;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Fields, Generics, Ident, Item, ItemUse, Meta, UseTree, Visibility};

use super::names::{derives, id_name, is_external};
use super::sources::{Subset, is_module, is_registry};

pub(super) fn files<'s>(subset: &Subset<'s>, serde: bool) -> Vec<(&'s Path, String)> {
    let directions = serde.then(|| Directions::of(subset));
    let types = types(subset);
    let mut files = Vec::new();
    for (path, file) in subset.iter().filter(|(path, _)| !is_registry(path)) {
        let mut syntax = file.syntax.clone();
        if is_module(path) {
            subset.keep_modules(path, &mut syntax);
        }
        let foreign = foreign(&syntax);
        let calls = if serde { calls(&syntax) } else { Vec::new() };
        syntax.attrs.clear();
        syntax.items = syntax.items.into_iter().filter_map(|item| stripped(item, &types)).collect();
        Strip { types: &types, foreign, directions: directions.as_ref(), generics: Vec::new() }
            .visit_file_mut(&mut syntax);
        syntax.items.extend(calls);
        files.push((path, prettyplease::unparse(&syntax)));
    }
    files
}

/// All public structs and enums.
fn types(subset: &Subset<'_>) -> BTreeSet<String> {
    let files = subset.iter().filter(|(path, _)| !is_registry(path));
    let items = files.flat_map(|(_, file)| &file.syntax.items);
    items
        .filter_map(|item| match item {
            Item::Struct(item) => is_public(&item.vis).then(|| item.ident.to_string()),
            Item::Enum(item) => is_public(&item.vis).then(|| item.ident.to_string()),
            Item::Macro(item) => id_name(item).map(|name| name.to_string()),
            _ => None,
        })
        .collect()
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// Names that a file imports from other crates.
fn foreign(file: &syn::File) -> BTreeSet<String> {
    let mut names = Vec::new();
    for item in &file.items {
        if let Item::Use(ItemUse { tree: UseTree::Path(path), .. }) = item
            && is_external(&path.ident)
        {
            leaves(&path.tree, &mut names);
        }
    }
    names.into_iter().collect()
}

fn leaves(tree: &UseTree, names: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) => leaves(&path.tree, names),
        UseTree::Name(name) => names.push(name.ident.to_string()),
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, names)),
        _ => {}
    }
}

/// An item that stays: types, modules, and imports of these.
fn stripped(item: Item, types: &BTreeSet<String>) -> Option<Item> {
    match item {
        Item::Struct(item) => is_public(&item.vis).then_some(Item::Struct(item)),
        Item::Enum(item) => is_public(&item.vis).then_some(Item::Enum(item)),
        Item::Mod(mut item) if item.content.is_none() && item.ident != "registry" => {
            // What nobody can reach is not compiled to the end.
            item.vis = syn::parse_quote!(pub);
            Some(Item::Mod(item))
        }
        Item::Macro(item) => {
            let name = id_name(&item)?;
            syn::parse2(quote! { pub struct #name(pub u64); }).ok()
        }
        Item::Use(mut item) => {
            item.tree = imported(item.tree, types)?;
            Some(Item::Use(item))
        }
        _ => None,
    }
}

/// An import without what is no type of this crate.
fn imported(tree: UseTree, types: &BTreeSet<String>) -> Option<UseTree> {
    match tree {
        UseTree::Path(path) if is_external(&path.ident) => None,
        UseTree::Path(mut path) => {
            path.tree = Box::new(imported(*path.tree, types)?);
            Some(UseTree::Path(path))
        }
        UseTree::Name(name) => types.contains(&name.ident.to_string()).then_some(UseTree::Name(name)),
        UseTree::Group(mut group) => {
            group.items = group.items.into_iter().filter_map(|tree| imported(tree, types)).collect();
            (!group.items.is_empty()).then_some(UseTree::Group(group))
        }
        other => Some(other),
    }
}

/// Replaces attributes by derives, and foreign types by `String`.
struct Strip<'a> {
    types: &'a BTreeSet<String>,
    foreign: BTreeSet<String>,
    directions: Option<&'a Directions>,
    generics: Vec<String>,
}

impl Strip<'_> {
    fn derive(&mut self, name: &Ident, generics: &Generics) -> Vec<Attribute> {
        self.generics = generics.type_params().map(|parameter| parameter.ident.to_string()).collect();
        let name = name.to_string();
        let sent = self.directions.filter(|directions| directions.sent.contains(&name));
        let answered = self.directions.filter(|directions| directions.answered.contains(&name));
        let sent = sent.map(|_| quote! { , serde::Serialize });
        let answered = answered.map(|_| quote! { , serde::Deserialize });
        vec![syn::parse_quote! { #[derive(Debug, Clone #sent #answered)] }]
    }
}

impl VisitMut for Strip<'_> {
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        attributes.clear();
    }

    fn visit_item_struct_mut(&mut self, item: &mut syn::ItemStruct) {
        let derive = self.derive(&item.ident, &item.generics);
        visit_mut::visit_item_struct_mut(self, item);
        item.attrs = derive;
    }

    fn visit_item_enum_mut(&mut self, item: &mut syn::ItemEnum) {
        let derive = self.derive(&item.ident, &item.generics);
        visit_mut::visit_item_enum_mut(self, item);
        item.attrs = derive;
    }

    fn visit_type_mut(&mut self, ty: &mut syn::Type) {
        const KNOWN: [&str; 12] =
            ["Vec", "Option", "Box", "String", "bool", "u8", "u16", "u32", "u64", "i32", "i64", "usize"];
        visit_mut::visit_type_mut(self, ty);
        if let syn::Type::Path(path) = ty {
            let name = path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
            let own = self.types.contains(&name) && !self.foreign.contains(&name);
            if !own && !KNOWN.contains(&name.as_str()) && !self.generics.contains(&name) {
                *ty = syn::parse_quote! { String };
            }
        }
    }
}

/// Which types are sent and which are answered.
struct Directions {
    sent: BTreeSet<String>,
    answered: BTreeSet<String>,
}

impl Directions {
    fn of(subset: &Subset<'_>) -> Self {
        // Two types of one name, in different modules, count as one that has the parts of both.
        let mut parts: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let (mut requests, mut responses) = (Vec::new(), Vec::new());
        for item in subset.iter().flat_map(|(_, file)| &file.syntax.items) {
            match item {
                Item::Struct(item) => {
                    parts.entry(item.ident.to_string()).or_default().extend(types_in(&item.fields));
                    if let Some(response) = response(item) {
                        requests.push(item.ident.to_string());
                        responses.extend(response);
                    }
                }
                Item::Enum(item) => {
                    let fields = item.variants.iter().flat_map(|variant| types_in(&variant.fields));
                    parts.entry(item.ident.to_string()).or_default().extend(fields);
                }
                _ => {}
            }
        }
        Self { sent: closure(requests, &parts), answered: closure(responses, &parts) }
    }
}

/// Names and all that they are made of.
fn closure(mut names: Vec<String>, parts: &BTreeMap<String, Vec<String>>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    while let Some(name) = names.pop() {
        if all.insert(name.clone()) {
            names.extend(parts.get(&name).into_iter().flatten().cloned());
        }
    }
    all
}

/// All names in the types of fields.
fn types_in(fields: &Fields) -> Vec<String> {
    struct Collect(Vec<String>);
    impl<'ast> Visit<'ast> for Collect {
        fn visit_ident(&mut self, ident: &'ast Ident) {
            self.0.push(ident.to_string());
        }
    }
    let mut collect = Collect(Vec::new());
    fields.iter().for_each(|field| collect.visit_type(&field.ty));
    collect.0
}

/// The names in an endpoint's response; `None` if it is no endpoint.
fn response(item: &syn::ItemStruct) -> Option<Vec<String>> {
    if !derives(&item.attrs, "Endpoint") {
        return None;
    }
    let mor = item.attrs.iter().find_map(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("mor") => Some(list.tokens.to_string()),
        _ => None,
    })?;
    let (_, response) = mor.split_once("response =").unwrap_or_default();
    let response = response.split(',').next().unwrap_or_default();
    Some(
        response
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect(),
    )
}

/// For each endpoint a function that encodes it and one that decodes its answer.
fn calls(file: &syn::File) -> Vec<Item> {
    let endpoints = file.items.iter().filter_map(|item| match item {
        Item::Struct(item) => Some((&item.ident, response(item)?.pop()?)),
        _ => None,
    });
    let calls = endpoints.flat_map(|(endpoint, response)| {
        let (write, read) = (format_ident!("write_{endpoint}"), format_ident!("read_{endpoint}"));
        let response = format_ident!("{response}");
        let write: Item = syn::parse_quote! {
            #[inline(never)]
            #[allow(non_snake_case)]
            pub fn #write(request: &#endpoint) -> Result<String, serde_urlencoded::ser::Error> {
                serde_urlencoded::to_string(request)
            }
        };
        let read: Item = syn::parse_quote! {
            #[inline(never)]
            #[allow(non_snake_case)]
            pub fn #read(xml: &str) -> Result<#response, quick_xml::DeError> {
                quick_xml::de::from_str(xml)
            }
        };
        [write, read]
    });
    calls.collect()
}
