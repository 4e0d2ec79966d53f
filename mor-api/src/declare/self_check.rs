//! What a declaration promises beyond what the derive can see in its tokens.

use crate::declare::fault::same_text;
use crate::{Endpoint, Fault, Kind, Secret, Spec};

/// Checks an endpoint's description; the derive puts a test that calls it beside every endpoint.
///
/// # Errors
///
/// Says which promise is broken.
pub fn check_declaration<E: Endpoint>() -> Result<(), String> {
    check_params(E::SPEC)?;
    check_texts(E::Fault::TEXTS)
}

fn check_params(spec: &Spec) -> Result<(), String> {
    for (index, param) in spec.params.iter().enumerate() {
        let name = param.name;
        if spec.params.iter().take(index).any(|other| other.name == name) {
            return Err(format!("the wire name `{name}` stands twice: in the struct and in its set"));
        }
        if param.hash_order.is_some() && param.kind == Kind::File {
            return Err(format!("`{name}` is a file: the server hashes no files"));
        }
        if param.kind == Kind::Text && Secret::is_secret_name(name) {
            return Err(format!("`{name}` has the name of a secret: its type should be `mor_api::Secret`"));
        }
        let Kind::Choice(words) = param.kind else { continue };
        if words.is_empty() {
            return Err(format!("`{name}` is a choice among no words"));
        }
        if let Some(word) = words.iter().enumerate().find_map(|(at, word)| {
            words.iter().skip(at + 1).any(|other| other.eq_ignore_ascii_case(word)).then_some(word)
        }) {
            return Err(format!("`{name}` has the word `{word}` twice"));
        }
    }
    Ok(())
}

fn check_texts(texts: &[&str]) -> Result<(), String> {
    for (at, text) in texts.iter().enumerate() {
        if let Some(other) = texts.iter().skip(at + 1).find(|other| same_text(text, other)) {
            return Err(format!("the refusals {text:?} and {other:?} cannot be told apart"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::__private::{Stub, join_params};
    use crate::ParamSpec;

    fn with(kind: Kind, hash_order: Option<u16>) -> Result<(), String> {
        let param = ParamSpec { name: "a", field: "a", hash_order, required: true, kind, doc: "" };
        check(vec![param])
    }

    fn check(params: Vec<ParamSpec>) -> Result<(), String> {
        check_params(&Spec { params: params.leak(), ..*Stub::SPEC })
    }

    #[test]
    fn a_name_of_the_struct_is_no_name_of_its_set() {
        let of = |name| ParamSpec {
            name,
            field: name,
            hash_order: None,
            required: false,
            kind: Kind::Text,
            doc: "",
        };
        assert_eq!(check(vec![of("name"), of("note")]), Ok(()));
        let twice = check(join_params::<3>(&[of("name"), of("note")], &[of("note")]).to_vec());
        assert!(twice.unwrap_err().contains("`note` stands twice"));
    }

    #[test]
    fn broken_promises_are_named() {
        assert_eq!(with(Kind::Choice(&["x", "y"]), Some(1)), Ok(()));
        assert!(with(Kind::File, Some(1)).unwrap_err().contains("file"));
        let of = |kind| ParamSpec {
            name: "card_pin",
            field: "pin",
            hash_order: None,
            required: true,
            kind,
            doc: "",
        };
        assert_eq!(check(vec![of(Kind::Secret)]), Ok(()));
        assert!(check(vec![of(Kind::Text)]).unwrap_err().contains("`card_pin` has the name of a secret"));
        assert!(with(Kind::Choice(&[]), None).unwrap_err().contains("no words"));
        assert!(with(Kind::Choice(&["x", "X"]), None).unwrap_err().contains("`x` twice"));
        assert!(check_texts(&["Not found", "Other", "not found."]).unwrap_err().contains("not found."));
    }
}
