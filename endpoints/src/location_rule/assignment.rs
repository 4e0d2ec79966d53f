//! What a localization rule changes to, and how that is taken off again.

use core::fmt::{self, Write};

use mor_api::{Kind, Param};

/// A new value of something that a rule need not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Assignment<Id> {
    /// Takes off what is there; sent as `-1`.
    Remove,
    /// Changes to this one.
    To(Id),
}

impl<Id> Assignment<Id> {
    const REMOVE: &'static str = "-1";
}

impl<Id: Param> Param for Assignment<Id> {
    const KIND: Kind = Kind::Integer;

    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        match self {
            Self::Remove => out.write_str(Self::REMOVE),
            Self::To(id) => id.wire(out),
        }
    }

    fn hashed(&self, out: &mut dyn Write) -> fmt::Result {
        match self {
            Self::Remove => out.write_str(Self::REMOVE),
            Self::To(id) => id.hashed(out),
        }
    }

    fn read(text: &str) -> Option<Self> {
        if text == Self::REMOVE { Some(Self::Remove) } else { Id::read(text).map(Self::To) }
    }
}

impl<Id> From<Id> for Assignment<Id> {
    fn from(id: Id) -> Self {
        Self::To(id)
    }
}
