//! What the values of a response are.

use core::fmt;
use core::marker::PhantomData;

use super::RecordShape;
use crate::{FromXml, Kind, Response};

/// What a value of a response is.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum ValueShape {
    /// A single value, written as one string in the XML.
    Value(Kind),
    /// A record, by a function because a record may contain itself.
    Record(fn() -> &'static RecordShape),
    /// Any number of values.
    List(&'static ValueShape),
    /// A value, or a string where the server writes something else in its place: a word such as `Unlimited`, a date of
    /// another format.
    OrText(&'static ValueShape),
    /// Elements whose names are not declared: strings by name.
    Map,
}

impl ValueShape {
    /// The record that the value is, or that the items of the list are.
    #[must_use]
    pub fn record(&self) -> Option<&'static RecordShape> {
        match self {
            Self::Record(record) => Some(record()),
            Self::List(item) | Self::OrText(item) => item.record(),
            Self::Value(_) | Self::Map => None,
        }
    }

    /// The words of an enum, or of the enums in a list; empty for everything else.
    #[must_use]
    pub fn words(&self) -> &'static [&'static str] {
        match self {
            Self::Value(kind) => kind.values(),
            Self::List(value) | Self::OrText(value) => value.words(),
            Self::Record(_) | Self::Map => &[],
        }
    }
}

/// The type in words: `integer`, `list of record`, `date or string`.
impl fmt::Display for ValueShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(kind) => kind.fmt(f),
            Self::Record(record) => match record().fields().next().filter(|_| record().is_value()) {
                Some(single) => single.value().fmt(f),
                None => f.write_str("record"),
            },
            Self::List(item) => write!(f, "list of {item}"),
            Self::OrText(value) => write!(f, "{value} or string"),
            Self::Map => f.write_str("map"),
        }
    }
}

/// What a type of a field is, for generated code. A type that cannot be decoded has no description either: it is
/// [`Undescribed`], so that decoding it is the only error.
pub struct Shape<T>(PhantomData<T>);

impl<T: FromXml> Shape<T> {
    /// What a value is.
    pub const VALUE: ValueShape = T::VALUE;

    /// What a list of values is.
    pub const LIST: ValueShape = ValueShape::List(&T::VALUE);
}

impl<T: Response> Shape<T> {
    /// What a response is.
    pub const SHAPE: &'static RecordShape = T::SHAPE;
}

/// See [`Shape`].
pub trait Undescribed {
    /// Nothing.
    const SHAPE: &'static RecordShape = RecordShape::UNKNOWN;

    /// Nothing.
    const VALUE: ValueShape = ValueShape::Map;

    /// Nothing.
    const LIST: ValueShape = ValueShape::Map;
}

impl<T> Undescribed for Shape<T> {}
