//! Compares the hash of a request with the ones the server would make.

use secrecy::{ExposeSecret, SecretString};
use sha1::{Digest, Sha1};

use super::{HashCheck, HashInput, diagnosis::diagnose};
use crate::{catalog::Function, params::Params};

/// A secret key, and the account it belongs to.
#[derive(Clone, Copy)]
pub(crate) struct Key<'a> {
    pub(crate) owner: &'a str,
    pub(crate) secret: &'a SecretString,
}

/// A request whose hash is looked at.
pub(crate) struct Signed<'a> {
    pub(crate) function: &'a Function,
    /// All parameters, as sent.
    pub(crate) params: &'a Params,
    /// The keys that are accepted from the caller.
    pub(crate) keys: Vec<Key<'a>>,
    /// The keys of other accounts, which may have been taken by mistake.
    pub(crate) other_keys: Vec<Key<'a>>,
}

impl Signed<'_> {
    pub(crate) fn received(&self) -> Option<&str> {
        self.params.get("hash")
    }
}

/// Whether the received hash was made with one of the keys, with all that explains the outcome.
pub(crate) fn check(request: &Signed<'_>, input: HashInput) -> (bool, HashCheck) {
    let expected: Vec<String> = request.keys.iter().map(|key| digest(&input.parts, key.secret)).collect();
    let right = request.received().is_some_and(|hash| expected.iter().any(|expected| expected == hash));
    let check = HashCheck {
        diagnosis: (!right).then(|| diagnose(request, &input)),
        expected: expected.iter().filter_map(|hash| abbreviation(hash)).collect(),
        key_owners: request.keys.iter().map(|key| key.owner.to_owned()).collect(),
        received: request.received().map(SecretString::from),
        parts: input.parts,
        dropped: input.dropped,
    };
    (right, check)
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

/// The first digits of a hash: enough to tell it from another, too few to send it again. None for a text that is too
/// short for a hash, or no hash at all.
pub(crate) fn abbreviation(hash: &str) -> Option<String> {
    let is_hash = hash.len() >= 32 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    hash.get(..8).filter(|_| is_hash).map(|start| format!("{start}…"))
}
