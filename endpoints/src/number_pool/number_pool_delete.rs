//! `number_pool_delete`: deletes a number pool.

use mor_api::Endpoint;

use crate::{Done, NumberPoolId};

/// Deletes a number pool.
///
/// What is known of this function is known from another client. It hashes `number_pool_id`; the server may want `u`
/// before it, as in [`NumberPoolNumbersDelete`](super::NumberPoolNumbersDelete).
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "number_pool_delete",
    effect = write,
    response = Done,
    verify = "`number_pools_get` no longer lists it",
)]
pub struct NumberPoolDelete {
    /// The pool to delete.
    #[hash(order = 1)]
    pub number_pool_id: NumberPoolId,
}
