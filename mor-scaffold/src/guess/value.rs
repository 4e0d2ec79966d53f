//! The types that fields have.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use mor_api::Param;
use rust_decimal::Decimal;

use super::words::Word;

/// The type of a field, `Option` and `Vec` of rows aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Text,
    Secret,
    Unsigned,
    Signed,
    Decimal,
    Flag,
    FlagWord,
    Timestamp,
    Date,
    DateTime,
    Time,
    /// A time with a zone behind it.
    ServerTime,
    /// An amount with a currency behind it.
    Money,
    /// A newtype of `mor-endpoints`.
    Id(&'static str),
    /// Values with commas between.
    List(Box<Value>),
    /// One of some words.
    Words(Words),
}

/// An enum of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    /// The enum's name.
    pub(crate) name: String,
    /// Its words.
    pub(crate) words: Vec<Word>,
}

/// Where a type is imported from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    Prelude,
    Jiff,
    Civil,
    RustDecimal,
    MorApi,
    Endpoints,
}

impl Value {
    /// The type as it is written.
    pub(crate) fn rust(&self) -> String {
        match self {
            Self::List(item) => format!("Vec<{}>", item.rust()),
            _ => self.name().to_owned(),
        }
    }

    fn name(&self) -> &str {
        match self {
            Self::Text => "String",
            Self::Secret => "Secret",
            Self::Unsigned => "u64",
            Self::Signed => "i64",
            Self::Decimal => "Decimal",
            Self::Flag => "bool",
            Self::FlagWord => "FlagWord",
            Self::Timestamp => "Timestamp",
            Self::Date => "Date",
            Self::DateTime => "DateTime",
            Self::Time => "Time",
            Self::ServerTime => "ServerTime",
            Self::Money => "Money",
            Self::Id(name) => name,
            Self::Words(words) => &words.name,
            Self::List(item) => item.name(),
        }
    }

    /// The name to import and where from.
    pub(crate) fn import(&self) -> (Origin, &str) {
        let origin = match self {
            Self::Text | Self::Unsigned | Self::Signed | Self::Flag | Self::Words(_) => Origin::Prelude,
            Self::Secret | Self::FlagWord | Self::ServerTime | Self::Money => Origin::MorApi,
            Self::Decimal => Origin::RustDecimal,
            Self::Timestamp => Origin::Jiff,
            Self::Date | Self::DateTime | Self::Time => Origin::Civil,
            Self::Id(_) => Origin::Endpoints,
            Self::List(item) => item.import().0,
        };
        (origin, self.name())
    }

    /// Whether a parameter of the type can be sent as exactly this text.
    pub(crate) fn reads(&self, text: &str) -> bool {
        match self {
            Self::Text | Self::Secret => true,
            Self::Unsigned | Self::Id(_) => u64::read(text).is_some(),
            Self::Signed => i64::read(text).is_some(),
            Self::Decimal => Decimal::read(text).is_some(),
            Self::Flag => bool::read(text).is_some(),
            Self::FlagWord => matches!(text, "true" | "false"),
            Self::Timestamp => Timestamp::read(text).is_some(),
            Self::Date => Date::read(text).is_some(),
            Self::DateTime => DateTime::read(text).is_some(),
            Self::Time => Time::read(text).is_some(),
            Self::ServerTime | Self::Money => false,
            Self::Words(words) => words.words.iter().any(|word| word.text == text),
            Self::List(item) => text.split(',').all(|text| item.reads(text)),
        }
    }
}
