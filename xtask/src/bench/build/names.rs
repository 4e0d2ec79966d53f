//! Which names a file defines and which it uses.

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::{Ident, Item, ItemMacro, ItemUse, Meta, UseTree};

/// What stands in a file.
#[derive(Default)]
pub(super) struct Names {
    /// The types.
    pub(super) defined: BTreeSet<String>,
    /// All that is imported or stands in a path.
    pub(super) used: BTreeSet<String>,
    /// The endpoint, if the file is that of one.
    pub(super) endpoint: Option<String>,
}

/// Whether a path begins outside of the crate.
pub(super) fn is_external(first: &Ident) -> bool {
    ["core", "jiff", "mor_api", "rust_decimal", "serde", "serde_json", "std"]
        .iter()
        .any(|known| first == known)
}

pub(super) fn of(file: &syn::File) -> Names {
    let mut names = Names::default();
    for item in &file.items {
        let name = match item {
            Item::Struct(item) => {
                if derives(&item.attrs, "Endpoint") {
                    names.endpoint = Some(item.ident.to_string());
                }
                item.ident.to_string()
            }
            Item::Enum(item) => item.ident.to_string(),
            Item::Trait(item) => item.ident.to_string(),
            Item::Type(item) => item.ident.to_string(),
            Item::Macro(item) => match id_name(item) {
                Some(name) => name.to_string(),
                None => continue,
            },
            _ => continue,
        };
        names.defined.insert(name);
    }
    names.visit_file(file);
    names
}

/// Whether a derive is among attributes.
pub(super) fn derives(attributes: &[syn::Attribute], name: &str) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("derive") => {
            list.tokens.clone().into_iter().any(|token| token.to_string() == name)
        }
        _ => false,
    })
}

/// The type that `mor_api::id!` defines.
pub(super) fn id_name(item: &ItemMacro) -> Option<Ident> {
    if item.mac.path.segments.last()?.ident != "id" {
        return None;
    }
    let text = item.mac.tokens.to_token_stream().to_string();
    let (_, name) = text.rsplit_once("struct ")?;
    syn::parse_str(name.trim_end_matches(';').trim()).ok()
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.imports(&item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.used.extend(path.segments.iter().map(|segment| segment.ident.to_string()));
        visit::visit_path(self, path);
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        // `response = Done`, `fault = LcrFault`.
        if let Meta::List(list) = &attribute.meta
            && list.path.is_ident("mor")
        {
            self.used.extend(list.tokens.clone().into_iter().map(|token| token.to_string()));
        }
    }
}

impl Names {
    fn imports(&mut self, tree: &UseTree) {
        match tree {
            UseTree::Path(path) if is_external(&path.ident) => {}
            UseTree::Path(path) => self.imports(&path.tree),
            UseTree::Name(name) => {
                self.used.insert(name.ident.to_string());
            }
            UseTree::Rename(rename) => {
                self.used.insert(rename.ident.to_string());
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.imports(tree)),
            UseTree::Glob(_) => {}
        }
    }
}
