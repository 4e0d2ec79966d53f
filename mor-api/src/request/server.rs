//! Where requests go: the base URL, checked once, and the way parameters travel.

use http::Uri;

use crate::declare::function_name;
use crate::{ConfigError, InvalidFunctionName};

/// How parameters reach the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Method {
    /// `POST` with a form body: the default, and the only way that keeps parameters and hash out of URLs
    /// and so out of the access logs of servers and proxies.
    #[default]
    Post,
    /// `POST` with the parameters in the query, as the vendor's examples show it.
    ///
    /// The URL then holds all parameters (usernames, passwords and PINs among them) and the hash. TLS hides it on
    /// the way, but servers and proxies that end TLS write it into their access logs, and who reads them can repeat the
    /// request. Within this library nothing shows it: errors and `Debug` leave out the query.
    PostQuery,
    /// `GET`. Exposes the same as [`Method::PostQuery`], and besides may be kept in caches and repeated by
    /// whatever stands in between. The server refuses it unless its setting *Allow GET API* is on.
    Get,
}

/// A MOR server's address.
///
/// ```
/// use mor_api::Server;
///
/// let server = Server::new("https://switch.example.com")?;
/// assert_eq!(server.url_of("users_get")?, "https://switch.example.com/billing/api/users_get");
///
/// let refused = Server::new("http://switch.example.com").unwrap_err();
/// assert!(refused.to_string().contains("http"), "{refused}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// Scheme and host.
    origin: String,
    /// The path of the base URL, without a slash at its end.
    path: String,
    /// Both with the prefix, once.
    api: String,
    method: Method,
    /// Whether it is this machine.
    is_local: bool,
}

impl Server {
    /// The path under which a MOR server has its API unless it was moved.
    pub const DEFAULT_PREFIX: &'static str = "/billing/api/";

    /// A server by its base URL, such as `https://switch.example.com`.
    ///
    /// Plain `http` is refused unless the host is this machine (loopback); see [`Server::allowing_http`].
    pub fn new(base_url: &str) -> Result<Self, ConfigError> {
        Self::build(base_url, Self::DEFAULT_PREFIX, false)
    }

    /// Like [`Server::new`], but `http` is taken for any host: keys are safe, since they never travel, but
    /// everybody on the way can read all parameters and answers and repeat the requests.
    pub fn allowing_http(base_url: &str) -> Result<Self, ConfigError> {
        Self::build(base_url, Self::DEFAULT_PREFIX, true)
    }

    pub(crate) fn build(base_url: &str, prefix: &str, allow_http: bool) -> Result<Self, ConfigError> {
        let uri: Uri = base_url.trim().parse().map_err(|_| ConfigError::base_url("it is no URL"))?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(ConfigError::base_url("it needs a scheme and a host"));
        };
        if authority.as_str().contains('@') {
            return Err(ConfigError::base_url("it must not hold a username or password"));
        }
        // The parser takes texts such as `[::1].example.com` and `host:x`, of which it knows only a part.
        let exactly = match authority.port() {
            Some(port) => format!("{}:{port}", authority.host()),
            None => authority.host().to_owned(),
        };
        if authority.as_str() != exactly {
            return Err(ConfigError::base_url("its host or port is none"));
        }
        if base_url.contains('#') {
            return Err(ConfigError::base_url("it must not have a fragment"));
        }
        if uri.query().is_some() {
            return Err(ConfigError::base_url("it must not have a query"));
        }
        let (path, is_local) = (uri.path().trim_end_matches('/'), is_loopback(authority.host()));
        match scheme {
            "https" => {}
            "http" if allow_http || is_local => {}
            "http" => return Err(ConfigError::http_refused(authority.host())),
            _ => return Err(ConfigError::base_url("its scheme must be https or http")),
        }
        let origin = format!("{scheme}://{authority}");
        let api = api_url(&origin, path, prefix)?;
        Ok(Self { origin, path: path.to_owned(), api, method: Method::Post, is_local })
    }

    /// Chooses the path of the API, for a server that has it under another one than [`Server::DEFAULT_PREFIX`].
    ///
    /// ```
    /// use mor_api::Server;
    ///
    /// let server = Server::new("https://switch.example.com")?.with_prefix("/mor/api/")?;
    /// assert_eq!(server.api_url(), "https://switch.example.com/mor/api/");
    /// # Ok::<(), mor_api::ConfigError>(())
    /// ```
    pub fn with_prefix(self, prefix: &str) -> Result<Self, ConfigError> {
        api_url(&self.origin, &self.path, prefix).map(|api| Self { api, ..self })
    }

    /// Chooses how parameters travel.
    #[must_use]
    pub fn with_method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// The URL of the API, to which the name of a function is added.
    #[must_use]
    pub fn api_url(&self) -> &str {
        &self.api
    }

    /// The URL of a function, without parameters. A name has lower-case letters, digits and `_` only.
    pub fn url_of(&self, function: &str) -> Result<String, InvalidFunctionName> {
        function_name::checked(function).map(|name| [&*self.api, name].concat())
    }

    pub(crate) fn method(&self) -> Method {
        self.method
    }

    /// Whether the host is this machine (loopback), by its name or address.
    #[must_use]
    pub fn is_local(&self) -> bool {
        self.is_local
    }
}

