//! Flags that are sent as the bits they have in the server's database.

use core::fmt::{self, Write};

use mor_api::{Kind, Param};

/// Whether a kind of invoice is made: sent as `BIT` or as 0.
///
/// ```
/// use mor_api::Param;
/// use mor_endpoints::user::InvoiceFlag;
///
/// let mut sent = String::new();
/// InvoiceFlag::<16>(true).wire(&mut sent).unwrap();
/// assert_eq!(sent, "16");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct InvoiceFlag<const BIT: u16>(
    /// The flag.
    pub bool,
);

impl<const BIT: u16> Param for InvoiceFlag<BIT> {
    const KIND: Kind = Kind::Integer;

    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        Param::wire(&if self.0 { BIT } else { 0 }, out)
    }

    fn read(text: &str) -> Option<Self> {
        match u16::read(text)? {
            0 => Some(Self(false)),
            bit if bit == BIT => Some(Self(true)),
            _ => None,
        }
    }
}

impl<const BIT: u16> From<bool> for InvoiceFlag<BIT> {
    fn from(flag: bool) -> Self {
        Self(flag)
    }
}
