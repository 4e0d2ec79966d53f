//! The parameters of a request as the server's code sees them: path, body and query merged into one table.

use super::decode;

/// Parameters by name; a name occurs once.
#[derive(Clone, Default)]
pub(crate) struct Params {
    pairs: Vec<(String, String)>,
    /// Pairs that a later one of the same name has replaced, in the order in which they came.
    replaced: Vec<(String, String)>,
    /// Names of the values that are not UTF-8, and the bytes of these.
    bytes: Vec<(String, Vec<u8>)>,
}

impl Params {
    /// Later pairs replace earlier ones of the same name.
    pub(crate) fn merge(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut merged = Self::default();
        for (name, value) in pairs {
            match merged.pairs.iter_mut().find(|(known, _)| *known == name) {
                Some((_, old)) => merged.replaced.push((name, std::mem::replace(old, value))),
                None => merged.pairs.push((name, value)),
            }
        }
        merged
    }

    /// The same with the bytes of the values that are not UTF-8.
    pub(crate) fn with_bytes(mut self, bytes: &[(String, Vec<u8>)]) -> Self {
        self.bytes = bytes.to_vec();
        self
    }

    /// Parameters of a query string or urlencoded body.
    pub(crate) fn pairs(encoded: &[u8]) -> Vec<(String, String)> {
        decode::pairs(encoded).into_iter().map(|pair| (pair.name, pair.value.shown)).collect()
    }

    /// The value, which may be empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value if there is one and it is not empty.
    pub(crate) fn filled(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// The bytes of a value of this name, as they were sent.
    pub(crate) fn bytes<'a>(&'a self, name: &str, value: &'a str) -> &'a [u8] {
        let is_of = |(known, bytes): &&(String, Vec<u8>)| known == name && decode::escaped(bytes) == value;
        self.bytes.iter().find(is_of).map_or(value.as_bytes(), |(_, bytes)| bytes)
    }

    /// All of them, in the order in which their names came first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The pairs that do not count, because their names came again.
    pub(crate) fn replaced(&self) -> impl Iterator<Item = (&str, &str)> {
        self.replaced.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Forgets the named parameters, as if they had not been sent.
    pub(crate) fn forget(&mut self, names: &[String]) {
        self.pairs.retain(|(name, _)| !names.contains(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_value_of_a_name_counts() {
        let params = Params::merge(Params::pairs(b"id=1&u=admin&id=2"));
        assert_eq!((params.get("id"), params.get("u")), (Some("2"), Some("admin")));
        assert_eq!(params.replaced().collect::<Vec<_>>(), [("id", "1")]);
    }

    #[test]
    fn an_empty_value_is_not_filled() {
        let params = Params::merge(Params::pairs(b"d&e=1"));
        assert_eq!((params.get("d"), params.filled("d"), params.filled("e")), (Some(""), None, Some("1")));
    }

    #[test]
    fn the_bytes_of_a_value_are_those_that_were_sent() {
        let bytes = [("name".to_owned(), b"Zo\xeb".to_vec())];
        let params = Params::merge(Params::pairs(b"name=Zo%EB&other=x")).with_bytes(&bytes);
        let of = |name| params.bytes(name, params.get(name).unwrap());
        assert_eq!((of("name"), of("other")), (b"Zo\xeb".as_slice(), b"x".as_slice()));
        assert_eq!(params.bytes("name", "something else"), b"something else");
    }
}
