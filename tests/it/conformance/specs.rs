//! Names, parameters, places in the hash.

use std::collections::{BTreeMap, BTreeSet};

use mor_api::{Effect, Identity, Kind, Spec};
use mor_sim::catalog::{self, CallerRule, HashRule};

use crate::conformance::support::{assert_none, facts, pairs};

#[test]
fn every_function_of_the_catalog_has_an_endpoint() {
    let missing: Vec<String> = facts()
        .filter(|facts| mor_endpoints::find(&facts.name).is_none())
        .map(|facts| format!("{} ({})", facts.name, facts.group))
        .collect();
    assert_none(&missing);
}

#[test]
fn every_endpoint_is_in_the_catalog_and_listed_once() {
    let mut seen = BTreeSet::new();
    for spec in mor_endpoints::all() {
        assert!(catalog::find(spec.function).is_some(), "{} is not in the catalog", spec.function);
        assert!(seen.insert(spec.function), "{} is listed twice", spec.function);
    }
}

#[test]
fn names_and_properties_agree() {
    let mut wrong = Vec::new();
    for (function, facts) in pairs() {
        let spec = function.spec();
        let mut compare = |what: &str, declared: String, fact: String| {
            if declared != fact {
                wrong.push(format!("{}: {what} is {declared:?}, in the catalog {fact:?}", facts.name));
            }
        };
        compare("name", spec.function.to_owned(), facts.name.clone());
        let aliases: BTreeSet<&str> = spec.aliases.iter().copied().collect();
        let facts_aliases: BTreeSet<&str> = facts.aliases.iter().map(String::as_str).collect();
        compare("aliases", format!("{aliases:?}"), format!("{facts_aliases:?}"));
        compare("group", function.group().to_owned(), facts.group.clone());
        compare("since", spec.since.unwrap_or_default().to_owned(), facts.since.clone());
        compare("addon", spec.addon.unwrap_or_default().to_owned(), facts.addon.clone());
        compare("effect", effect(spec.effect), format!("{:?}", facts.effect));
        compare("signed", spec.signed.to_string(), (facts.hash == HashRule::Checked).to_string());
        compare("caller", caller(spec).to_owned(), format!("{:?}", facts.caller));
        if spec.doc.is_empty() {
            wrong.push(format!("{}: no documentation", facts.name));
        }
    }
    assert_none(&wrong);
}

fn effect(effect: Effect) -> String {
    format!("{effect:?}")
}

fn caller(spec: &Spec) -> &'static str {
    match spec.caller {
        Identity::None => "None",
        Identity::Sent => "Sent",
        Identity::Hashed(_) | Identity::HashedUnless(..) => "Hashed",
        Identity::Field | Identity::FieldOr(_)
            if spec.param("u").is_some_and(|param| param.hash_order.is_some()) =>
        {
            "Hashed"
        }
        Identity::Field | Identity::FieldOr(_) => "Sent",
    }
}

/// Place in the hash and whether required, by wire name.
type Params = BTreeMap<String, (Option<u32>, bool)>;

#[test]
fn parameters_agree() {
    let mut wrong = Vec::new();
    for (function, facts) in pairs() {
        let (declared, known) = (declared(function.spec()), known(facts));
        let names: BTreeSet<&String> = declared.keys().chain(known.keys()).collect();
        for name in names {
            if declared.get(name) != known.get(name) {
                let (declared, known) = (declared.get(name), known.get(name));
                wrong.push(format!(
                    "{}: `{name}` (place, required) is {declared:?}, in the catalog {known:?}",
                    facts.name
                ));
            }
        }
    }
    assert_none(&wrong);
}

fn declared(spec: &Spec) -> Params {
    let mut params: Params = spec
        .params
        .iter()
        .map(|param| (param.name.to_owned(), (param.hash_order.map(u32::from), param.required)))
        .collect();
    for (name, identity) in [("u", spec.caller), ("p", spec.password)] {
        match identity {
            Identity::Hashed(place) | Identity::HashedUnless(place, _) => {
                params.insert(name.to_owned(), (Some(u32::from(place)), true));
            }
            // That `u` is sent and not hashed is no parameter of the catalog's functions.
            Identity::Sent if name == "p" => drop(params.insert(name.to_owned(), (None, true))),
            _ => {}
        }
    }
    params
}

fn known(facts: &catalog::Function) -> Params {
    facts
        .params
        .iter()
        .filter(|param| param.name != "u" || facts.caller == CallerRule::Hashed)
        .map(|param| (param.name.clone(), (param.hash_order, param.required)))
        .collect()
}

#[test]
fn every_documented_word_is_a_word_of_its_choice() {
    let mut wrong = Vec::new();
    for (function, facts) in pairs() {
        for fact in &facts.params {
            let Some(param) = function.spec().param(&fact.name) else { continue };
            let Kind::Choice(words) = param.kind else { continue };
            for word in fact.values.iter().filter(|word| !words.contains(&word.as_str())) {
                wrong.push(format!("{}: `{}` lacks the word {word:?}", facts.name, fact.name));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_parameter_is_documented() {
    let undocumented: Vec<String> = mor_endpoints::all()
        .iter()
        .flat_map(|spec| spec.params.iter().map(move |param| (spec, param)))
        .filter(|(_, param)| param.doc.is_empty())
        .map(|(spec, param)| format!("{}: {}", spec.function, param.name))
        .collect();
    assert_none(&undocumented);
}
