//! What cargo knows about the workspace.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::Result;

/// The output of `cargo metadata`.
pub(crate) struct Metadata(Value);

impl Metadata {
    pub(crate) fn read() -> Result<Self> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo).args(["metadata", "--format-version=1", "--locked"]).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
        }
        Ok(Self(serde_json::from_slice(&output.stdout)?))
    }

    /// The directory of the workspace.
    pub(crate) fn root(&self) -> PathBuf {
        PathBuf::from(text(&self.0, "workspace_root"))
    }

    /// Where cargo builds.
    pub(crate) fn target(&self) -> PathBuf {
        PathBuf::from(text(&self.0, "target_directory"))
    }

    /// The crates of the workspace.
    pub(crate) fn members(&self) -> impl Iterator<Item = Package<'_>> {
        let members = list(&self.0, "workspace_members");
        self.packages().filter(move |package| members.iter().any(|id| id.as_str() == Some(package.id())))
    }

    /// The crates of the workspace that are published.
    pub(crate) fn published(&self) -> impl Iterator<Item = Package<'_>> {
        self.members().filter(|package| package.0.get("publish").is_none_or(Value::is_null))
    }

    /// A package and all it is built from: dependencies for tests are none.
    pub(crate) fn built_from<'m>(&'m self, package: &Package<'m>) -> Vec<Package<'m>> {
        let nodes = self.0.pointer("/resolve/nodes").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let mut found: Vec<&str> = vec![package.id()];
        let mut at = 0;
        while let Some(id) = found.get(at).copied() {
            at += 1;
            let Some(node) = nodes.iter().find(|node| text(node, "id") == id) else { continue };
            for dependency in list(node, "deps") {
                let is_built = list(dependency, "dep_kinds").iter().any(|kind| text(kind, "kind") != "dev");
                let id = text(dependency, "pkg");
                if is_built && !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        self.packages().filter(|package| found.contains(&package.id())).collect()
    }

    fn packages(&self) -> impl Iterator<Item = Package<'_>> {
        list(&self.0, "packages").iter().map(Package)
    }
}

/// One package.
pub(crate) struct Package<'m>(&'m Value);

impl<'m> Package<'m> {
    pub(crate) fn name(&self) -> &'m str {
        text(self.0, "name")
    }

    pub(crate) fn version(&self) -> &'m str {
        text(self.0, "version")
    }

    /// The oldest Rust it says it works with.
    pub(crate) fn rust_version(&self) -> Option<&'m str> {
        self.0.get("rust_version").and_then(Value::as_str)
    }

    pub(crate) fn manifest(&self) -> &'m Path {
        Path::new(text(self.0, "manifest_path"))
    }

    /// Whether others can depend on it.
    pub(crate) fn has_library(&self) -> bool {
        let kinds = list(self.0, "targets").iter().flat_map(|target| list(target, "kind"));
        kinds.filter_map(Value::as_str).any(|kind| kind == "lib" || kind == "proc-macro")
    }

    fn id(&self) -> &'m str {
        text(self.0, "id")
    }
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A version's numbers, `1.88` as well as `1.88.0`.
pub(crate) fn numbers(version: &str) -> [u64; 3] {
    let mut parts = version.split(['.', '-', '+']).map(|part| part.parse().unwrap_or(0));
    [(); 3].map(|()| parts.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_their_numbers() {
        assert_eq!(numbers("1.88"), [1, 88, 0]);
        assert_eq!(numbers("1.88.1-beta.2"), [1, 88, 1]);
        assert!(numbers("1.9") < numbers("1.88.0"));
    }

    #[test]
    fn what_is_published_is_built_from_itself_and_from_no_test_tool() {
        let metadata = Metadata::read().unwrap();
        let names: Vec<_> = metadata.published().map(|package| package.name()).collect();
        assert!(
            names.contains(&"mor-api") && !names.contains(&"xtask") && !names.contains(&"mor-tests"),
            "{names:?}"
        );
        let api = metadata.published().find(|package| package.name() == "mor-api").unwrap();
        let from: Vec<_> = metadata.built_from(&api).iter().map(Package::name).collect();
        assert!(from.contains(&"mor-api") && from.contains(&"sha1") && from.contains(&"zeroize"), "{from:?}");
        assert!(!from.contains(&"trybuild"), "{from:?}");
    }
}
