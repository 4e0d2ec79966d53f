//! The catalog as data: what is known about each function of the API, one embedded TOML file per function.
//!
//! A client can compare its own declarations with it; the simulator itself runs on it. [`Function`] also describes
//! functions that are not in the catalog, for [`Builder::function`](crate::Builder::function).

mod common;
mod describe;
mod functions;
mod model;
#[cfg(feature = "spec")]
mod spec;
mod validate;

use std::sync::LazyLock;

pub(crate) use common::common;
pub(crate) use functions::Functions;
pub use functions::UnknownFunction;
pub use model::{
    CallerRule, DocumentedError, Effect, Function, HashRule, Param, ParamType, Response, ResponseKind,
    Source, Vector,
};
pub use validate::FunctionError;

/// File name and text of every catalog file but `COMMON.toml`, sorted by name.
const FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/catalog_files.rs"));

#[expect(clippy::expect_used, reason = "the files are embedded, and a test parses every one of them")]
static FUNCTIONS: LazyLock<Vec<Function>> = LazyLock::new(|| {
    FILES.iter().map(|(_, text)| toml::from_str(text).expect("an embedded catalog file parses")).collect()
});

/// Every function of the catalog, sorted by name.
#[must_use]
pub fn functions() -> &'static [Function] {
    &FUNCTIONS
}

/// The function with this name, or with this older name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Function> {
    functions()
        .iter()
        .find(|function| function.name == name || function.aliases.iter().any(|alias| alias == name))
}

/// The current name of a function of the catalog that may be given by an older one; other names stay as they are.
pub(crate) fn current_name(name: &str) -> &str {
    find(name).map_or(name, |function| function.name.as_str())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn every_file_of_the_catalog_is_embedded_unchanged() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/catalog");
        let mut on_disk = BTreeMap::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if path.extension().is_some_and(|extension| extension == "toml") && name != "COMMON.toml" {
                on_disk.insert(name, std::fs::read_to_string(path).unwrap());
            }
        }
        let embedded: BTreeMap<String, String> =
            FILES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();

        assert_eq!(on_disk, embedded);
    }

    #[test]
    fn every_file_parses_and_describes_the_function_of_its_name() {
        for (file, text) in FILES {
            let function: Function = toml::from_str(text).unwrap_or_else(|error| panic!("{file}: {error}"));
            assert_eq!(*file, format!("{}.toml", function.name));
        }
        assert!(functions().len() > 140, "only {} functions", functions().len());
    }

    /// Added functions may leave them out; in the catalog a missing key would be a forgotten fact.
    #[test]
    fn every_file_has_every_key() {
        for (file, text) in FILES {
            let table: toml::Table = toml::from_str(text).unwrap();
            for key in [
                "name",
                "aliases",
                "group",
                "since",
                "addon",
                "summary",
                "effect",
                "hash",
                "caller",
                "get",
                "confidence",
                "notes",
            ] {
                assert!(table.contains_key(key), "{file}: {key}");
            }
            for param in table.get("param").and_then(toml::Value::as_array).into_iter().flatten() {
                for key in ["name", "required", "type", "doc"] {
                    assert!(param.get(key).is_some(), "{file}: {key} of {param}");
                }
            }
        }
    }

    #[test]
    fn no_name_or_alias_is_used_twice() {
        let mut seen = BTreeMap::new();
        for function in functions() {
            for name in std::iter::once(&function.name).chain(&function.aliases) {
                assert_eq!(seen.insert(name, &function.name), None, "{name} is used twice");
            }
        }
    }

    #[test]
    fn a_function_is_found_by_an_older_name() {
        let function = find("buy_card_from_callingroup").unwrap();
        assert_eq!(function.name, "card_from_group_sell");
        assert_eq!(find("no_such_function"), None);
    }
}