/// The URL to which the names of functions are added.
fn api_url(origin: &str, path: &str, prefix: &str) -> Result<String, ConfigError> {
    let prefix = prefix.trim_matches('/');
    // The documented URL of the API as a whole is accepted as a base URL, too.
    let path = path.strip_suffix(prefix).filter(|rest| rest.ends_with('/')).unwrap_or(path);
    let path = path.trim_end_matches('/');
    if !prefix.is_empty() && format!("{path}/").contains(&format!("/{prefix}/")) {
        return Err(ConfigError::base_url(&format!(
            "its path continues after /{prefix}/, where function names follow; leave it off"
        )));
    }
    let separator = if prefix.is_empty() { "" } else { "/" };
    Ok(format!("{origin}{path}{separator}{prefix}/"))
}

/// Whether a host, by name or address, is this machine.
fn is_loopback(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<core::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(base: &str) -> String {
        Server::new(base).unwrap().url_of("f").unwrap()
    }

    #[test]
    fn the_prefix_is_added_once() {
        assert_eq!(url("https://a"), "https://a/billing/api/f");
        assert_eq!(url("https://a/"), "https://a/billing/api/f");
        assert_eq!(url("https://a:8443/mor/"), "https://a:8443/mor/billing/api/f");
        assert_eq!(url("https://a/billing/api"), "https://a/billing/api/f");
        assert_eq!(url("https://a/billing/api/"), "https://a/billing/api/f");
        assert_eq!(Server::build("https://a", "", false).unwrap().api_url(), "https://a/");
        assert_eq!(Server::build("https://a/x", "/api/", false).unwrap().api_url(), "https://a/x/api/");
    }

    #[test]
    fn another_prefix_takes_the_place_of_the_default_one() {
        let with = |base: &str, prefix: &str| Server::new(base)?.with_prefix(prefix);
        assert_eq!(with("https://a", "a").unwrap().api_url(), "https://a/a/");
        assert_eq!(with("https://a/mor", "/api/").unwrap().api_url(), "https://a/mor/api/");
        assert_eq!(with("https://a/mor/api", "/api/").unwrap().api_url(), "https://a/mor/api/");
        assert_eq!(with("https://a", "").unwrap().api_url(), "https://a/");
        assert!(with("https://a/api/v2", "api").is_err());
        assert!(Server::new("https://127.0.0.1").unwrap().is_local());
        assert!(!Server::new("https://a").unwrap().is_local());
    }

    #[test]
    fn a_path_that_continues_after_the_prefix_is_refused() {
        for base in [
            "https://a/billing/api/v2",
            "https://a/mor/billing/api/users_get/",
            "https://a/billing/api/billing/api",
        ] {
            let error = Server::new(base).unwrap_err().to_string();
            assert!(error.contains("leave it off") && error.contains("/billing/api/"), "{base}: {error}");
        }
        // Each may be the path of a proxy.
        assert_eq!(url("https://a/api"), "https://a/api/billing/api/f");
        assert_eq!(url("https://a/mybilling/api"), "https://a/mybilling/api/billing/api/f");
        assert_eq!(
            Server::build("https://a/x/y", "", false).unwrap().url_of("f").unwrap(),
            "https://a/x/y/f"
        );
    }

    #[test]
    fn http_is_for_this_machine_only() {
        for base in ["http://localhost:3000", "http://127.0.0.1", "http://[::1]:80", "http://127.9.9.9"] {
            assert!(Server::new(base).is_ok(), "{base}");
        }
        for base in ["http://example.com", "http://localhost.example.com", "http://128.0.0.1"] {
            assert!(Server::new(base).unwrap_err().to_string().contains("http"), "{base}");
            assert!(Server::allowing_http(base).is_ok(), "{base}");
        }
    }

    #[test]
    fn bad_urls_are_named_without_their_secrets() {
        for (base, problem) in [
            ("", "no URL"),
            ("example.com", "scheme"),
            ("/billing", "scheme"),
            ("ftp://example.com", "https or http"),
            ("https://bob:sesame@example.com", "username or password"),
            ("https://example.com/?key=sesame", "query"),
        ] {
            let error = Server::new(base).unwrap_err().to_string();
            assert!(error.contains(problem), "{base}: {error}");
            assert!(!error.contains("sesame"), "{error}");
        }
    }
}
