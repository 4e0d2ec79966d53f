//! Compares the hash of a request with the ones the server would make.

use secrecy::{ExposeSecret, SecretString};
use sha1::{Digest, Sha1};

use super::{
    HashCheck, HashInput,
    deviation::{Deviation, SecretKind},
    diagnosis::diagnose,
    search,
};
use crate::{catalog::Function, http::Params, redact::HIDDEN};

/// A secret key, and the account it belongs to.
#[derive(Clone, Copy)]
pub(crate) struct Key<'a> {
    pub(crate) owner: &'a str,
    pub(crate) secret: &'a SecretString,
}

/// A request whose hash is looked at.
pub(crate) struct Signed<'a> {
    /// None for one that is not in the catalog.
    pub(crate) function: Option<&'a Function>,
    /// All parameters, as sent.
    pub(crate) params: &'a Params,
    /// The keys that are accepted from the caller.
    pub(crate) keys: Vec<Key<'a>>,
    /// Everything else that may have been taken for the key: other keys, passwords, uniquehashes.
    pub(crate) other_secrets: Vec<(SecretKind, Key<'a>)>,
}

impl Signed<'_> {
    pub(crate) fn received(&self) -> Option<&str> {
        self.params.get("hash")
    }

    /// The name of a parameter, unless the client put a secret there.
    pub(super) fn shown(&self, name: &str) -> String {
        let keys = self.keys.iter().chain(self.other_secrets.iter().map(|(_, key)| key));
        let mut secrets = keys.map(|key| key.secret.expose_secret()).filter(|secret| secret.len() >= 4);
        if secrets.any(|secret| name.contains(secret)) { HIDDEN.to_owned() } else { name.to_owned() }
    }
}

/// Whether the received hash was made with one of the keys, with all that explains the outcome.
pub(crate) fn check(request: &Signed<'_>, input: HashInput) -> (bool, HashCheck) {
    let values = || input.parts.iter().map(|(name, value)| request.params.bytes(name, value));
    let expected: Vec<String> = request.keys.iter().map(|key| digest(values(), key.secret)).collect();
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

/// How the hash for an unknown function was made, of which it is unknown what the server hashes.
pub(crate) fn guess(request: &Signed<'_>) -> Option<Vec<Deviation>> {
    let mut hash = [0; 20];
    hex::decode_to_slice(request.received()?.trim(), &mut hash).ok()?;
    search::choose(request, &HashInput::default(), hash)
}

/// Lower-case hexadecimal SHA-1 of the values, without names or separators, followed by the key.
pub(super) fn digest<'v>(values: impl IntoIterator<Item = &'v [u8]>, key: &SecretString) -> String {
    let mut sha1 = Sha1::new();
    for value in values {
        sha1.update(value);
    }
    sha1.update(key.expose_secret());
    hex::encode(sha1.finalize())
}

/// The first digits of a hash: enough to tell it from another, too few to send it again. None for a string that is too
/// short for a hash, or not hexadecimal.
pub(crate) fn abbreviation(hash: &str) -> Option<String> {
    let is_hash = hash.len() >= 32 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    hash.get(..8).filter(|_| is_hash).map(|start| format!("{start}…"))
}
