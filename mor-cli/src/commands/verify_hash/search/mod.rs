//! Tries recipes, the likeliest mistakes first.

use std::borrow::Cow;

use sha1::{Digest as _, Sha1};

use super::keys::Key;
use super::recipe::{KeyUse, Part, Recipe};
use super::request::Request;
use super::variants;

/// Hashes that are tried at most for the usual mistakes, for the choices, and for the orders of parameters: two million
/// together, about half a second, and some seconds in a build without optimisation. The choices of 16 parameters are 65 536,
/// for each key and form of the values.
const USUAL: usize = 250_000;
pub(super) const CHOICES: usize = 1_000_000;
pub(super) const ORDERS: usize = 750_000;

/// What is looked for, and among what.
pub(super) struct Search<'s> {
    pub(super) request: &'s Request,
    pub(super) keys: &'s [Key],
    expected: [u8; 20],
    /// Hashes that may still be tried.
    pub(super) left: usize,
    buffer: Vec<u8>,
}

impl<'s> Search<'s> {
    pub(super) fn new(expected: [u8; 20], request: &'s Request, keys: &'s [Key]) -> Self {
        Self { request, keys, expected, left: USUAL, buffer: Vec::new() }
    }

    /// The first recipe that gives the hash.
    pub(super) fn run(&mut self) -> Option<Recipe> {
        let plain = self.declared();
        self.attempt(&plain)
            .or_else(|| self.one_more(&plain))
            .or_else(|| self.one_less(&plain))
            .or_else(|| self.other_texts(&plain))
            .or_else(|| self.with_names(&plain))
            .or_else(|| self.usual_orders(&plain))
            .or_else(|| self.choices())
            .or_else(|| self.any_order(&plain))
    }

