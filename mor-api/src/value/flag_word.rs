//! The flags that a few functions want as words.

use core::fmt::{self, Write};

use crate::{FromText, Kind, Param, ValueShape};

/// A flag sent as `true` or `false`; ordinary ones are `bool`, sent as `1` or `0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct FlagWord(
    /// The flag.
    pub bool,
);

impl Param for FlagWord {
    const KIND: Kind = Kind::FlagWord;

    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(if self.0 { "true" } else { "false" })
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }
}

/// Read as `bool` is.
impl FromText for FlagWord {
    const EXPECTED: &'static str = bool::EXPECTED;
    const FORM: ValueShape = ValueShape::Value(Kind::FlagWord);

    fn from_text(text: &str) -> Option<Self> {
        bool::from_text(text).map(Self)
    }
}

impl From<bool> for FlagWord {
    fn from(flag: bool) -> Self {
        Self(flag)
    }
}
