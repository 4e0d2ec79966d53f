//! What the crates promise about themselves and what they are built from, as far as cargo-deny (`deny.toml`) does not
//! look at it.

use std::fs;

use crate::Result;
use crate::metadata::{Metadata, numbers};

pub(crate) fn run() -> Result<()> {
    let metadata = Metadata::read()?;
    let mut problems = unsafe_is_allowed(&metadata)?;
    problems.extend(too_new(&metadata));
    if problems.is_empty() {
        let crates =
            metadata.published().map(|package| metadata.built_from(&package).len()).max().unwrap_or(0);
        println!(
            "every crate forbids unsafe code; of up to {crates} packages none wants a newer Rust than is promised"
        );
        return Ok(());
    }
    Err(problems.join("\n").into())
}

/// Crates whose manifest does not forbid unsafe code, by the workspace's lints or by its own.
fn unsafe_is_allowed(metadata: &Metadata) -> Result<Vec<String>> {
    let workspace: toml::Table = toml::from_str(&fs::read_to_string(metadata.root().join("Cargo.toml"))?)?;
    let shared = forbids(workspace.get("workspace").and_then(|workspace| workspace.get("lints")));
    let mut problems = Vec::new();
    for package in metadata.members() {
        let manifest: toml::Table = toml::from_str(&fs::read_to_string(package.manifest())?)?;
        let lints = manifest.get("lints");
        let inherits =
            lints.and_then(|lints| lints.get("workspace")).and_then(toml::Value::as_bool) == Some(true);
        if !(inherits && shared || forbids(lints)) {
            problems.push(format!(
                "{}: its manifest does not forbid unsafe code: [lints] workspace = true",
                package.name()
            ));
        }
    }
    Ok(problems)
}

fn forbids(lints: Option<&toml::Value>) -> bool {
    let level = lints.and_then(|lints| lints.get("rust")).and_then(|rust| rust.get("unsafe_code"));
    level.and_then(toml::Value::as_str) == Some("forbid")
}

/// What published crates are built from and wants a newer Rust than they promise to work with.
fn too_new(metadata: &Metadata) -> Vec<String> {
    let mut problems = Vec::new();
    for package in metadata.published() {
        let Some(promised) = package.rust_version() else {
            problems.push(format!("{}: it does not say which Rust it works with", package.name()));
            continue;
        };
        for dependency in metadata.built_from(&package) {
            if let Some(wanted) =
                dependency.rust_version().filter(|wanted| numbers(wanted) > numbers(promised))
            {
                let (name, version) = (dependency.name(), dependency.version());
                problems.push(format!(
                    "{}: it promises Rust {promised}, but {name} {version} wants {wanted}",
                    package.name()
                ));
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidding_is_more_than_denying() {
        let lints = |text: &str| toml::Value::Table(toml::from_str(text).unwrap());
        assert!(forbids(Some(&lints("rust.unsafe_code = 'forbid'"))));
        assert!(!forbids(Some(&lints("rust.unsafe_code = 'deny'"))));
        assert!(!forbids(Some(&lints("workspace = true"))));
        assert!(!forbids(None));
    }

    /// The check itself, so that `cargo test --workspace` holds it.
    #[test]
    fn the_workspace_keeps_its_promises() {
        let metadata = Metadata::read().unwrap();
        assert_eq!(unsafe_is_allowed(&metadata).unwrap(), Vec::<String>::new());
        assert_eq!(too_new(&metadata), Vec::<String>::new());
    }
}