    /// What a correct client hashes.
    fn declared(&self) -> Vec<Part<'s>> {
        self.request.declared.iter().map(|(name, text)| part(name, text, "")).collect()
    }

    /// All given parameters in their order, each as a correct client hashes it, if it does.
    pub(super) fn given(&self) -> Vec<Part<'s>> {
        let request = self.request;
        let given = request.given.iter().filter(|(_, value)| !value.is_empty());
        given.map(|(name, value)| part(name, request.text(name).unwrap_or(value), "")).collect()
    }

    /// These parts with every key, used in every way.
    pub(super) fn attempt(&mut self, parts: &[Part<'_>]) -> Option<Recipe> {
        let parts: Vec<&Part<'_>> = parts.iter().collect();
        let keys = self.keys;
        KeyUse::all(parts.len()).find_map(|way| keys.iter().find_map(|key| self.one(&parts, way, key)))
    }

    /// These parts with every key at its place, and without a key.
    pub(super) fn attempt_plainly(&mut self, parts: &[&Part<'_>]) -> Option<Recipe> {
        let keys = self.keys;
        let found = keys.iter().find_map(|key| self.one(parts, KeyUse::Last(""), key));
        found.or_else(|| self.one(parts, KeyUse::Missing, keys.first()?))
    }

    /// These parts with one key, used in one way.
    fn one(&mut self, parts: &[&Part<'_>], way: KeyUse, key: &Key) -> Option<Recipe> {
        self.left = self.left.checked_sub(1)?;
        self.buffer.clear();
        let place = way.place(parts.len());
        for (number, part) in parts.iter().enumerate() {
            if place == Some(number) {
                self.buffer.extend_from_slice(key.secret.expose().as_bytes());
            }
            self.buffer.extend_from_slice(&part.bytes);
        }
        if let KeyUse::Last(behind) = way {
            self.buffer.extend_from_slice(key.secret.expose().as_bytes());
            self.buffer.extend_from_slice(behind.as_bytes());
        }
        let is_made = <[u8; 20]>::from(Sha1::digest(&self.buffer)) == self.expected;
        is_made.then(|| self.recipe(parts, way, key))
    }

    /// A parameter that is not hashed, hashed at any place.
    fn one_more(&mut self, plain: &[Part<'s>]) -> Option<Recipe> {
        let others = self.given().into_iter().filter(|part| !self.request.hashes(part.name));
        let others: Vec<Part<'s>> = others.collect();
        others.into_iter().find_map(|other| {
            (0..=plain.len()).find_map(|place| {
                let mut parts = plain.to_vec();
                parts.insert(place, other.clone());
                self.attempt(&parts)
            })
        })
    }

    /// A hashed parameter left out.
    fn one_less(&mut self, plain: &[Part<'s>]) -> Option<Recipe> {
        (0..plain.len()).find_map(|place| {
            let mut parts = plain.to_vec();
            parts.remove(place);
            self.attempt(&parts)
        })
    }

    /// Another form of one value, then of all values.
    fn other_texts(&mut self, plain: &[Part<'s>]) -> Option<Recipe> {
        let as_sent = self.as_sent(plain);
        let forms: Vec<Vec<Part<'s>>> = std::iter::once(as_sent).chain(variants::of_all(plain)).collect();
        let one = forms.iter().find_map(|changed| {
            (0..plain.len()).find_map(|place| {
                let mut parts = plain.to_vec();
                let (part, other) = (parts.get_mut(place)?, changed.get(place)?);
                if part.bytes == other.bytes {
                    return None;
                }
                part.clone_from(other);
                self.attempt(&parts)
            })
        });
        one.or_else(|| forms.iter().find_map(|parts| self.attempt(parts)))
    }

    /// The values as sent, of which a correct client hashes another form.
    fn as_sent(&self, plain: &[Part<'s>]) -> Vec<Part<'s>> {
        let request = self.request;
        let value =
            |name: &str| request.given.iter().find(|(other, _)| other == name).map(|(_, value)| value);
        let sent = |plain: &Part<'s>| {
            let value = value(plain.name).filter(|value| value.as_bytes() != &*plain.bytes);
            value.map_or_else(|| plain.clone(), |value| part(plain.name, value, "as sent"))
        };
        plain.iter().map(sent).collect()
    }

    /// Names and values, as in a query string.
    fn with_names(&mut self, plain: &[Part<'s>]) -> Option<Recipe> {
        let named = plain.iter().enumerate().map(|(place, part)| {
            let separator: &[u8] = if place + 1 < plain.len() { b"&" } else { b"" };
            let bytes = [part.name.as_bytes(), b"=", &part.bytes, separator].concat();
            Part { bytes: Cow::Owned(bytes), how: "with its name, as in a query string", ..part.clone() }
        });
        let named: Vec<_> = named.collect();
        self.attempt(&named)
    }

    /// The order of the request, that of the alphabet, and every parameter.
    fn usual_orders(&mut self, plain: &[Part<'s>]) -> Option<Recipe> {
        let every = self.given();
        let hashed = every.iter().filter(|part| self.request.hashes(part.name)).cloned().collect();
        let mut sorted = plain.to_vec();
        sorted.sort_by_key(|part| part.name);
        let every_sent = self.as_sent(&every);
        [hashed, sorted, every, every_sent].into_iter().find_map(|parts: Vec<Part<'s>>| self.attempt(&parts))
    }

    /// What the hash was made from.
    fn recipe(&self, parts: &[&Part<'_>], way: KeyUse, key: &Key) -> Recipe {
        let request = self.request;
        let names: Vec<&str> = parts.iter().map(|part| part.name).collect();
        let mut differences = Vec::new();
        for part in parts {
            if request.is_declared && !request.hashes(part.name) {
                differences.push(format!("`{}` is hashed, and must not be", part.name));
            }
            if !part.how.is_empty() {
                differences.push(format!("`{}` is hashed {}", part.name, part.how));
            }
        }
        let declared = || request.declared.iter().map(|(name, _)| name.as_str());
        let missing = declared().filter(|name| !names.contains(name));
        differences.extend(missing.map(|name| format!("`{name}` is not hashed, and must be")));
        let expected = declared().filter(|name| names.contains(name));
        let hashed = names.iter().copied().filter(|name| request.hashes(name));
        if !hashed.eq(expected) {
            let correct = declared().collect::<Vec<_>>().join(" + ");
            differences.push(format!("the order is another one; it must be {correct}"));
        }
        differences.extend(way.differences(key, parts));
        Recipe {
            parts: parts.iter().map(|part| (part.name.to_owned(), shown(&part.bytes))).collect(),
            key: way.name(key),
            key_place: way.place(parts.len()),
            differences,
        }
    }
}

pub(super) fn part<'p>(name: &'p str, text: &'p str, how: &'static str) -> Part<'p> {
    Part { name, bytes: Cow::Borrowed(text.as_bytes()), how }
}

/// `Zo` and the byte EB as `Zo\xeb`.
fn shown(bytes: &[u8]) -> String {
    bytes.utf8_chunks().fold(String::new(), |mut shown, chunk| {
        shown.push_str(chunk.valid());
        shown.extend(chunk.invalid().escape_ascii().map(char::from));
        shown
    })
}

#[cfg(test)]
mod tests;
