//! `number_pool_create`: creates a number pool.

use mor_api::{Endpoint, FromXml};

use crate::{Done, NumberPoolId};

/// Creates a number pool.
///
/// Do not repeat a call whose outcome is unknown before you have looked with [`NumberPoolsGet`](super::NumberPoolsGet).
///
/// What is hashed is not certain: here `u`, as the vendor's page says since 2024. Its example, of 2022, hashes only the
/// key.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "number_pool_create",
    since = "X17",
    effect = write,
    caller = hashed(1),
    response = NumberPoolCreated,
    verify = "`number_pools_get` lists the pools: look for the `name`",
)]
pub struct NumberPoolCreate {
    /// Its name.
    #[nohash]
    pub name: Option<String>,
    /// A comment.
    #[nohash]
    pub comment: Option<String>,
}

/// The pool was created.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct NumberPoolCreated {
    /// `success`: the server's words for it.
    #[mor(rename = "success")]
    pub message: Done,
    /// ID of the new pool; older servers may not tell it.
    pub number_pool_id: Option<NumberPoolId>,
}
