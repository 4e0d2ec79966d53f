//! The tables of all functions in the documentation.
//!
//! `UPDATE_DOCS=1 cargo test -p mor-tests conformance table` writes them anew.

use std::fmt::Write as _;
use std::fs;

use mor_sim::catalog;

use crate::conformance::docs;

const START: &str = "<!-- functions: written by tests/it/conformance/table.rs -->";
const END: &str = "<!-- end of functions -->";

#[test]
fn the_tables_of_functions_are_up_to_date() {
    for (file, pages) in [("README.md", "docs/functions"), ("docs/functions.md", "functions")] {
        let table = table(pages);
        let old = fs::read_to_string(docs::path(file)).unwrap();
        let (before, rest) = old.split_once(START).unwrap_or_else(|| panic!("{file} has no {START}"));
        let (_, after) = rest.split_once(END).unwrap_or_else(|| panic!("{file} has no {END}"));
        let new = format!("{before}{START}\n\n{table}\n{END}{after}");
        docs::assert_is(file, &new);
    }
}

fn table(pages: &str) -> String {
    let mut table =
        "| group | function | type | effect | since | confidence |\n|---|---|---|---|---|---|\n".to_owned();
    for function in mor_endpoints::functions() {
        let (spec, group) = (function.spec(), function.group());
        let facts = catalog::find(spec.function).unwrap();
        let aliases: String = spec.aliases.iter().map(|alias| format!("<br>`{alias}`")).collect();
        writeln!(
            table,
            "| [{group}]({pages}/{group}.md) | `{}`{aliases} | `{}` | {} | {} | {} |",
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
