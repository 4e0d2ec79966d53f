//! The mistakes of `tests/hash_recipes.toml`, sent over HTTP: what the simulator reports about each.

use form_urlencoded::Serializer;
use mor_sim::Simulator;
use serde::Deserialize;
use sha1::{Digest as _, Sha1};

use crate::support::post;

const RECIPES: &str = include_str!("../../../tests/hash_recipes.toml");

#[derive(Deserialize)]
struct Recipes {
    recipe: Vec<Recipe>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Recipe {
    kind: String,
    function: String,
    params: Vec<String>,
    hashed: Option<String>,
    charset: Option<String>,
    digits: Option<String>,
    hash: Option<String>,
}

impl Recipe {
    fn hash(&self) -> String {
        let Some(hashed) = &self.hashed else { return self.hash.clone().unwrap() };
        let bytes = match self.charset.as_deref() {
            Some("ISO-8859-1") => hashed.chars().map(|c| u8::try_from(c).unwrap()).collect(),
            None => hashed.clone().into_bytes(),
            Some(other) => panic!("{other}"),
        };
        let digits = hex::encode(Sha1::digest(bytes));
        match self.digits.as_deref() {
            Some("upper") => digits.to_uppercase(),
            Some("padded") => format!(" {digits}\n"),
            None => digits,
            Some(other) => panic!("{other}"),
        }
    }

    fn form(&self) -> String {
        let pairs = self.params.iter().map(|param| param.split_once('=').unwrap());
        Serializer::new(String::new()).extend_pairs(pairs).append_pair("hash", &self.hash()).finish()
    }
}

fn words(kind: &str) -> &'static str {
    match kind {
        "right" => "hash accepted",
        "order of the request" => "in the order of the request",
        "alphabetical order" => "in the alphabetical order of the names",
        "other order" => "in another order: `did` + `device_id`",
        "in front" => "with `u` in front",
        "at the end" => "with `u` after the other values",
        "in the middle" => "of every parameter in the order of the request",
        "without" => "without `did`",
        "choice" => "of exactly `u` + `period_end`",
        "choice in another order" => "of exactly `period_end` + `u`",
        "key alone" => "of the key alone",
        "every parameter" => "of every parameter",
        "key in front" => "with the key in front",
        "key in the middle" => "with the key in the middle, between `device_id` and `did`",
        "no key" => "without the key",
        "other key" => "made with the key of reseller",
        "line break after the key" => "with a line break after the key",
        "blank after the key" => "with a blank after the key",
        "ISO-8859-1" => "hashed as ISO-8859-1",
        "question marks" => "with ? in place of letters",
        "UTF-8 twice" => "encoded in UTF-8 twice",
        "decomposed" => "in decomposed form",
        "composed" => "in composed form",
        "+ for a blank" => "with + where the server reads a blank",
        "a blank for +" => "with a blank where the server reads +",
        "percent-encoded" => "of percent-encoded values",
        "lower case" => "of values in lower case",
        "upper case" => "of values in upper case",
        "leading zeros" => "without leading zeros of values",
        "decimals" => "without the last zeros or decimals of values",
        "blanks around a value" => "without the white space around values",
        "line break after a value" => "with a line break after a value",
        "as sent" => "with `user_id` as sent",
        "dropped" => "with `s_user`, dropped by the server",
        "names" => "of names and values as in a query string",
        "upper-case digits" => "in upper-case digits, and the server compares lower case",
        "white space around the digits" => "with white space around it",
        "uniquehash" => "this looks like a uniquehash",
        "the key itself" => "this is the API key of admin itself",
        "the password itself" => "this is the password of admin itself",
        "the value of a parameter" => "this is the value of `username`",
        "MD5" => "as many as an MD5",
        "SHA-256" => "as many as a SHA-256",
        "empty" => "the hash is empty",
        "unknown parameter" => {
            "with `my_id` after the other values\nmy_id is not a parameter of phonebook_record_delete"
        }
        "undeclared function" => "there is no function some_new_function\nthe hash is that of exactly `id`",
        "no check" => "the function checks no hash",
        "unknown" => "none of the tried recipes makes this hash",
        other => panic!("{other}"),
    }
}

#[test]
fn every_recipe_is_explained() {
    let Recipes { recipe: recipes } = toml::from_str(RECIPES).unwrap();
    assert!(recipes.len() >= 40, "{}", recipes.len());
    let sim = Simulator::start().unwrap();
    let mut missing = Vec::new();
    for recipe in &recipes {
        post(&sim, &recipe.function, &recipe.form());
        let request = sim.last_request().unwrap();
        let diagnosis = request.verdict.diagnosis().map(ToString::to_string);
        let remarks = request.remarks.iter().map(ToString::to_string);
        let report: Vec<String> =
            std::iter::once(request.verdict.to_string()).chain(diagnosis).chain(remarks).collect();
        let report = report.join("\n");
        if !report.contains(words(&recipe.kind)) {
            missing.push(format!("{}: {report}", recipe.kind));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n\n"));
}
