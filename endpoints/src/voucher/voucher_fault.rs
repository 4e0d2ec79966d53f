//! The refusals of `voucher_use`.

use mor_api::Fault;

/// Why a voucher is not redeemed.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum VoucherFault {
    /// There is no such voucher, or it is used, expired or not active.
    #[fault("Voucher was not found")]
    VoucherNotFound,
    /// Vouchers are switched off.
    #[fault("Vouchers Disabled")]
    VouchersDisabled,
    /// There is no such user, or he is not one of the admin's.
    #[fault("User was not found")]
    UserNotFound,
}
