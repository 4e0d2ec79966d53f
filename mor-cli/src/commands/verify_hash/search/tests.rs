//! Every kind of recipe once, and the bound of the search.

use std::time::{Duration, Instant};

use super::*;

const FORMULA: &str = "a + b + c + API secret key";

fn keys() -> [Key; 2] {
    let key = |name: &str, text: &str, configured| Key { name: name.into(), secret: text.into(), configured };
    [key("the API secret key", "secret", true), key("the other key", "hidden", false)]
}

fn find_in(request: &Request, hashed: impl AsRef<[u8]>) -> Option<Recipe> {
    Search::new(Sha1::digest(hashed).into(), request, &keys()).run()
}

fn find(hashed: impl AsRef<[u8]>) -> Option<(String, Vec<String>)> {
    let declared = [("a", "1"), ("b", "02"), ("c", "x yë")];
    let given = [("u", "admin"), ("c", "x yë"), ("a", "1"), ("b", "02"), ("d", "")];
    find_in(&Request::of(&given, &declared), hashed).map(|recipe| (recipe.describe(), recipe.differences))
}

#[track_caller]
fn assert_found(hashed: impl AsRef<[u8]>, formula: &str, differences: &[&str]) {
    let found = find(hashed).expect("it is found");
    assert_eq!(found, (formula.to_owned(), differences.iter().map(|d| (*d).to_owned()).collect()));
}

#[test]
fn the_declared_recipe_has_no_differences() {
    assert_found("102x yësecret", FORMULA, &[]);
}

#[test]
fn the_choice_of_parameters_is_named() {
    let not_hashed = "`u` is hashed, and must not be";
    assert_found("admin102x yësecret", "u + a + b + c + API secret key", &[not_hashed]);
    assert_found("1admin02x yësecret", "a + u + b + c + API secret key", &[not_hashed]);
    assert_found("102x yëadminsecret", "a + b + c + u + API secret key", &[not_hashed]);
    assert_found("102secret", "a + b + API secret key", &["`c` is not hashed, and must be"]);
    assert_found(
        "adminx yë02secret",
        "u + c + b + API secret key",
        &[not_hashed, "`a` is not hashed, and must be", "the order is another one; it must be a + b + c"],
    );
    assert_found(
        "secret",
        "API secret key",
        &[
            "`a` is not hashed, and must be",
            "`b` is not hashed, and must be",
            "`c` is not hashed, and must be",
        ],
    );
}

#[test]
fn the_order_is_named() {
    let order = "the order is another one; it must be a + b + c";
    assert_found("x yë102secret", "c + a + b + API secret key", &[order]);
    assert_found("02x yë1secret", "b + c + a + API secret key", &[order]);
    assert_found(
        "adminx yë102secret",
        "u + c + a + b + API secret key",
        &["`u` is hashed, and must not be", order],
    );
}

#[test]
fn the_use_of_the_key_is_named() {
    let line_break = "the key ends in a line break: cut it off when reading it from a file";
    assert_found("102x yëhidden", FORMULA, &["it was made with the other key, not with the configured one"]);
    assert_found("102x yësecret\n", FORMULA, &[line_break]);
    assert_found("102x yësecret\r\n", FORMULA, &[line_break]);
    assert_found("102x yësecret ", FORMULA, &["a blank follows the key: cut it off"]);
    assert_found(
        "secret102x yë",
        "API secret key + a + b + c",
        &["the key comes before the values; it must be the last"],
    );
    assert_found(
        "1secret02x yë",
        "a + API secret key + b + c",
        &["the key is in the middle, between `a` and `b`; it must be the last"],
    );
    assert_found("102x yë", "a + b + c", &["there is no key in it"]);
}

#[test]
fn the_form_of_a_value_is_named() {
    assert_found("12x yësecret", FORMULA, &["`b` is hashed without leading zeros"]);
    assert_found("102x%20y%C3%ABsecret", FORMULA, &["`c` is hashed percent-encoded"]);
    assert_found("102x+yësecret", FORMULA, &["`c` is hashed with + in place of a blank"]);
    assert_found(b"102x y\xebsecret", FORMULA, &["`c` is hashed as ISO-8859-1"]);
    assert_found("102x y?secret", FORMULA, &["`c` is hashed with ? in place of letters that are not ASCII"]);
    assert_found("102x ye\u{308}secret", FORMULA, &["`c` is hashed in decomposed form (NFD)"]);
    assert_found("102X YËsecret", FORMULA, &["`c` is hashed in upper case"]);
    let names = ["a", "b", "c"].map(|name| format!("`{name}` is hashed with its name, as in a query string"));
    assert_found("a=1&b=02&c=x yësecret", FORMULA, &names.each_ref().map(String::as_str));
}

#[test]
fn a_choice_in_another_form_is_named() {
    assert_found(
        b"adminx y\xebsecret",
        "u + c + API secret key",
        &[
            "`u` is hashed, and must not be",
            "`c` is hashed as ISO-8859-1",
            "`a` is not hashed, and must be",
            "`b` is not hashed, and must be",
        ],
    );
}

#[test]
fn a_value_as_sent_is_named() {
    let request = Request::of(&[("user_id", "007"), ("s_user", "all")], &[("user_id", "7")]);
    let differences = |hashed: &str| find_in(&request, hashed).unwrap().differences;
    assert_eq!(differences("007secret"), ["`user_id` is hashed as sent"]);
    assert_eq!(differences("7allsecret"), ["`s_user` is hashed, and must not be"]);
}

#[test]
fn an_undeclared_function_is_tried_with_what_is_given() {
    let mut request = Request::of(&[("id", "2"), ("name", "x")], &[]);
    request.is_declared = false;
    let recipe = find_in(&request, "2secret").unwrap();
    assert_eq!((recipe.describe(), recipe.differences), ("id + API secret key".to_owned(), vec![]));
}

#[test]
fn every_choice_of_sixteen_parameters_is_tried_in_time() {
    let names: Vec<String> = (0..16).map(|number| format!("p{number}")).collect();
    let values: Vec<String> = (0..16).map(|number| format!("vä {number}.50+")).collect();
    let given: Vec<_> =
        names.iter().zip(&values).map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let request = Request::of(&given, &[]);
    let start = Instant::now();
    let hashed = [0, 2, 5, 7, 11, 15].map(|number: usize| values[number].as_str()).concat();
    let recipe = find_in(&request, format!("{hashed}secret")).unwrap();
    assert_eq!(recipe.describe(), "p0 + p2 + p5 + p7 + p11 + p15 + API secret key");
    assert!(find_in(&request, "something else").is_none());
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

#[test]
fn what_cannot_be_explained_is_not() {
    assert_eq!(find("102x yëa third key"), None);
}
