//! How a refused hash was made: the simulator knows the keys, so it can try the mistakes that clients make.

use std::fmt;

use sha1::{Digest as _, Sha1};

use super::{
    HashInput,
    check::Signed,
    recipes::{self, KeyRecipe, TextRecipe},
};

/// What is known about a hash that was refused. `Display` puts it in words that follow "the hash:"; they hold names of
/// accounts and of parameters of the API, but no values, keys or hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Diagnosis {
    /// There was no parameter `hash`.
    Missing,
    /// The parameter `hash` was empty.
    Empty,
    /// It was no hexadecimal number.
    NotHexadecimal,
    /// It had so many digits instead of 40.
    Length(usize),
    /// It is the right hash but for these deviations, of which there is at least one.
    Recipe(Vec<Deviation>),
    /// None of the tried recipes makes it.
    Unknown,
}

/// One way in which a hash was made differently from the server's.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Deviation {
    /// This parameter, which the server does not hash, comes before the others.
    InFront(String),
    /// This parameter, which the server does not hash, comes after the others.
    AtEnd(String),
    /// These parameters are missing.
    Without(Vec<String>),
    /// These parameters, which the server drops for their values, are there.
    WithDropped(Vec<String>),
    /// These parameters are there as sent, though the server hashes another form of them.
    AsSent(Vec<String>),
    /// The values stand in the order of the request.
    OrderOfRequest,
    /// The values stand in the alphabetical order of the names.
    Alphabetical,
    /// All parameters are there, in the order of the request.
    EveryParameter,
    /// The parameters are those of the global list, which this function does not go by.
    GlobalList,
    /// No parameter is there.
    NoParameter,
    /// White space around the values is cut off.
    Trimmed,
    /// Leading zeros of the values are cut off.
    WithoutZeros,
    /// The values are percent-encoded.
    PercentEncoded,
    /// The names are there as well, as in a query string.
    NamesToo,
    /// The key is that of this account.
    KeyOf(String),
    /// A blank follows the key.
    BlankAfterKey,
    /// A line break follows the key.
    LineBreakAfterKey,
    /// White space around the key is cut off.
    KeyTrimmed,
    /// The key comes first.
    KeyInFront,
    /// There is no key.
    NoKey,
    /// The digits are in upper case.
    UpperCase,
    /// There is white space around the digits.
    WhiteSpace,
}

impl fmt::Display for Diagnosis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("no parameter hash came"),
            Self::Empty => f.write_str("the hash is empty"),
            Self::NotHexadecimal => {
                f.write_str("this is no hexadecimal number, a hash has 40 digits 0-9 and a-f")
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

impl fmt::Display for Deviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InFront(name) => write!(f, "with {} in front", quoted(name)),
            Self::AtEnd(name) => write!(f, "with {} after the other values", quoted(name)),
            Self::Without(names) => write!(f, "without {}", all_quoted(names)),
            Self::WithDropped(names) => write!(f, "with {}, dropped by the server", all_quoted(names)),
            Self::AsSent(names) => write!(f, "with {} as sent", all_quoted(names)),
            Self::OrderOfRequest => f.write_str("in the order of the request"),
            Self::Alphabetical => f.write_str("in the alphabetical order of the names"),
            Self::EveryParameter => f.write_str("of every parameter in the order of the request"),
            Self::GlobalList => f.write_str("by the global list, which this function does not use"),
            Self::NoParameter => f.write_str("of the key alone"),
            Self::Trimmed => f.write_str("without the white space around values"),
            Self::WithoutZeros => f.write_str("without leading zeros of values"),
            Self::PercentEncoded => f.write_str("of percent-encoded values"),
            Self::NamesToo => f.write_str("of names and values as in a query string"),
            Self::KeyOf(owner) => write!(f, "made with the key of {}", owner.escape_debug()),
            Self::BlankAfterKey => f.write_str("with a blank after the key"),
            Self::LineBreakAfterKey => f.write_str("with a line break after the key"),
            Self::KeyTrimmed => f.write_str("without the white space around the key"),
            Self::KeyInFront => f.write_str("with the key in front"),
            Self::NoKey => f.write_str("without the key"),
            Self::UpperCase => f.write_str("in upper-case digits"),
            Self::WhiteSpace => f.write_str("with white space around it"),
        }
    }
}

fn quoted(name: &str) -> String {
    format!("`{}`", name.escape_debug())
}

fn all_quoted(names: &[String]) -> String {
    names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(" and ")
}

/// Bytes that are hashed for one diagnosis at most, a block counted for every attempt.
const BUDGET: usize = 4 * 1024 * 1024;
const BLOCK: usize = 64;

/// Finds the recipe with the fewest deviations.
pub(super) fn diagnose(request: &Signed<'_>, input: &HashInput) -> Diagnosis {
    let Some(received) = request.received() else {
        return Diagnosis::Missing;
    };
    let digits = received.trim();
    if digits.is_empty() {
        return Diagnosis::Empty;
    }
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Diagnosis::NotHexadecimal;
    }
    let mut hash = [0; 20];
    if hex::decode_to_slice(digits, &mut hash).is_err() {
        return Diagnosis::Length(digits.len());
    }

    let (texts, keys) = (recipes::texts(request, input), recipes::keys(request));
    let Some(mut deviations) = search(&texts, &keys, hash) else {
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

fn search(texts: &[TextRecipe], keys: &[KeyRecipe], hash: [u8; 20]) -> Option<Vec<Deviation>> {
    let most = |deviations: Option<usize>| deviations.unwrap_or_default();
    let (most_of_text, most_of_key) = (
        most(texts.iter().map(|text| text.how.len()).max()),
        most(keys.iter().map(|key| key.how.len()).max()),
    );
    let mut hashed = 0;
    for count in 0..=most_of_text + most_of_key {
        for text in texts {
            for key in keys.iter().filter(|key| text.how.len() + key.how.len() == count) {
                hashed += BLOCK + text.text.len();
                if hashed > BUDGET {
                    return None;
                }
                let sha1 =
                    Sha1::new().chain_update(&key.front).chain_update(&text.text).chain_update(&key.end);
                if <[u8; 20]>::from(sha1.finalize()) == hash {
                    return Some(text.how.iter().chain(&key.how).cloned().collect());
                }
            }
        }
    }
    None
}
