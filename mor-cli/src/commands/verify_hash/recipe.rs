//! A way to make a hash, and how it differs from the declared one.

use std::borrow::Cow;

use super::keys::Key;

/// A value that is hashed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part<'p> {
    pub(super) name: &'p str,
    pub(super) bytes: Cow<'p, [u8]>,
    /// How the bytes were made from the value; empty if a correct client hashes the same.
    pub(super) how: &'static str,
}

/// How a hash was made.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Recipe {
    /// Names and hashed strings, in order.
    pub(super) parts: Vec<(String, String)>,
    /// Which key, and where it is hashed.
    pub(super) key: String,
    /// Before which part the key is hashed, if it is.
    pub(super) key_place: Option<usize>,
    /// What a correct client does differently.
    pub(super) differences: Vec<String>,
}

impl Recipe {
    /// The ingredients, as a formula.
    pub(super) fn describe(&self) -> String {
        let mut names: Vec<&str> = self.parts.iter().map(|(name, _)| name.as_str()).collect();
        if let Some(place) = self.key_place {
            names.insert(place.min(names.len()), "API secret key");
        }
        if names.is_empty() { "nothing".to_owned() } else { names.join(" + ") }
    }
}

/// How a key is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyUse {
    /// After the values, with this after it.
    Last(&'static str),
    /// Before the part of this number, which is not past the last.
    Before(usize),
    Missing,
}

impl KeyUse {
    /// All ways to use a key with this many values, the right one first.
    pub(super) fn all(parts: usize) -> impl Iterator<Item = Self> {
        let last = ["", "\n", "\r\n", " "].map(Self::Last);
        last.into_iter().chain((0..parts).map(Self::Before)).chain([Self::Missing])
    }

    /// Before which of the parts the key is hashed.
    pub(super) fn place(self, parts: usize) -> Option<usize> {
        match self {
            Self::Last(_) => Some(parts),
            Self::Before(place) => Some(place),
            Self::Missing => None,
        }
    }

    /// What the key is called in a recipe.
    pub(super) fn name(self, key: &Key) -> String {
        match self {
            Self::Last("") => key.name.clone(),
            Self::Last(" ") => format!("{} and a blank", key.name),
            Self::Last(_) => format!("{} and a line break", key.name),
            Self::Before(0) => format!("{} before the values", key.name),
            Self::Before(_) => format!("{} between the values", key.name),
            Self::Missing => "no key".to_owned(),
        }
    }

    /// What is different from a correct use.
    pub(super) fn differences(self, key: &Key, parts: &[&Part<'_>]) -> Vec<String> {
        let mut differences = Vec::new();
        if !key.configured && self != Self::Missing {
            differences.push(format!("it was made with {}, not with the configured one", key.name));
        }
        let name = |place: usize| parts.get(place).map(|part| part.name).unwrap_or_default();
        differences.extend(match self {
            Self::Last("") => None,
            Self::Last(" ") => Some("a blank follows the key: cut it off".to_owned()),
            Self::Last(_) => {
                Some("the key ends in a line break: cut it off when reading it from a file".to_owned())
            }
            Self::Before(0) => Some("the key comes before the values; it must be the last".to_owned()),
            Self::Before(place) => Some(format!(
                "the key is in the middle, between `{}` and `{}`; it must be the last",
                name(place - 1),
                name(place)
            )),
            Self::Missing => Some("there is no key in it".to_owned()),
        });
        differences
    }
}
