//! What was found out about a hash, for people and as JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::digits::Impostor;
use super::recipe::Recipe;
use super::request::Request;

/// What was found out.
#[derive(Debug)]
pub(super) enum Report {
    /// The server does not look at the hash.
    NotChecked,
    /// It is not a hash but this.
    NoHash(Impostor),
    NotFound {
        hash: String,
    },
    Found(Recipe),
}

impl Report {
    /// Whether it is known how the hash was made, or that there is nothing to know.
    pub(super) fn is_explained(&self) -> bool {
        matches!(self, Self::NotChecked | Self::Found(_))
    }

    pub(super) fn to_json(&self, request: &Request) -> Value {
        let found = match self {
            Self::Found(recipe) => Some(recipe),
            Self::NotChecked | Self::NoHash(_) | Self::NotFound { .. } => None,
        };
        let parts = found.map(|recipe| {
            let part =
                |(name, text): &(String, String)| json!({"param": name, "value": request.shown(name, text)});
            recipe.parts.iter().map(part).collect::<Vec<_>>()
        });
        let names: Vec<&str> = request.declared.iter().map(|(name, _)| name.as_str()).collect();
        let impostor = if let Self::NoHash(impostor) = self { Some(impostor) } else { None };
        json!({
            "function": request.function,
            "checked": !matches!(self, Self::NotChecked),
            "found": found.is_some(),
            "correct": found.is_some_and(|recipe| recipe.differences.is_empty() && request.is_declared),
            "hash_parts": parts,
            "key": found.map(|recipe| &recipe.key),
            "differences": found.map(|recipe| &recipe.differences),
            "declared": request.is_declared.then_some(names),
            "no_hash": impostor,
            "remarks": request.remarks(),
        })
    }

    pub(super) fn to_text(&self, request: &Request) -> String {
        let function = &request.function;
        let names = request.declared.iter().map(|(name, _)| name.as_str());
        let correct = names.chain(["API secret key"]).collect::<Vec<_>>().join(" + ");
        let mut text = match self {
            Self::NotChecked => {
                format!("{function} checks no hash: the server takes the request with any, or without.\n")
            }
            Self::NoHash(impostor) => format!("Not a hash: {impostor}.\n"),
            Self::NotFound { hash } => format!("No plausible recipe gives {hash}.\n"),
            Self::Found(recipe) if recipe.differences.is_empty() && request.is_declared => {
                format!("The hash is right: {correct}.\n")
            }
            Self::Found(recipe) => format!("{:<24} {}\n", "The hash was made from", recipe.describe()),
        };
        match self {
            Self::Found(recipe) if request.is_declared && !recipe.differences.is_empty() => {
                let _ = writeln!(text, "{:<24} {correct}", "The function hashes");
            }
            Self::NotFound { .. } if request.is_declared => {
                let _ = writeln!(text, "{function} hashes {correct}.");
            }
            _ => {}
        }
        if let Self::NotFound { .. } = self {
            text.push_str("Most likely the key is another one, or a value differs from what was hashed.\n");
        }
        if let Self::Found(recipe) = self {
            for difference in &recipe.differences {
                let _ = writeln!(text, "- {difference}");
            }
        }
        for remark in request.remarks() {
            let _ = writeln!(text, "- {remark}");
        }
        text
    }
}
