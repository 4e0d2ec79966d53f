//! Where requests go, worked out once for each URL.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

use http::HeaderValue;
use reqwest::Url;

/// As many URLs as MOR has functions, and some more.
const MOST: usize = 256;

/// What a URL says, so that the HTTP library need not read it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) url: Url,
    /// For the header `Host`, as hyper would write it.
    pub(super) host: HeaderValue,
}

impl Target {
    fn of(text: &str) -> Option<Self> {
        let url = Url::parse(text).ok()?;
        let host = url.host_str()?;
        let host = match url.port() {
            Some(port) => HeaderValue::try_from(format!("{host}:{port}")),
            None => HeaderValue::from_str(host),
        };
        Some(Self { host: host.ok()?, url })
    }
}

/// Remembers the targets of functions: a program calls a few of them again and again, and to read a URL takes longer
/// than to sign the request and to encode it.
#[derive(Default)]
pub(super) struct Targets(RwLock<BTreeMap<String, Target>>);

impl Targets {
    /// The target that is a URL; `None` if the text is none. One with a query, which may hold secrets and is hardly the
    /// same twice, is not kept.
    pub(super) fn get(&self, url: &str) -> Option<Target> {
        if url.contains('?') {
            return Target::of(url);
        }
        // A map to which entries are only added is whole whenever somebody panics.
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(url) {
            return Some(known.clone());
        }
        let target = Target::of(url)?;
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() < MOST {
            known.insert(url.to_owned(), target.clone());
        }
        Some(target)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_has_the_port_unless_it_is_the_usual_one() {
        for (url, host) in [
            ("https://switch.example.com/f", "switch.example.com"),
            ("https://switch.example.com:443/f", "switch.example.com"),
            ("https://switch.example.com:80/f", "switch.example.com:80"),
            ("http://127.0.0.1:80/f", "127.0.0.1"),
            ("http://[::1]:3000/f", "[::1]:3000"),
            ("https://Bücher.example/f", "xn--bcher-kva.example"),
        ] {
            assert_eq!(Target::of(url).unwrap().host, host, "{url}");
        }
    }

    #[test]
    fn a_target_is_the_same_the_second_time() {
        let targets = Targets::default();
        for url in ["https://a.example/billing/api/../x", "http://127.0.0.1:80/f"] {
            let first = targets.get(url).unwrap();
            assert_eq!(first.url, Url::parse(url).unwrap());
            assert_eq!(targets.get(url), Some(first));
        }
        assert_eq!(targets.0.read().unwrap().len(), 2);
        assert_eq!(targets.get("no URL"), None);
    }

    #[test]
    fn neither_queries_nor_any_number_of_urls_are_kept() {
        let targets = Targets::default();
        assert!(targets.get("https://a.example/f?hash=secret").is_some());
        assert!(targets.0.read().unwrap().is_empty());
        for number in 0..2 * MOST {
            assert!(targets.get(&format!("https://a.example/{number}")).is_some());
        }
        assert_eq!(targets.0.read().unwrap().len(), MOST);
    }
}
