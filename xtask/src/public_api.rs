//! The public interface of the published crates as texts, one item a line: a change of it is seen in the diff, and one
//! that breaks users needs a new version.
//!
//! rustdoc describes a crate as JSON only when it is allowed unstable options. The compiler is not: building
//! everything anew for this would take minutes. So this program puts itself between cargo and rustdoc
//! ([`as_rustdoc`]).

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use lexopt::prelude::*;

use crate::Result;
use crate::metadata::{Metadata, Package, numbers};

/// Where the texts are.
const SNAPSHOTS: &str = "docs/public-api";

/// Set for the process that is to be rustdoc.
const AS_RUSTDOC: &str = "MOR_XTASK_AS_RUSTDOC";

/// Runs as rustdoc, if cargo started this program as one.
pub(crate) fn as_rustdoc() -> Option<ExitCode> {
    let rustdoc = std::env::var_os(AS_RUSTDOC)?;
    let status = Command::new(rustdoc).args(std::env::args_os().skip(1)).env("RUSTC_BOOTSTRAP", "1").status();
    let code = status.ok().and_then(|status| status.code()).and_then(|code| u8::try_from(code).ok());
    Some(ExitCode::from(code.unwrap_or(101)))
}

pub(crate) fn run(arguments: &mut lexopt::Parser) -> Result<()> {
    let write = match arguments.next()? {
        None => false,
        Some(Long("write")) => true,
        Some(other) => return Err(other.unexpected().into()),
    };
    let metadata = Metadata::read()?;
    describe(&metadata)?;
    let last_tag = last_tag(&metadata.root())?;
    let mut problems = Vec::new();
    for package in metadata.published().filter(Package::has_library) {
        let name = package.name();
        let json = metadata.target().join("doc").join(format!("{}.json", name.replace('-', "_")));
        let now = items(&json)?;
        let relative = format!("{SNAPSHOTS}/{name}.txt");
        let path = metadata.root().join(&relative);
        if write {
            fs::write(&path, format!("{}\n", now.iter().cloned().collect::<Vec<_>>().join("\n")))?;
        } else {
            let kept = lines(&fs::read_to_string(&path).unwrap_or_default());
            let changes = changes(&kept, &now);
            if !changes.is_empty() {
                problems.push(format!(
                    "{name}: differs from {relative}; cargo xtask public-api --write accepts it\n{changes}"
                ));
            }
        }
        if let Some(tag) = &last_tag
            && let Some(broken) = breaks(&metadata.root(), tag, &relative, &now, package.version())?
        {
            problems.push(format!("{name}: breaks users of {tag}, so it needs a new version\n{broken}"));
        }
        println!("{name}: {} public items", now.len());
    }
    match &last_tag {
        Some(tag) => println!("compared with the release {tag}"),
        None => println!("there is no release yet to be compared with"),
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n").into()) }
}

/// Lets rustdoc write its JSON.
fn describe(metadata: &Metadata) -> Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let rustdoc = std::env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into());
    let status = Command::new(cargo)
        .args(["doc", "--workspace", "--lib", "--no-deps", "--locked", "--quiet"])
        .current_dir(metadata.root())
        .env("RUSTDOC", std::env::current_exe()?)
        .env(AS_RUSTDOC, rustdoc)
        .env("RUSTDOCFLAGS", "-Zunstable-options --output-format=json --cap-lints=allow")
        .status()?;
    if status.success() { Ok(()) } else { Err("rustdoc could not describe the crates".into()) }
}

/// One line for each public item. What follows from a type by rules of the language (blanket implementations and the
/// like) is left out.
fn items(json: &Path) -> Result<BTreeSet<String>> {
    let api = public_api::Builder::from_rustdoc_json(json)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()?;
    Ok(api.items().map(ToString::to_string).collect())
}

fn lines(text: &str) -> BTreeSet<String> {
    text.lines().map(str::to_owned).collect()
}

/// What is gone and what is new.
fn changes(old: &BTreeSet<String>, new: &BTreeSet<String>) -> String {
    let gone = old.difference(new).map(|line| format!("- {line}"));
    let added = new.difference(old).map(|line| format!("+ {line}"));
    gone.chain(added).collect::<Vec<_>>().join("\n")
}

/// What users of a release lose, unless the version says so.
fn breaks(
    root: &Path,
    tag: &str,
    snapshot: &str,
    now: &BTreeSet<String>,
    version: &str,
) -> Result<Option<String>> {
    let Some(then) = git(root, &["show", &format!("{tag}:{snapshot}")])? else { return Ok(None) };
    let gone: Vec<String> = lines(&then).difference(now).map(|line| format!("- {line}")).collect();
    let may_break = may_break(tag.trim_start_matches('v'), version);
    Ok((!gone.is_empty() && !may_break).then(|| gone.join("\n")))
}

/// Whether a version may break users of another one: before 1.0 the second number says so.
fn may_break(old: &str, new: &str) -> bool {
    let ([old, old_second, _], [new, new_second, _]) = (numbers(old), numbers(new));
    if old == 0 && new == 0 { new_second > old_second } else { new > old }
}

fn last_tag(root: &Path) -> Result<Option<String>> {
    git(root, &["describe", "--tags", "--abbrev=0", "--match", "v[0-9]*"])
        .map(|tag| tag.map(|tag| tag.trim().to_owned()))
}

/// What git prints; `None` if it knows nothing of it.
fn git(root: &Path, arguments: &[&str]) -> Result<Option<String>> {
    let output = Command::new("git").arg("-C").arg(root).args(arguments).output()?;
    Ok(output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_comes_before_what_is_new() {
        let changes = changes(&lines("pub fn a()\npub fn b()"), &lines("pub fn b()\npub fn a(x: u8)"));
        assert_eq!(changes, "- pub fn a()\n+ pub fn a(x: u8)");
    }

    #[test]
    fn which_versions_may_break() {
        for (old, new, may) in [
            ("0.1.0", "0.1.0", false),
            ("0.1.0", "0.1.9", false),
            ("0.1.0", "0.2.0", true),
            ("0.9.0", "1.0.0", true),
            ("1.2.0", "1.3.0", false),
            ("1.2.0", "2.0.0", true),
        ] {
            assert_eq!(may_break(old, new), may, "{old} {new}");
        }
    }
}
