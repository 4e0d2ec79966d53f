//! The ways in which a hash is made differently from the server's.

use std::fmt;

/// A secret of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SecretKind {
    /// The API key.
    Key,
    /// The password.
    Password,
    /// The uniquehash.
    Uniquehash,
}

impl fmt::Display for SecretKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Key => "API key",
            Self::Password => "password",
            Self::Uniquehash => "uniquehash",
        })
    }
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
    /// These parameters, which the server drops for their values, are included.
    WithDropped(Vec<String>),
    /// These parameters are hashed as sent, though the server hashes another form of them.
    AsSent(Vec<String>),
    /// This parameter was sent twice, and the hash is made with a value that does not count.
    EarlierValue(String),
    /// Exactly these parameters are hashed, in this order.
    Chosen(Vec<String>),
    /// The values are in the order of the request.
    OrderOfRequest,
    /// The values are in the alphabetical order of the names.
    Alphabetical,
    /// The right values are in this order.
    OtherOrder(Vec<String>),
    /// All parameters are hashed, in the order of the request.
    EveryParameter,
    /// The parameters are those of the global list, which this function does not go by.
    GlobalList,
    /// No parameter is hashed.
    NoParameter,
    /// White space around the values is cut off.
    Trimmed,
    /// Leading zeros of the values are cut off.
    WithoutZeros,
    /// Trailing zeros, or all decimals, of the values are cut off.
    WithoutDecimals,
    /// The values are percent-encoded.
    PercentEncoded,
    /// The values have `+` where the server reads a blank.
    PlusForBlank,
    /// The values have a blank where the server reads `+`.
    BlankForPlus,
    /// The values are in lower case.
    LowerCaseValues,
    /// The values are in upper case.
    UpperCaseValues,
    /// Flags are words in place of digits, or digits in place of words.
    OtherFlags,
    /// A line break follows each value.
    LineBreakAfterValues,
    /// The values are encoded in ISO-8859-1.
    Latin1,
    /// Letters are replaced by `?`.
    QuestionMarks,
    /// The values are encoded in UTF-8, though they were sent in another encoding.
    Utf8,
    /// The values are encoded in UTF-8 twice.
    TwiceUtf8,
    /// Letters with accents are two characters each (NFD).
    Decomposed,
    /// Letters with accents are one character each (NFC).
    Composed,
    /// The names are hashed as well, as in a query string.
    NamesToo,
    /// The key is that of this account.
    KeyOf(String),
    /// Another secret of this account is used as the key.
    InsteadOfKey(SecretKind, String),
    /// A blank follows the key.
    BlankAfterKey,
    /// A line break follows the key.
    LineBreakAfterKey,
    /// White space around the key is cut off.
    KeyTrimmed,
    /// The key comes first.
    KeyInFront,
    /// The key comes between these two parameters.
    KeyBetween(String, String),
    /// There is no key.
    NoKey,
    /// The digits are in upper case.
    UpperCase,
    /// There is white space around the digits.
    WhiteSpace,
}

impl fmt::Display for Deviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InFront(name) => write!(f, "with {} in front", quoted(name)),
            Self::AtEnd(name) => write!(f, "with {} after the other values", quoted(name)),
            Self::Without(names) => write!(f, "without {}", all_quoted(names, " and ")),
            Self::WithDropped(names) => {
                write!(f, "with {}, dropped by the server", all_quoted(names, " and "))
            }
            Self::AsSent(names) => write!(f, "with {} as sent", all_quoted(names, " and ")),
            Self::EarlierValue(name) => {
                write!(f, "with an earlier {}, of which the last counts", quoted(name))
            }
            Self::Chosen(names) => write!(f, "of exactly {}", all_quoted(names, " + ")),
            Self::OtherOrder(names) => write!(f, "in another order: {}", all_quoted(names, " + ")),
            Self::KeyOf(owner) => write!(f, "made with the key of {}", owner.escape_debug()),
            Self::InsteadOfKey(kind, owner) => {
                write!(f, "made with the {kind} of {} in place of the key", owner.escape_debug())
            }
            Self::KeyBetween(before, after) => {
                write!(f, "with the key in the middle, between {} and {}", quoted(before), quoted(after))
            }
            other => f.write_str(other.words()),
        }
    }
}

impl Deviation {
    /// The description of a deviation without names.
    fn words(&self) -> &'static str {
        match self {
            Self::OrderOfRequest => "in the order of the request",
            Self::Alphabetical => "in the alphabetical order of the names",
            Self::EveryParameter => "of every parameter in the order of the request",
            Self::GlobalList => "by the global list, which this function does not use",
            Self::NoParameter => "of the key alone",
            Self::Trimmed => "without the white space around values",
            Self::WithoutZeros => "without leading zeros of values",
            Self::WithoutDecimals => "without the last zeros or decimals of values",
            Self::PercentEncoded => "of percent-encoded values",
            Self::PlusForBlank => "with + where the server reads a blank",
            Self::BlankForPlus => "with a blank where the server reads +",
            Self::LowerCaseValues => "of values in lower case",
            Self::UpperCaseValues => "of values in upper case",
            Self::OtherFlags => "with words in place of 0 and 1, or the reverse",
            Self::LineBreakAfterValues => "with a line break after a value",
            Self::Latin1 => "of values hashed as ISO-8859-1",
            Self::QuestionMarks => "with ? in place of letters",
            Self::Utf8 => "of values in UTF-8, which they are not sent in",
            Self::TwiceUtf8 => "of values encoded in UTF-8 twice",
            Self::Decomposed => "of values in decomposed form (NFD)",
            Self::Composed => "of values in composed form (NFC)",
            Self::NamesToo => "of names and values as in a query string",
            Self::BlankAfterKey => "with a blank after the key",
            Self::LineBreakAfterKey => "with a line break after the key",
            Self::KeyTrimmed => "without the white space around the key",
            Self::KeyInFront => "with the key in front",
            Self::NoKey => "without the key",
            Self::UpperCase => "in upper-case digits, and the server compares lower case",
            Self::WhiteSpace => "with white space around it",
            _ => "made in another way",
        }
    }
}

fn quoted(name: &str) -> String {
    format!("`{}`", name.escape_debug())
}

fn all_quoted(names: &[String], between: &str) -> String {
    names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(between)
}
