//! `number_pool_update`: changes the name or comment of a number pool.

use mor_api::Endpoint;

use crate::{Done, NumberPoolId};

/// Changes the name or comment of a number pool; what is left out stays as it is.
///
/// What is hashed is not certain: here nothing but the key, as in the vendor's example of 2022. The server may want `u`
/// and `number_pool_id`, as in [`NumberPoolNumbersCreate`](super::NumberPoolNumbersCreate).
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "number_pool_update",
    since = "X17",
    effect = write,
    response = Done,
    verify = "`number_pools_get` with the `number_pool_id` shows the pool",
)]
pub struct NumberPoolUpdate {
    /// The pool to change.
    #[nohash]
    pub number_pool_id: NumberPoolId,
    /// New name.
    #[nohash]
    pub name: Option<String>,
    /// New comment.
    #[nohash]
    pub comment: Option<String>,
}
