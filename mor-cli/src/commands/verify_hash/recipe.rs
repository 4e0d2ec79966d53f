//! A way to make a hash, and how it differs from the declared one.

use mor_api::Hash;

use super::search::Key;

/// How a hash was made.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Recipe {
    /// Name and hashed text, in order.
    pub(super) parts: Vec<(String, String)>,
    /// Which key, and where it stands.
    pub(super) key: String,
    /// What a correct client would do otherwise.
    pub(super) differences: Vec<String>,
}

impl Recipe {
    /// The ingredients, as a formula.
    pub(super) fn describe(&self) -> String {
        let names = self.parts.iter().map(|(name, _)| name.as_str());
        if self.key.ends_with("before the values") {
            return std::iter::once("API secret key").chain(names).collect::<Vec<_>>().join(" + ");
        }
        let key = if self.key == "no key" { None } else { Some("API secret key") };
        names.chain(key).collect::<Vec<_>>().join(" + ")
    }
}

/// How a key may be used wrongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyUse {
    Behind,
    WithLineBreak,
    Before,
    Missing,
}

impl KeyUse {
    /// All ways, the right one first.
    pub(super) const ALL: [Self; 4] = [Self::Behind, Self::WithLineBreak, Self::Before, Self::Missing];

    /// The hash of these texts.
    pub(super) fn hash(self, texts: &[&str], key: &Key) -> Hash {
        let key = key.secret.expose();
        let texts = texts.iter().copied();
        match self {
            Self::Behind => Hash::of(texts, key),
            Self::WithLineBreak => Hash::of(texts.chain([key]), "\n"),
            Self::Before => Hash::of([key].into_iter().chain(texts), ""),
            Self::Missing => Hash::of(texts, ""),
        }
    }

    /// What the key is called in a recipe.
    pub(super) fn name(self, key: &Key) -> String {
        match self {
            Self::Behind => key.name.clone(),
            Self::WithLineBreak => format!("{} and a line break", key.name),
            Self::Before => format!("{} before the values", key.name),
            Self::Missing => "no key".to_owned(),
        }
    }

    /// What is wrong with it.
    pub(super) fn difference(self, key: &Key) -> Option<String> {
        match self {
            Self::Behind if key.configured => None,
            Self::Behind => Some(format!("it was made with {}, not with the configured one", key.name)),
            Self::WithLineBreak => {
                Some("the key ends in a line break: cut it off when reading it from a file".to_owned())
            }
            Self::Before => Some("the key stands before the values; it must be the last".to_owned()),
            Self::Missing => Some("there is no key in it".to_owned()),
        }
    }
}
