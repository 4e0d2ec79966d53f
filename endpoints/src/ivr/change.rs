//! A new value for something that may also have none.

use core::fmt::{self, Write};

use mor_api::{Kind, Param};

/// A new value, or none. To keep the present one, leave the parameter out.
///
/// ```
/// use mor_endpoints::IvrTimePeriodId;
/// use mor_endpoints::ivr::Change;
///
/// let night = Change::To(IvrTimePeriodId(3));
/// let always = Change::<IvrTimePeriodId>::Clear;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change<T> {
    /// This value.
    To(T),
    /// No value: sent as an empty text.
    Clear,
}

impl<T: Param> Param for Change<T> {
    const KIND: Kind = T::KIND;

    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        match self {
            Self::To(value) => value.wire(out),
            Self::Clear => Ok(()),
        }
    }

    fn hashed(&self, out: &mut dyn Write) -> fmt::Result {
        match self {
            Self::To(value) => value.hashed(out),
            Self::Clear => Ok(()),
        }
    }

    fn read(text: &str) -> Option<Self> {
        if text.is_empty() { Some(Self::Clear) } else { T::read(text).map(Self::To) }
    }
}
