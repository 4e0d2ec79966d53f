//! Who calls: username, secret key and, for the functions that take it, the password.

use core::fmt;
use std::sync::Arc;

use crate::Secret;

/// The caller of the API.
///
/// The username travels as `u`. The key is the *API Secret Key* of the caller's owner (the admin's, or the
/// reseller's for his users); it is never sent, only hashed. A server whose setting *Disable hash checking*
/// is on needs none.
///
/// ```
/// use mor_api::Credentials;
///
/// let credentials = Credentials::new("some_user").with_key("456789");
/// assert_eq!(format!("{credentials:?}"), r#"Credentials { username: "some_user", key: Some(***), password: None }"#);
/// ```
#[derive(Clone)]
pub struct Credentials {
    username: String,
    /// Shared with the requests made for the caller.
    key: Option<Arc<Secret>>,
    password: Option<Arc<Secret>>,
}

impl Credentials {
    /// A caller without key and password.
    #[must_use]
    pub fn new(username: impl Into<String>) -> Self {
        Self { username: username.into(), key: None, password: None }
    }

    /// The same key and password for another caller.
    #[cfg(feature = "client")]
    pub(crate) fn with_username(self, username: String) -> Self {
        Self { username, ..self }
    }

    /// Sets the API secret key.
    ///
    /// Blanks and line breaks around it are cut off, as MOR does when it saves the key: a key read from a
    /// file usually ends in a line break, and with it every hash would be wrong. A blank key counts as
    /// none.
    #[must_use]
    pub fn with_key(mut self, key: impl Into<Secret>) -> Self {
        let key = key.into();
        let key = key.expose().trim();
        self.key = (!key.is_empty()).then(|| Arc::new(Secret::from(key)));
        self
    }

    /// Sets the password, which is sent as `p` by the functions that take one. Few servers check it.
    #[must_use]
    pub fn with_password(mut self, password: impl Into<Secret>) -> Self {
        self.password = Some(Arc::new(password.into()));
        self
    }

    /// The username sent as `u`.
    #[must_use]
    pub fn username(&self) -> &str {
        &self.username
    }

    /// Whether requests can be signed.
    #[must_use]
    pub fn has_key(&self) -> bool {
        self.key.is_some()
    }

    pub(crate) fn key(&self) -> Option<&Secret> {
        self.key.as_deref()
    }

    pub(crate) fn password(&self) -> Option<&Secret> {
        self.password.as_deref()
    }

    /// All that is secret about the caller.
    pub(crate) fn secrets(&self) -> [Option<Arc<Secret>>; 2] {
        [self.key.clone(), self.password.clone()]
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("username", &self.username)
            .field("key", &self.key)
            .field("password", &self.password)
            .finish()
    }
}
