//! A declared function as JSON: the same for `mor describe` and `mor functions`.

use mor_api::Identity;
use mor_endpoints::Function;
use serde_json::{Map, Value, json};

use super::response;

/// Parameters, hash and response of a function.
pub(in crate::commands) fn to_json(function: &Function) -> Map<String, Value> {
    let spec = function.spec();
    let params = spec.params.iter().map(|param| {
        json!({
            "name": param.name, "hash_order": param.hash_order, "required": param.required,
            "type": param.kind.name(), "values": param.kind.values(), "doc": param.doc,
        })
    });
    let declaration = json!({
        "name": spec.function, "aliases": spec.aliases, "group": function.group(), "since": spec.since,
        "addon": spec.addon, "effect": spec.effect.name(), "verify": spec.verify, "signed": spec.signed,
        "caller": identity(spec.caller), "password": identity(spec.password), "doc": spec.doc,
        "hash_order": spec.hash_names().collect::<Vec<_>>(),
        "params": params.collect::<Vec<_>>(),
        "rules": spec.rules.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "response": response::to_json(spec.response),
    });
    if let Value::Object(declaration) = declaration { declaration } else { Map::new() }
}

/// How a part of the credentials travels, in one word.
fn identity(identity: Identity) -> &'static str {
    match identity {
        Identity::None => "none",
        Identity::Sent => "sent",
        Identity::Hashed(_) | Identity::HashedUnless(..) => "hashed",
        Identity::Field | Identity::FieldOr(_) => "field",
    }
}
