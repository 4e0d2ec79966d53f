//! The example requests of a page, and the secret key they were signed with.

use crate::text::{find, split_at};

/// A request as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Example {
    pub(crate) function: String,
    /// The parameters without the hash, decoded.
    pub(crate) query: Vec<(String, String)>,
    /// The published hash, in lower case.
    pub(crate) hash: Option<String>,
}

impl Example {
    /// What the example sends for a parameter.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

/// Every URL below `api/` that has a query.
pub(super) fn examples(section: &str) -> Vec<Example> {
    section.split_whitespace().filter_map(example).collect()
}

fn example(word: &str) -> Option<Example> {
    let (_, call) = split_at(word, "api/")?;
    let (function, query) = call.split_once('?')?;
    let query = query.trim_end_matches(['"', '\'', '.', ',', ')', '`']).replace("&amp;", "&");
    let mut example = Example { function: function.to_ascii_lowercase(), query: Vec::new(), hash: None };
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if name.eq_ignore_ascii_case("hash") {
            example.hash = Some(value.trim().to_ascii_lowercase());
        } else {
            example.query.push((name.into_owned(), value.into_owned()));
        }
    }
    Some(example)
}

/// The key of a text such as *your API Secret Key = 456789*.
pub(super) fn key(text: &str) -> Option<String> {
    let names = ["secret key", "secret_key", "api key"];
    text.lines().flat_map(|line| names.iter().map(move |name| (line, name))).find_map(|(line, name)| {
        let mut rest = line;
        while let Some(at) = find(rest, name) {
            rest = rest.get(at + name.len()..)?;
            let value = rest.trim_start_matches([')', '"', ' ']);
            let value = value.strip_prefix(['=', ':']).or_else(|| value.strip_prefix("is "));
            let word = value.and_then(|value| value.split_whitespace().next());
            let word = word.map(|word| word.trim_matches(['"', '\'', ',', '.', ';', ')', '`']));
            if let Some(word) =
                word.filter(|word| !word.is_empty() && !word.starts_with('<') && !word.contains("://"))
            {
                return Some(word.to_owned());
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_query_of_a_request() {
        let found = examples("HTML POST: http://<SERVER_IP>/billing/api/notes_get?u=a%20b&amp;id=2&hash=ABC");
        let [example] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(example.function, "notes_get");
        assert_eq!((example.value("u"), example.value("id")), (Some("a b"), Some("2")));
        assert_eq!(example.hash.as_deref(), Some("abc"));
        assert!(examples("http://server/billing/api/notes_get").is_empty());
    }

    #[test]
    fn keys() {
        assert_eq!(key("and your API Secret Key = 456789\nYou send:").as_deref(), Some("456789"));
        assert_eq!(key("with API_Secret_Key: \"sesame\".").as_deref(), Some("sesame"));
        assert_eq!(key("Last parameter is API_Secret_Key").as_deref(), None);
    }
}
