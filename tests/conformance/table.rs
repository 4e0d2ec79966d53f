//! The tables of all functions in the documentation.
//!
//! `UPDATE_DOCS=1 cargo test -p mor --test conformance table` writes them anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use mor_sim::catalog;

const START: &str = "<!-- functions: written by tests/conformance/table.rs -->";
const END: &str = "<!-- end of functions -->";

#[test]
fn the_tables_of_functions_are_up_to_date() {
    let table = table();
    for file in ["README.md", "docs/functions.md"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let old = fs::read_to_string(&path).unwrap();
        let (before, rest) = old.split_once(START).unwrap_or_else(|| panic!("{file} has no {START}"));
        let (_, after) = rest.split_once(END).unwrap_or_else(|| panic!("{file} has no {END}"));
        let new = format!("{before}{START}\n\n{table}\n{END}{after}");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(&path, new).unwrap();
        } else {
            assert!(old == new, "{file} is stale: UPDATE_DOCS=1 cargo test -p mor --test conformance table");
        }
    }
}

fn table() -> String {
    let mut table =
        "| group | function | type | effect | since | confidence |\n|---|---|---|---|---|---|\n".to_owned();
    for function in mor_endpoints::functions() {
        let spec = function.spec();
        let facts = catalog::find(spec.function).unwrap();
        let aliases: String = spec.aliases.iter().map(|alias| format!("<br>`{alias}`")).collect();
        writeln!(
            table,
            "| {} | `{}`{aliases} | `{}` | {} | {} | {} |",
            function.group(),
            spec.function,
            function.type_name(),
            spec.effect,
            spec.since.unwrap_or("?"),
            facts.confidence,
        )
        .unwrap();
    }
    table
}
