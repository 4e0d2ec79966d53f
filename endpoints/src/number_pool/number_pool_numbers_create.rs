//! `number_pool_numbers_create`: adds numbers to a number pool.

use mor_api::Endpoint;

use crate::{Done, NumberPoolId};

/// Adds numbers to a number pool.
///
/// What is hashed is not certain: here `u` and `number_pool_id`, as the vendor's page says since 2024. Its example, of
/// 2022, hashes only the key.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "number_pool_numbers_create",
    since = "X17",
    effect = write,
    caller = hashed(1),
    response = Done,
    verify = "`number_pools_get` with `show_numbers` lists the numbers of the pool",
)]
pub struct NumberPoolNumbersCreate {
    /// The pool.
    #[hash(order = 2)]
    pub number_pool_id: NumberPoolId,
    /// The numbers, each of `0-9`, `a-z`, `A-Z`, `#` and `%`: `44%`. The server stores `#` as `_`.
    #[nohash]
    pub numbers: Option<Vec<String>>,
}
