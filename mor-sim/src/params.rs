//! The parameters of a request as the server's code sees them: path, body and query merged into one table.

/// Parameters by name; a name occurs once.
#[derive(Clone, Default)]
pub(crate) struct Params(Vec<(String, String)>);

impl Params {
    /// Later pairs replace earlier ones of the same name.
    pub(crate) fn merge(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut merged: Vec<(String, String)> = Vec::new();
        for (name, value) in pairs {
            match merged.iter_mut().find(|(known, _)| *known == name) {
                Some((_, old)) => *old = value,
                None => merged.push((name, value)),
            }
        }
        Self(merged)
    }

    /// Parameters of a query string or urlencoded body. Broken percent-encoding is taken literally, never refused.
    pub(crate) fn pairs(encoded: &[u8]) -> Vec<(String, String)> {
        form_urlencoded::parse(encoded).into_owned().collect()
    }

    /// The value, which may be empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value if there is one and it is not empty.
    pub(crate) fn filled(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// All of them, in the order in which their names came first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Forgets the named parameters, as if they had not been sent.
    pub(crate) fn forget(&mut self, names: &[String]) {
        self.0.retain(|(name, _)| !names.contains(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_value_of_a_name_counts() {
        let params = Params::merge(Params::pairs(b"id=1&u=admin&id=2"));
        assert_eq!((params.get("id"), params.get("u")), (Some("2"), Some("admin")));
    }

    #[test]
    fn broken_percent_encoding_is_taken_literally() {
        let params = Params::merge(Params::pairs(b"a=%&b=%zz&c=%ff&&=&d"));
        assert_eq!(params.get("a"), Some("%"));
        assert_eq!(params.get("b"), Some("%zz"));
        assert_eq!(params.get("c"), Some("\u{fffd}"));
        assert_eq!((params.get("d"), params.filled("d")), (Some(""), None));
    }
}
