//! Balances of users.

mod balance_fault;
mod balance_update_fault;
mod told;
mod user_balance_get;
mod user_balance_get_by_psw;
mod user_balance_get_by_username;
mod user_balance_update;
mod user_simple_balance_get;

pub use balance_fault::BalanceFault;
pub use balance_update_fault::BalanceUpdateFault;
pub use told::Balance;
pub use user_balance_get::UserBalanceGet;
pub use user_balance_get_by_psw::UserBalanceGetByPsw;
pub use user_balance_get_by_username::UserBalanceGetByUsername;
pub use user_balance_update::{BalanceUpdated, UserBalanceUpdate};
pub use user_simple_balance_get::UserSimpleBalanceGet;
