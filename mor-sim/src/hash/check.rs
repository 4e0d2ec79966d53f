//! Compares the hash of a request with the ones the server would make.

use secrecy::{ExposeSecret, SecretString};
use sha1::{Digest, Sha1};

use super::{HashCheck, HashInput};

/// A secret key that is accepted from a caller, and the account it belongs to.
pub(crate) struct Key<'a> {
    pub(crate) owner: &'a str,
    pub(crate) secret: &'a SecretString,
}

/// Whether the received hash was made with one of the keys, with all that explains the outcome.
pub(crate) fn check(input: HashInput, keys: &[Key<'_>], received: Option<&str>) -> (bool, HashCheck) {
    let right = received.is_some_and(|hash| keys.iter().any(|key| digest(&input.parts, key.secret) == hash));
    let key_owners = keys.iter().map(|key| key.owner.to_owned()).collect();
    let received = received.map(SecretString::from);
    (right, HashCheck { parts: input.parts, dropped: input.dropped, key_owners, received })
}

/// Lower-case hexadecimal SHA-1 of the values, without names or separators, followed by the key.
pub(super) fn digest(parts: &[(String, String)], key: &SecretString) -> String {
    let mut sha1 = Sha1::new();
    for (_, value) in parts {
        sha1.update(value);
    }
    sha1.update(key.expose_secret());
    hex::encode(sha1.finalize())
}
