//! Pairs of a typed function and its facts.

use mor_api::{AnswerError, Payload};
use mor_endpoints::Function;
use mor_sim::catalog;
use serde_json::Value;

/// Every function of the catalog that has an endpoint, with its facts.
pub fn pairs() -> impl Iterator<Item = (&'static Function, &'static catalog::Function)> {
    facts().filter_map(|facts| Some((mor_endpoints::find(&facts.name)?, facts)))
}

/// Every function of the catalog, or of the group that is asked for.
pub fn facts() -> impl Iterator<Item = &'static catalog::Function> {
    let group = std::env::var("CONFORMANCE_GROUP").ok();
    if let Some(group) = &group {
        let is_known = catalog::functions().iter().any(|facts| facts.group == *group);
        assert!(is_known, "CONFORMANCE_GROUP: `{group}` is not a group of the catalog");
    }
    catalog::functions().iter().filter(move |facts| group.as_ref().is_none_or(|group| *group == facts.group))
}

/// A decoded response as JSON.
pub fn json_of(function: &Function, body: Payload<'_>) -> Result<Value, AnswerError> {
    function.decode(body).map(|response| serde_json::to_value(&response).unwrap())
}

/// Fails with all disagreements, one a line.
#[track_caller]
pub fn assert_none(disagreements: &[String]) {
    assert!(disagreements.is_empty(), "{} disagreements:\n{}", disagreements.len(), disagreements.join("\n"));
}

/// A document that holds a text at a path of elements.
pub fn document(path: &str, text: &str) -> String {
    let open: String = path.split('/').map(|name| format!("<{name}>")).collect();
    let close: String = path.split('/').rev().map(|name| format!("</{name}>")).collect();
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!("{open}{text}{close}")
}
