//! Tries recipes, the likeliest mistakes first.

use mor_api::Secret;

use super::recipe::{KeyUse, Recipe};
use super::variants;

/// Hashes that are tried at most: some seconds.
const LIMIT: usize = 2_000_000;

/// Parameters of which every order of every selection is tried.
const SELECTION: usize = 6;

/// A key that may have been used.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) name: String,
    pub(super) secret: Secret,
    pub(super) configured: bool,
}

/// What is looked for, and among what.
pub(super) struct Search<'s> {
    pub(super) expected: &'s str,
    /// Names and values that the client sent.
    pub(super) given: &'s [(String, String)],
    /// The names of them that are hashed, in order.
    pub(super) declared: &'s [&'s str],
    pub(super) keys: &'s [Key],
}

/// A name, the text hashed for it, and how that was made from the value.
type Part<'p> = (&'p str, &'p str, &'static str);

impl Search<'_> {
    /// The first recipe that gives the hash.
    pub(super) fn run(&self) -> Option<Recipe> {
        let plain: Vec<Part<'_>> = self.declared.iter().filter_map(|name| self.part(name)).collect();
        self.attempt(&plain)
            .or_else(|| self.one_more(&plain))
            .or_else(|| self.one_less(&plain))
            .or_else(|| self.other_texts(&plain))
            .or_else(|| self.any_order())
    }

    fn part<'p>(&'p self, name: &str) -> Option<Part<'p>> {
        self.given
            .iter()
            .find(|(other, _)| other == name)
            .map(|(name, value)| (name.as_str(), value.as_str(), ""))
    }

    /// These parts with every key, used in every way.
    fn attempt(&self, parts: &[Part<'_>]) -> Option<Recipe> {
        let texts: Vec<&str> = parts.iter().map(|(_, text, _)| *text).collect();
        for way in KeyUse::ALL {
            for key in self.keys {
                if way.hash(&texts, key).as_str() == self.expected {
                    return Some(self.recipe(parts, way, key));
                }
            }
        }
        None
    }

    /// A parameter that is not hashed, hashed at any place.
    fn one_more(&self, plain: &[Part<'_>]) -> Option<Recipe> {
        let others = self.given.iter().filter(|(name, _)| !self.declared.contains(&name.as_str()));
        others.into_iter().find_map(|(name, value)| {
            (0..=plain.len()).find_map(|place| {
                let mut parts = plain.to_vec();
                parts.insert(place, (name, value, ""));
                self.attempt(&parts)
            })
        })
    }

    /// One that is hashed left out.
    fn one_less(&self, plain: &[Part<'_>]) -> Option<Recipe> {
        (0..plain.len()).find_map(|place| {
            let mut parts = plain.to_vec();
            parts.remove(place);
            self.attempt(&parts)
        })
    }

    /// Other texts of one value, then of all values in the same way.
    fn other_texts(&self, plain: &[Part<'_>]) -> Option<Recipe> {
        let all: Vec<Vec<(String, &'static str)>> =
            plain.iter().map(|(_, value, _)| variants::of(value)).collect();
        for (place, variants) in all.iter().enumerate() {
            for (text, what) in variants.iter().skip(1) {
                let mut parts = plain.to_vec();
                if let Some(part) = parts.get_mut(place) {
                    (part.1, part.2) = (text, what);
                }
                if let Some(recipe) = self.attempt(&parts) {
                    return Some(recipe);
                }
            }
        }
        let ways = all.iter().flatten().map(|(_, what)| *what).filter(|what| !what.is_empty());
        let mut tried = Vec::new();
        for way in ways {
            if tried.contains(&way) {
                continue;
            }
            tried.push(way);
            let parts: Vec<Part<'_>> = plain
                .iter()
                .zip(&all)
                .map(|(part, variants)| match variants.iter().find(|(_, what)| *what == way) {
                    Some((text, what)) => (part.0, text.as_str(), *what),
                    None => *part,
                })
                .collect();
            if let Some(recipe) = self.attempt(&parts) {
                return Some(recipe);
            }
        }
        None
    }

    /// Every order of every selection, small ones first.
    fn any_order(&self) -> Option<Recipe> {
        let all: Vec<Part<'_>> =
            self.given.iter().map(|(name, value)| (name.as_str(), value.as_str(), "")).collect();
        let mut left = LIMIT / (KeyUse::ALL.len() * self.keys.len().max(1));
        // The order of exactly the hashed ones is the likeliest mistake, however many they are.
        let declared: Vec<Part<'_>> = self.declared.iter().filter_map(|name| self.part(name)).collect();
        self.orders(&declared, declared.len(), &mut Vec::new(), &mut left).or_else(|| {
            (0..=all.len().min(SELECTION))
                .find_map(|size| self.orders(&all, size, &mut Vec::new(), &mut left))
        })
    }

    fn orders<'p>(
        &self,
        from: &[Part<'p>],
        size: usize,
        chosen: &mut Vec<Part<'p>>,
        left: &mut usize,
    ) -> Option<Recipe> {
        if chosen.len() == size {
            *left = left.checked_sub(1)?;
            return self.attempt(chosen);
        }
        for part in from {
            if *left == 0 {
                return None;
            }
            if chosen.iter().any(|(name, _, _)| *name == part.0) {
                continue;
            }
            chosen.push(*part);
            let found = self.orders(from, size, chosen, left);
            chosen.pop();
            if found.is_some() {
                return found;
            }
        }
        None
    }

    fn recipe(&self, parts: &[Part<'_>], way: KeyUse, key: &Key) -> Recipe {
        let names: Vec<&str> = parts.iter().map(|(name, _, _)| *name).collect();
        let mut differences = Vec::new();
        for (name, _, what) in parts {
            if !self.declared.contains(name) {
                differences.push(format!("`{name}` is hashed, and must not be"));
            } else if !what.is_empty() {
                differences.push(format!("`{name}` is hashed {what}"));
            }
        }
        let missing = self.declared.iter().filter(|name| !names.contains(name));
        differences.extend(missing.map(|name| format!("`{name}` is not hashed, and must be")));
        let declared: Vec<&str> = self.declared.iter().copied().filter(|name| names.contains(name)).collect();
        let hashed: Vec<&str> = names.iter().copied().filter(|name| declared.contains(name)).collect();
        if hashed != declared {
            differences.push("the order is another one".to_owned());
        }
        differences.extend(way.difference(key));
        Recipe {
            parts: parts.iter().map(|(name, text, _)| ((*name).to_owned(), (*text).to_owned())).collect(),
            key: way.name(key),
            differences,
        }
    }
}

#[cfg(test)]
mod tests {
    use mor_api::Hash;

    use super::*;

    fn find(texts: &[&str], key: &str) -> Option<(String, Vec<String>)> {
        let given = [("u", "admin"), ("a", "1"), ("b", "02"), ("c", "x y")]
            .map(|(n, v)| (n.to_owned(), v.to_owned()));
        let key_of =
            |name: &str, text: &str, configured| Key { name: name.into(), secret: text.into(), configured };
        let keys = [key_of("the API secret key", "secret", true), key_of("the other key", "hidden", false)];
        let expected = Hash::of(texts.iter().copied(), key);
        let search =
            Search { expected: expected.as_str(), given: &given, declared: &["a", "b", "c"], keys: &keys };
        search.run().map(|recipe| (recipe.describe(), recipe.differences))
    }

    #[track_caller]
    fn assert_found(texts: &[&str], key: &str, formula: &str, differences: &[&str]) {
        let found = find(texts, key).expect("it is found");
        assert_eq!(found, (formula.to_owned(), differences.iter().map(|d| (*d).to_owned()).collect()));
    }

    #[test]
    fn the_declared_recipe_has_no_differences() {
        assert_found(&["1", "02", "x y"], "secret", "a + b + c + API secret key", &[]);
    }

    #[test]
    fn the_usual_mistakes_are_named() {
        let formula = "a + b + c + API secret key";
        assert_found(
            &["admin", "1", "02", "x y"],
            "secret",
            "u + a + b + c + API secret key",
            &["`u` is hashed, and must not be"],
        );
        assert_found(&["1", "02"], "secret", "a + b + API secret key", &["`c` is not hashed, and must be"]);
        assert_found(&["1", "2", "x y"], "secret", formula, &["`b` is hashed as a whole number"]);
        assert_found(&["1", "02", "x%20y"], "secret", formula, &["`c` is hashed percent-encoded"]);
        assert_found(
            &["x y", "1", "02"],
            "secret",
            "c + a + b + API secret key",
            &["the order is another one"],
        );
        assert_found(
            &["1", "02", "x y"],
            "hidden",
            formula,
            &["it was made with the other key, not with the configured one"],
        );
        assert_found(
            &["1", "02", "x y", "secret"],
            "\n",
            formula,
            &["the key ends in a line break: cut it off when reading it from a file"],
        );
        assert_found(
            &["secret", "1", "02", "x y"],
            "",
            "API secret key + a + b + c",
            &["the key stands before the values; it must be the last"],
        );
    }

    #[test]
    fn what_cannot_be_explained_is_not() {
        assert_eq!(find(&["1", "02", "x y"], "a third key"), None);
    }
}
