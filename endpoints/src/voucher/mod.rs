//! Vouchers.

mod voucher_use;

pub use voucher_use::{VoucherFault, VoucherUse, VoucherUsed};
