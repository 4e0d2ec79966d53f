//! Number pools: lists of numbers, which users can have as blacklists or whitelists.
//!
//! The vendor's pages do not agree on what is hashed. Their examples, of 2022, hash nothing but the key; the pages of
//! `number_pool_create`, `number_pool_numbers_create` and `number_pool_numbers_delete` were corrected in 2024 to hash
//! `u` and `number_pool_id`, without new examples. The others may follow the same rule: a refusal as
//! [`IncorrectHash`](mor_api::CommonFault::IncorrectHash) with a key that otherwise works points to that.
//!
//! The texts of their errors are not documented, so they come as [`Refused::Other`](mor_api::Refused::Other).

mod number_pool_create;
mod number_pool_delete;
mod number_pool_numbers_create;
mod number_pool_numbers_delete;
mod number_pool_update;
mod number_pools_get;
mod only_true;
mod pool;
mod user_list;

use only_true::refuse_false;

pub use number_pool_create::{NumberPoolCreate, NumberPoolCreated};
pub use number_pool_delete::NumberPoolDelete;
pub use number_pool_numbers_create::NumberPoolNumbersCreate;
pub use number_pool_numbers_delete::NumberPoolNumbersDelete;
pub use number_pool_update::NumberPoolUpdate;
pub use number_pools_get::{NumberPools, NumberPoolsGet};
pub use pool::{ListType, NumberPool, PoolNumber, PoolUser};
pub use user_list::UserList;
