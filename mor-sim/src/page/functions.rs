//! The functions of the API by subject, from the catalog.

use std::{collections::BTreeMap, sync::LazyLock};

use maud::{Markup, PreEscaped, html};

use crate::catalog::{self, CallerRule, DocumentedError, Effect, Function, HashRule, Param, ResponseKind};

/// The catalog does not change while the program runs.
static SECTION: LazyLock<String> = LazyLock::new(|| render().into_string());

/// The functions that were added to this simulator, then those of the catalog.
pub(super) fn section(added: &[Function]) -> Markup {
    html! {
        @if !added.is_empty() {
            section #added {
                h2 { "Added functions" }
                @for function in added { (details(function)) }
            }
        }
        (PreEscaped(SECTION.as_str()))
    }
}

fn render() -> Markup {
    let mut groups: BTreeMap<&str, Vec<&Function>> = BTreeMap::new();
    for function in catalog::functions() {
        groups.entry(&function.group).or_default().push(function);
    }
    html! {
        section #functions {
            h2 { "Functions" }
            p { "All " (catalog::functions().len()) " of the catalog; the browser's own search finds what is folded up." }
            nav aria-label="Subjects" {
                @for (group, functions) in &groups {
                    a href={ "#group-" (group) } { (group.replace('_', " ")) " " small { (functions.len()) } }
                }
            }
            @for (group, functions) in &groups {
                h3 id={ "group-" (group) } { (group.replace('_', " ")) }
                @for function in functions { (details(function)) }
            }
        }
    }
}

fn details(function: &Function) -> Markup {
    html! {
        details {
            summary {
                code { (function.name) } " " (effect(function.effect))
                @for alias in &function.aliases { " " small { "older name " code { (alias) } } }
                br;
                (function.summary)
            }
            // A link to the inside makes the browser unfold it.
            div id=(function.name) {
                (facts(function))
                (params(&function.params))
                (errors(&function.errors))
                (sample(function))
                @if !function.notes.is_empty() { h4 { "Notes" } p { (function.notes) } }
            }
        }
    }
}

fn effect(effect: Effect) -> Markup {
    let (class, text) = match effect {
        Effect::Read => ("good", "reads"),
        Effect::Write => ("bad", "writes"),
        Effect::Session => ("open", "session"),
    };
    html! { span class=(class) { (text) } }
}

fn facts(function: &Function) -> Markup {
    let caller = match function.caller {
        CallerRule::Hashed => "u, sent and hashed",
        CallerRule::Sent => "u, sent but not hashed",
        CallerRule::None => "none",
    };
    let rows = [
        ("Hash", if function.hash == HashRule::Checked { "checked" } else { "never looked at" }),
        ("Caller", caller),
        ("GET", if function.get { "taken if the server allows it" } else { "never taken" }),
        ("Since", function.since.as_str()),
        ("Add-on", function.addon.as_str()),
        ("Known from", function.confidence.as_str()),
    ];
    html! {
        dl {
            @for (name, fact) in rows.iter().filter(|(_, fact)| !fact.is_empty()) {
                dt { (name) } dd { (fact) }
            }
        }
    }
}

fn params(params: &[Param]) -> Markup {
    html! {
        @if !params.is_empty() {
            h4 { "Parameters" }
            div.scroll role="region" aria-label="Parameters" tabindex="0" {
                table {
                    thead { tr { @for head in ["Place in the hash", "Name", "Type", "Meaning"] { th scope="col" { (head) } } } }
                    tbody { @for param in params { (row(param)) } }
                }
            }
        }
    }
}

fn row(param: &Param) -> Markup {
    html! {
        tr {
            td { @if let Some(place) = param.hash_order { (place) } @else { "–" } }
            td { code { (param.name) } @if param.required { " required" } }
            td { (format!("{:?}", param.kind)) }
            td {
                (param.doc)
                @if !param.values.is_empty() { " Values: " code { (param.values.join(" | ")) } "." }
                @if let Some(default) = &param.default { " Default: " (default) "." }
            }
        }
    }
}

fn errors(errors: &[DocumentedError]) -> Markup {
    html! {
        @if !errors.is_empty() {
            h4 { "Errors" }
            ul {
                @for error in errors {
                    li { q { (error.message) } " at " code { (error.at) } @if !error.doc.is_empty() { ": " (error.doc) } }
                }
            }
        }
    }
}

/// The answer that the simulator sends.
fn sample(function: &Function) -> Markup {
    let is_success = |kind| kind == ResponseKind::Success;
    let sample = function.responses.iter().find(|response| is_success(response.kind));
    html! {
        @if let Some(sample) = sample.or(function.responses.first()) {
            h4 { "Sample answer" }
            @if !sample.doc.is_empty() { p { (sample.doc) } }
            pre tabindex="0" { code { (sample.xml.trim()) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_is_there_with_its_older_names_and_parameters() {
        let page = section(&[]).0;
        for function in catalog::functions() {
            let details = details(function).into_string();
            assert!(page.contains(&details), "{}", function.name);
            assert!(details.contains(&format!("<div id=\"{}\">", function.name)), "{}", function.name);
            let params = function.params.iter().map(|param| &param.name);
            for name in function.aliases.iter().chain(params) {
                assert!(details.contains(&format!("<code>{name}</code>")), "{name}");
            }
        }
    }

    #[test]
    fn no_function_has_the_id_of_a_part_of_the_page() {
        for id in ["requests", "server", "functions", "added"] {
            assert_eq!(catalog::find(id), None);
        }
        assert!(catalog::functions().iter().all(|function| !function.name.starts_with("group-")));
    }

    #[test]
    fn samples_are_shown_as_text() {
        let function = catalog::find("users_get").unwrap();
        let shown = sample(function).into_string();
        assert!(shown.contains("&lt;page&gt;") && !shown.contains("<page>"), "{shown}");
    }
}
