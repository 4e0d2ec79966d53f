//! `voucher_use`: redeems a voucher.

use mor_api::{Endpoint, FromXml};

use super::VoucherFault;
use crate::{Done, LongDecimal, PaymentId, UserId, VoucherId};

/// Redeems a voucher and credits its value to a user. Only the admin and his own ordinary users may call it.
///
/// A second call finds the voucher used and credits nothing: it then says
/// [not found](VoucherFault::VoucherNotFound), which does not tell whether the first call succeeded.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "voucher_use",
    since = "X5",
    effect = write,
    response = VoucherUsed,
    fault = VoucherFault,
    verify = "`user_details_get` of the user tells the balance: compare with before; a voucher that \
              was used is refused as not found",
)]
pub struct VoucherUse {
    /// Number of the voucher.
    #[hash(order = 1)]
    pub voucher_number: String,
    /// The user to credit, one of the admin's; only the admin may choose. If left out, the caller himself.
    #[nohash]
    pub user_id: Option<UserId>,
}

/// A voucher that was redeemed, and what its user has now. Every known version sends all details; a success without
/// them is still a success.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct VoucherUsed {
    /// `status`: the server's words for success.
    #[mor(rename = "status")]
    pub message: Done,
    /// Number of the voucher.
    pub voucher_number: Option<String>,
    /// ID of the voucher.
    pub voucher_id: Option<VoucherId>,
    /// Value with tax, in the voucher's currency.
    pub credit_with_tax: Option<LongDecimal>,
    /// Value without tax, in the voucher's currency.
    pub credit_without_tax: Option<LongDecimal>,
    /// The voucher's currency.
    pub currency: Option<String>,
    /// Value in the system's default currency.
    pub credit_in_default_currency: Option<LongDecimal>,
    /// The user who was credited.
    pub user_id: Option<UserId>,
    /// His balance now.
    pub balance_after_voucher_use: Option<LongDecimal>,
    /// The payment that was booked.
    pub payment_id: Option<PaymentId>,
}

#[cfg(test)]
mod tests {
    use mor_api::{AnswerError, from_xml};

    use super::*;

    #[test]
    fn a_success_without_details_is_a_success() {
        let xml = "<page><status><status>Voucher used to update balance</status><voucher_number>0000712</voucher_number>\
            <payment_id></payment_id></status></page>";
        let used = from_xml::<VoucherUsed>(xml).unwrap();
        assert_eq!(used.voucher_number.as_deref(), Some("0000712"));
        assert_eq!((used.payment_id, used.balance_after_voucher_use), (None, None));
        let silent = "<page><status><voucher_number>0000712</voucher_number></status></page>";
        assert!(matches!(from_xml::<VoucherUsed>(silent), Err(AnswerError::Decode(_))));
    }
}
