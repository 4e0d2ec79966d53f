//! Vouchers.

mod voucher_fault;
mod voucher_use;

pub use voucher_fault::VoucherFault;
pub use voucher_use::{VoucherUse, VoucherUsed};
