//! How a refused hash was made: the simulator knows the keys, so it can try the mistakes that clients make.

use std::fmt;

use secrecy::ExposeSecret as _;

use super::{
    HashInput,
    check::Signed,
    deviation::{Deviation, SecretKind},
    search,
};

/// What is known about a hash that was refused. `Display` puts it in words that follow "the hash:"; they hold names of
/// accounts and of parameters, but no values, keys or hashes. A name that contains a secret of an account reads
/// `[hidden]`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Diagnosis {
    /// There was no parameter `hash`.
    Missing,
    /// The parameter `hash` was empty.
    Empty,
    /// It is this secret of this account.
    Secret(SecretKind, String),
    /// It is the value of this parameter.
    ValueOf(String),
    /// It is a short alphanumeric string, as the uniquehash of a user is.
    LooksLikeUniquehash,
    /// It is not a hexadecimal number.
    NotHexadecimal,
    /// It has this many digits instead of 40.
    Length(usize),
    /// It is the right hash but for these deviations, of which there is at least one.
    Recipe(Vec<Deviation>),
    /// None of the tried recipes makes it.
    Unknown,
}

impl fmt::Display for Diagnosis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("no parameter hash came"),
            Self::Empty => f.write_str("the hash is empty"),
            Self::Secret(kind, owner) => {
                write!(
                    f,
                    "this is the {kind} of {} itself, not a hash made with the key",
                    owner.escape_debug()
                )
            }
            Self::ValueOf(name) => write!(f, "this is the value of `{}`, not a hash", name.escape_debug()),
            Self::LooksLikeUniquehash => {
                f.write_str("this looks like a uniquehash, a hash has 40 digits 0-9 and a-f")
            }
            Self::NotHexadecimal => {
                f.write_str("this is not a hexadecimal number, a hash has 40 digits 0-9 and a-f")
            }
            Self::Length(length) => {
                let kind = match length {
                    32 => ", as many as an MD5,",
                    64 => ", as many as a SHA-256,",
                    _ => "",
                };
                write!(f, "this has {length} digits{kind} instead of the 40 of a SHA-1")
            }
            Self::Recipe(deviations) => {
                f.write_str("this is the hash")?;
                deviations.iter().enumerate().try_for_each(|(number, deviation)| {
                    write!(f, "{} {deviation}", if number == 0 { "" } else { "," })
                })
            }
            Self::Unknown => f.write_str("none of the tried recipes makes this hash"),
        }
    }
}

/// Finds the recipe with the fewest deviations.
pub(super) fn diagnose(request: &Signed<'_>, input: &HashInput) -> Diagnosis {
    let Some(received) = request.received() else {
        return Diagnosis::Missing;
    };
    let digits = received.trim();
    let mut hash = [0; 20];
    if hex::decode_to_slice(digits, &mut hash).is_err() {
        return malformed(request, digits);
    }
    let Some(mut deviations) = search::run(request, input, hash) else {
        return Diagnosis::Unknown;
    };
    if digits.bytes().any(|byte| byte.is_ascii_uppercase()) {
        deviations.push(Deviation::UpperCase);
    }
    if digits != received {
        deviations.push(Deviation::WhiteSpace);
    }
    Diagnosis::Recipe(deviations)
}

/// What was sent in place of a hash.
fn malformed(request: &Signed<'_>, text: &str) -> Diagnosis {
    if text.is_empty() {
        return Diagnosis::Empty;
    }
    let keys = request.keys.iter().map(|key| (SecretKind::Key, key));
    let others = request.other_secrets.iter().map(|(kind, key)| (*kind, key));
    if let Some((kind, key)) = keys.chain(others).find(|(_, key)| key.secret.expose_secret() == text) {
        return Diagnosis::Secret(kind, key.owner.to_owned());
    }
    // A short value such as an ID may be equal by chance.
    let is_value = |(name, value): &(&str, &str)| *name != "hash" && *value == text && text.len() >= 6;
    if let Some((name, _)) = request.params.iter().find(is_value) {
        return Diagnosis::ValueOf(request.shown(name));
    }
    if looks_like_uniquehash(text) {
        return Diagnosis::LooksLikeUniquehash;
    }
    if text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        Diagnosis::Length(text.len())
    } else {
        Diagnosis::NotHexadecimal
    }
}

/// A uniquehash is ten letters and digits, such as `abc123def4`.
fn looks_like_uniquehash(text: &str) -> bool {
    let has = |is_kind: fn(&u8) -> bool| text.bytes().any(|byte| is_kind(&byte));
    (8..=16).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_alphabetic)
}
