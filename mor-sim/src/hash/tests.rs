//! Every published worked example of the catalog, and the catalog's order against the global list.

use secrecy::SecretString;

use super::{check::digest, global, input, uses_global_list};
use crate::{
    catalog::{Vector, common, find, functions},
    http::Params,
};

/// Examples that hold, but not for the request as printed.
const EXCEPTIONS: [(&str, &str); 3] = [
    ("user_balance_get", "the page prints the placeholder USERNAME and the hash of user_admin"),
    (
        "user_simple_balance_get",
        "the function has no hash; a test suite sends one over id and currency all the same",
    ),
    (
        "user_details_raw_get",
        "the example of user_details_get copied over; the page lists u among the hashed ones",
    ),
];

fn parameters(request: &str) -> Params {
    let query = request.rsplit_once('?').map_or(request, |(_, query)| query);
    Params::merge(Params::pairs(query.as_bytes()))
}

fn hash_of(function: &str, request: &str, key: &str) -> String {
    let params = parameters(request);
    let input =
        find(function).map_or_else(|| global::input(function, &params), |function| input(function, &params));
    digest(input.parts.iter().map(|(_, value)| value.as_bytes()), &SecretString::from(key))
}

/// The example's request and key, if the page states both.
fn stated(vector: &Vector) -> Option<(&str, &str)> {
    vector.request.as_deref().zip(vector.key.as_deref()).filter(|_| vector.ok)
}

#[test]
fn every_published_example_is_reproduced() {
    let mut checked = 0;
    for function in functions() {
        for (vector, (request, key)) in
            function.vectors.iter().filter_map(|vector| Some((vector, stated(vector)?)))
        {
            let holds = hash_of(&function.name, request, key) == vector.sha1;
            let exception = EXCEPTIONS.iter().any(|(name, _)| *name == function.name);
            assert_ne!(holds, exception, "{} {request} ({})", function.name, vector.note);
            checked += 1;
        }
    }
    assert!(checked > 100, "only {checked} examples");
}

#[test]
fn every_example_without_a_function_is_reproduced() {
    for vector in &common().vectors {
        let (request, key) = stated(vector).unwrap();
        let function =
            request.split_once('?').map_or("any function of the global list", |(function, _)| function);
        assert_eq!(hash_of(function, request, key), vector.sha1, "{}", vector.note);
    }
}

#[test]
fn the_catalog_orders_hashed_parameters_as_the_global_list_does() {
    let order: Vec<&str> = common().hash.order().collect();
    let mut checked = 0;
    for function in functions().iter().filter(|function| uses_global_list(function)) {
        let mut params: Vec<_> = function
            .params
            .iter()
            .filter_map(|param| Some((param.hash_order?, param.name.as_str())))
            .collect();
        params.sort_unstable();
        let places: Vec<_> = params
            .iter()
            .map(|(_, name)| {
                order.iter().position(|on_list| on_list == name).unwrap_or_else(|| {
                    panic!("{}: {name} is not on the list", function.name);
                })
            })
            .collect();
        assert!(places.is_sorted_by(|a, b| a < b), "{}: {params:?}", function.name);
        checked += 1;
    }
    assert!(checked > 50, "only {checked} functions");
}

#[test]
fn the_catalog_marks_every_parameter_of_the_global_list_as_hashed() {
    for function in functions().iter().filter(|function| uses_global_list(function)) {
        for param in function.params.iter().filter(|param| param.hash_order.is_none()) {
            let params = Params::merge([(param.name.clone(), "1".to_owned())]);
            let input = global::input(&function.name, &params);
            assert!(input.parts.is_empty() && input.dropped.is_empty(), "{}: {}", function.name, param.name);
        }
    }
}
