//! The endpoints' sources, and parts of them that build by themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::{Item, UseTree};

use super::names::{self, Names};
use crate::Result;
use crate::shell::root;

/// The list of endpoints; it names all of them.
const LIST: &str = "registry/mod.rs";

/// A file of the sources.
pub(super) struct File {
    text: String,
    pub(super) syntax: syn::File,
    names: Names,
}

impl File {
    fn is_endpoint(&self) -> bool {
        self.names.endpoint.is_some()
    }
}

/// All files by their paths in `src`.
pub(super) struct Sources {
    files: BTreeMap<PathBuf, File>,
}

/// Some endpoints with all that they need.
pub(super) struct Subset<'s> {
    sources: &'s Sources,
    chosen: BTreeSet<&'s Path>,
}

impl Sources {
    pub(super) fn load() -> Result<Self> {
        let src = root().join("endpoints/src");
        let mut folders = vec![src.clone()];
        let mut files = BTreeMap::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let text = fs::read_to_string(&path)?;
                    let syntax = syn::parse_file(&text)?;
                    let names = names::of(&syntax);
                    files.insert(path.strip_prefix(&src)?.to_owned(), File { text, syntax, names });
                }
            }
        }
        Ok(Self { files })
    }

    /// At least so many endpoints, or all, in the order of the files.
    pub(super) fn subset(&self, endpoints: usize) -> Subset<'_> {
        let is_shared = |(path, file): &(&PathBuf, &File)| !file.is_endpoint() && !is_registry(path);
        let mut subset = Subset { sources: self, chosen: BTreeSet::new() };
        for (path, _) in self.files.iter().filter(is_shared) {
            subset.add(path);
        }
        subset.chosen.extend(self.files.keys().map(PathBuf::as_path).filter(|path| is_registry(path)));
        for (path, _) in self.files.iter().filter(|(_, file)| file.is_endpoint()) {
            if subset.endpoints() < endpoints {
                subset.add(path);
            }
        }
        subset
    }
}

impl<'s> Subset<'s> {
    /// Adds a file and those that define what it names. A name that two files define brings both.
    fn add(&mut self, path: &'s Path) {
        let Some(file) = self.sources.files.get(path) else { return };
        // What a module declares and passes on is no need of its own.
        if self.chosen.insert(path) && !is_module(path) {
            for (other, needed) in &self.sources.files {
                if !needed.names.defined.is_disjoint(&file.names.used) {
                    self.add(other);
                }
            }
        }
    }

    /// How many endpoints they are.
    pub(super) fn endpoints(&self) -> usize {
        self.iter().filter(|(_, file)| file.is_endpoint()).count()
    }

    /// The endpoints as they are named in the crate: `lcr::LcrsGet`.
    pub(super) fn endpoint_paths(&self) -> impl Iterator<Item = String> + '_ {
        self.iter().filter_map(|(path, file)| {
            let group = path.parent()?.to_str()?;
            Some(format!("{group}::{}", file.names.endpoint.as_ref()?))
        })
    }

    /// Paths and contents.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'s Path, &'s File)> {
        let sources = self.sources;
        self.chosen.iter().filter_map(|path| Some((*path, sources.files.get(*path)?)))
    }

    /// All types that are defined.
    pub(super) fn defined(&self) -> BTreeSet<&'s str> {
        self.iter().flat_map(|(_, file)| &file.names.defined).map(String::as_str).collect()
    }

    /// The texts of the files; where something is left out, without comments.
    pub(super) fn files(&self) -> Result<Vec<(&'s Path, String)>> {
        let defined = self.defined();
        self.iter()
            .map(|(path, file)| {
                let text = match path {
                    _ if path.ends_with(LIST) => registry(&file.text, &defined)?,
                    _ if is_module(path) => {
                        let mut syntax = file.syntax.clone();
                        // The crate's documentation is a file that is not here.
                        syntax.attrs.clear();
                        self.keep_modules(path, &mut syntax);
                        prettyplease::unparse(&syntax)
                    }
                    _ => file.text.clone(),
                };
                Ok((path, text))
            })
            .collect()
    }

    /// Leaves out of a `mod.rs` what is about files that are left out.
    pub(super) fn keep_modules(&self, path: &Path, syntax: &mut syn::File) {
        let folder = path.parent().unwrap_or(Path::new(""));
        let there = |name: &str| {
            let file = folder.join(name);
            self.chosen.contains(file.with_extension("rs").as_path())
                || self.chosen.contains(file.join("mod.rs").as_path())
        };
        syntax.items.retain(|item| match item {
            Item::Mod(module) if module.content.is_none() => there(&module.ident.to_string()),
            Item::Use(import) => match &import.tree {
                UseTree::Path(path) => names::is_external(&path.ident) || there(&path.ident.to_string()),
                _ => true,
            },
            _ => true,
        });
    }
}

/// Whether a file belongs to the list of endpoints, or to what can be done with one of which only the name is known.
pub(super) fn is_registry(path: &Path) -> bool {
    path.starts_with("registry")
}

/// Whether a file declares modules.
pub(super) fn is_module(path: &Path) -> bool {
    path.ends_with("mod.rs") || path.ends_with("lib.rs")
}

/// The registry with only the endpoints that are defined.
fn registry(text: &str, defined: &BTreeSet<&str>) -> Result<String> {
    let (before, rest) = text.split_once("\nfunctions! {").ok_or("the registry's list begins otherwise")?;
    let (list, after) = rest.split_once("\n}\n").ok_or("the registry's list ends otherwise")?;
    let mut kept = String::new();
    for group in list.split(';') {
        let Some((name, endpoints)) = group.split_once(':') else { continue };
        let endpoints: Vec<&str> =
            endpoints.split(',').map(str::trim).filter(|name| defined.contains(name)).collect();
        if !endpoints.is_empty() {
            kept = format!("{kept}{name}: {};", endpoints.join(", "));
        }
    }
    Ok(format!("{before}\nfunctions! {{{kept}\n}}\n{after}"))
}
