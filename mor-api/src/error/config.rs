//! What can be wrong with the configuration of a client.

use core::fmt;

/// A client that cannot be built. The message names the setting and says what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError(String);

impl ConfigError {
    /// The URL itself stays out of the message: it may hold a secret where none belongs.
    pub(crate) fn base_url(problem: &str) -> Self {
        Self(format!("base URL: {problem}; right is, for example, https://switch.example.com"))
    }

    pub(crate) fn http_refused(host: &str) -> Self {
        Self(format!(
            "base URL: http to {host} is refused because everybody on the way could read and repeat the \
             requests; use https, or allow http with `allow_http`"
        ))
    }

    #[cfg(feature = "client")]
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for ConfigError {}
