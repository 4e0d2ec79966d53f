//! The mistakes of `tests/hash_recipes.toml`: what `mor verify-hash` reports about each.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // in helpers of the tests

use crate::support::{bare, file, run};
use serde::Deserialize;
use sha1::{Digest as _, Sha1};
use tempfile::TempDir;

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
        let digits =
            Sha1::digest(bytes).iter().fold(String::new(), |digits, byte| format!("{digits}{byte:02x}"));
        match self.digits.as_deref() {
            Some("upper") => digits.to_uppercase(),
            Some("padded") => format!(" {digits}\n"),
            None => digits,
            Some(other) => panic!("{other}"),
        }
    }
}

/// The words of the report, and the exit code.
fn words(kind: &str) -> (&'static str, i32) {
    let order = "the order is another one";
    let explained = |words| (words, 0);
    match kind {
        "right" => explained("The hash is right: device_id + did + API secret key."),
        "order of the request" | "alphabetical order" | "other order" => explained(order),
        "in front" | "at the end" | "in the middle" => explained("`u` is hashed, and must not be"),
        "without" => explained("`did` is not hashed, and must be"),
        "choice" => explained("from   u + period_end + API secret key"),
        "choice in another order" => explained("from   period_end + u + API secret key"),
        "key alone" => explained("from   API secret key"),
        "every parameter" => explained("from   u + test + device_id + did + API secret key"),
        "key in front" => explained("the key comes before the values"),
        "key in the middle" => explained("the key is in the middle, between `device_id` and `did`"),
        "no key" => explained("there is no key in it"),
        "other key" => explained("it was made with the key on line 1 of"),
        "line break after the key" => explained("the key ends in a line break"),
        "blank after the key" => explained("a blank follows the key"),
        "ISO-8859-1" => explained("`username` is hashed as ISO-8859-1"),
        "question marks" => explained("`username` is hashed with ? in place of letters"),
        "UTF-8 twice" => explained("`username` is hashed as UTF-8 encoded twice"),
        "decomposed" => explained("`username` is hashed in decomposed form"),
        "composed" => explained("`username` is hashed in composed form"),
        "+ for a blank" => explained("`username` is hashed with + in place of a blank"),
        "a blank for +" => explained("`username` is hashed with a blank in place of +"),
        "percent-encoded" => explained("`username` is hashed percent-encoded"),
        "lower case" => explained("`username` is hashed in lower case"),
        "upper case" => explained("`username` is hashed in upper case"),
        "leading zeros" => explained("`did` is hashed without leading zeros"),
        "decimals" => explained("`balance` is hashed without "),
        "blanks around a value" => explained("`username` is hashed without the blanks around it"),
        "line break after a value" => explained("`username` is hashed with a line break after it"),
        "as sent" => explained("`user_id` is hashed as sent"),
        "dropped" => explained("`s_user` is hashed, and must not be"),
        "names" => explained("`did` is hashed with its name, as in a query string"),
        "upper-case digits" => explained("the digits are upper case, the server compares lower case"),
        "white space around the digits" => explained("there is white space around the digits"),
        "uniquehash" => ("this looks like a uniquehash", 4),
        "the key itself" => ("this is the API secret key itself", 4),
        "the password itself" => ("this is the password, not a hash", 4),
        "the value of a parameter" => ("this is the value of `username`, not a hash", 4),
        "MD5" => ("as many as an MD5", 4),
        "SHA-256" => ("as many as a SHA-256", 4),
        "empty" => ("the hash is empty", 4),
        "unknown parameter" => explained("`my_id` is not a parameter of phonebook_record_delete"),
        "undeclared function" => explained("some_new_function is not declared"),
        "no check" => explained("user_login checks no hash"),
        "unknown" => ("No plausible recipe gives", 4),
        other => panic!("{other}"),
    }
}

#[test]
fn every_recipe_is_explained() {
    let Recipes { recipe: recipes } = toml::from_str(RECIPES).unwrap();
    assert!(recipes.len() >= 40, "{}", recipes.len());
    let directory = TempDir::new().unwrap();
    let keys = file(&directory, "keys", "abcdefghijkl\n", 0o600);
    let mut missing = Vec::new();
    for recipe in &recipes {
        let hash = recipe.hash();
        let mut arguments = vec!["verify-hash", &recipe.function, "--expect", &hash, "--keys-file"];
        arguments.push(keys.to_str().unwrap());
        arguments.extend(recipe.params.iter().map(String::as_str));
        let mut mor = bare();
        mor.env("MOR_API_KEY", "secret").env("MOR_PASSWORD", "admin1");
        let run = run(&mut mor, &arguments);
        if !run.out.contains(words(&recipe.kind).0) || run.code != words(&recipe.kind).1 {
            missing.push(format!("{}: {run:?}", recipe.kind));
        }
        let is_shown = run.out.contains("abcdefghijkl") || run.out.contains("admin1");
        assert!(!is_shown, "{}: a secret is shown: {}", recipe.kind, run.out);
    }
    assert!(missing.is_empty(), "{}", missing.join("\n\n"));
}
