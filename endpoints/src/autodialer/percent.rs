//! Shares in percent.

use core::fmt;

use mor_api::{FromText, Kind, ValueShape};
use rust_decimal::Decimal;

/// A share in percent, which servers write as `40%`.
///
/// ```
/// use mor_api::FromText;
/// use mor_endpoints::autodialer::Percent;
///
/// let share = Percent::from_text("40%").ok_or("not a share")?;
/// assert_eq!((share.0.to_string(), share.to_string()), ("40".to_owned(), "40%".to_owned()));
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(
    /// The number before the sign.
    pub Decimal,
);

impl FromText for Percent {
    const EXPECTED: &'static str = "a percentage such as 40%";
    const FORM: ValueShape = ValueShape::Value(Kind::Decimal);

    #[inline]
    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        Decimal::from_text(text.strip_suffix('%').unwrap_or(text)).map(Self)
    }
}

mor_api::impl_serialize!(Percent, percent => as_value(percent.0));

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.0)
    }
}
