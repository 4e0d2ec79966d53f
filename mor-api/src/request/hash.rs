//! Stage 2: the hash the server checks.
//!
//! `hash` is the lower-case hexadecimal SHA-1 of the hashed values, one after the other without names and
//! separators, followed by the API secret key. The order is fixed per function; whatever order the
//! parameters travel in does not matter. An absent value adds nothing.

use core::fmt;

use sha1::{Digest, Sha1};

use super::draft::Draft;
use crate::{CallOptions, Credentials, Endpoint, RequestError};

/// The 40 digits of a request's hash.
///
/// It is a secret of a kind: the request it belongs to can be repeated by whoever sees both. `Debug` does
/// not show it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash([u8; 40]);

impl Hash {
    /// The hash of texts in the given order and a key, for those who have no endpoint at hand.
    ///
    /// ```
    /// // The example of the vendor's page on hash construction.
    /// let hash = mor_api::Hash::of(["123", "1252454580", "answered"], "Very Sercet Key");
    /// assert_eq!(hash.as_str(), "b93c35d5c6183288322122561a3da7e09abb63b7");
    /// ```
    #[must_use]
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a str>, key: &str) -> Self {
        let mut sha1 = Sha1::new();
        for part in parts {
            sha1.update(part);
        }
        Self::finish(sha1, key)
    }

    /// The hash of a call: what [`Server::prepare`](crate::Server::prepare) would send, for those who encode and send
    /// by other means. `None` when there is no key or the server never checks the function. Nothing is allocated.
    ///
    #[cfg_attr(feature = "derive", doc = "```")]
    #[cfg_attr(not(feature = "derive"), doc = "```ignore")]
    /// use mor_api::{CallOptions, Credentials, Endpoint, FromXml, Hash};
    ///
    /// #[derive(Endpoint)]
    /// #[mor(function = "device_delete", effect = write, response = Deleted)]
    /// struct DeviceDelete {
    ///     /// ID of the device.
    ///     #[hash(order = 1)]
    ///     device: u64,
    /// }
    ///
    /// #[derive(FromXml)]
    /// #[mor(root = "page")]
    /// struct Deleted {
    ///     status: String,
    /// }
    ///
    /// let caller = Credentials::new("some_user").with_key("secret");
    /// let hash = Hash::of_call(&DeviceDelete { device: 2 }, &caller, &CallOptions::default())?;
    /// assert_eq!(hash, Some(Hash::of(["2"], "secret")));
    /// # Ok::<(), mor_api::RequestError>(())
    /// ```
    pub fn of_call<E: Endpoint>(
        endpoint: &E,
        credentials: &Credentials,
        options: &CallOptions,
    ) -> Result<Option<Self>, RequestError> {
        endpoint.check().map_err(|invalid| RequestError::invalid(E::SPEC, invalid))?;
        let call = Draft::new(endpoint, credentials, options);
        call.check()?;
        sign(&call)
    }

    /// The hash as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Hexadecimal digits are ASCII: the fallback is never taken.
        core::str::from_utf8(&self.0).unwrap_or_default()
    }

    fn finish(mut sha1: Sha1, key: &str) -> Self {
        sha1.update(key);
        let mut digits = [0; 40];
        // 20 bytes into 40 digits: the lengths always fit.
        let _ = hex::encode_to_slice(sha1.finalize(), &mut digits);
        Self(digits)
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hash(***)")
    }
}

/// Signs a call without allocating; `None` when there is no key or the function is not checked.
pub(crate) fn sign(call: &Draft<'_>) -> Result<Option<Hash>, RequestError> {
    let Some(key) = call.key() else { return Ok(None) };
    let mut writer = HashWriter(Sha1::new());
    call.each_hashed(&mut |_, part| part.hashed(&mut writer))?;
    Ok(Some(Hash::finish(writer.0, key)))
}

/// Feeds formatted text to SHA-1 as it is produced.
struct HashWriter(Sha1);

impl fmt::Write for HashWriter {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_vectors_of_the_hash_page() {
        for (parts, key, expected) in [
            (
                &["123", "1252454580", "answered"][..],
                "Very Sercet Key",
                "b93c35d5c6183288322122561a3da7e09abb63b7",
            ),
            (&["-5", "1", "2"], "secret", "cd2d2e7df76fafcc672e945c46bee7ce417ecd4b"),
            (&[], "secret", "e5e9fa1ba31ecd1ae84f75caaa474f3a663f05f4"),
            (&["1"], "secret", "bc2f114099d16656d37e45fd9e8744cb9386d462"),
        ] {
            assert_eq!(Hash::of(parts.iter().copied(), key).as_str(), expected, "{parts:?}");
        }
    }

    #[test]
    fn debug_does_not_show_the_digits() {
        assert_eq!(format!("{:?}", Hash::of(["2"], "secret")), "Hash(***)");
    }
}
