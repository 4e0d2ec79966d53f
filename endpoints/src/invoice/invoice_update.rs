//! `invoice_update`: changes what stands on an invoice, or switches its flags.

use mor_api::{Endpoint, InvalidRequest, WireEnum};

use super::InvoiceFault;
use crate::{CountryId, Done, InvoiceId};

/// Changes what stands on an invoice, or switches its flags; what is left out stays as it is. An accountant who is
/// limited to the users assigned to him can change only their invoices.
///
/// The flags are switched, not set: a repeated call with `pay` marks a paid invoice unpaid and removes the day of
/// its payment. Do not repeat a call whose outcome is unknown before you have looked.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "invoice_update",
    since = "X11",
    effect = write,
    check = Self::check_payment,
    response = Done,
    fault = InvoiceFault,
    verify = "`invoices_get` tells whether it is `paid`; `pay` is a switch, a second call takes it \
              back",
)]
pub struct InvoiceUpdate {
    /// The invoice to change.
    #[hash(order = 1)]
    pub id: InvoiceId,
    /// Street address.
    #[nohash]
    pub address: Option<String>,
    /// City.
    #[nohash]
    pub city: Option<String>,
    /// Postcode.
    #[nohash]
    pub postcode: Option<String>,
    /// State.
    #[nohash]
    pub state: Option<String>,
    /// Country, by the ID of its direction.
    #[nohash]
    pub country_id: Option<CountryId>,
    /// Telephone number.
    #[nohash]
    pub phone: Option<String>,
    /// Tax registration number.
    #[nohash]
    pub tax_reg_number: Option<String>,
    /// Comment.
    #[nohash]
    pub comment: Option<String>,
    /// Name.
    #[nohash]
    pub name: Option<String>,
    /// Switches the flag that says that it was sent by hand.
    #[nohash]
    pub invoice_sent_manually: Option<Toggle>,
    /// Switches between paid and unpaid.
    #[nohash]
    pub pay: Option<Toggle>,
    /// Beside `pay`, creates the payment as well, or deletes it if the invoice was paid. Since July 2025.
    #[nohash]
    pub create_payment: Option<bool>,
}

/// A flag that can only be turned into its opposite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum Toggle {
    /// On becomes off, off becomes on.
    #[mor(value = "1")]
    Switch,
}

impl InvoiceUpdate {
    #[inline]
    fn check_payment(&self) -> Result<(), InvalidRequest> {
        if self.create_payment == Some(true) && self.pay.is_none() {
            return Err(InvalidRequest::new("create_payment", "without `pay` it has no effect"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use mor_api::Endpoint;

    use super::*;

    #[test]
    fn a_payment_is_created_only_when_the_invoice_is_paid() {
        let request = InvoiceUpdate::new(InvoiceId(2)).create_payment(true);
        assert_eq!(request.check().unwrap_err().param(), "create_payment");
        assert_eq!(request.pay(Toggle::Switch).check(), Ok(()));
    }
}
