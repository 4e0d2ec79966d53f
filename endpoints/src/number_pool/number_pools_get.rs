//! `number_pools_get`: lists number pools.

use mor_api::{Endpoint, FromXml, InvalidRequest};

use super::{NumberPool, UserList, refuse_false};
use crate::NumberPoolId;

/// Lists number pools; on request with their numbers, and with the users who have them as blacklist or whitelist.
///
/// What is hashed is not certain: here nothing but the key, as in the vendor's page of 2022. The server may want `u`, as
/// in [`NumberPoolCreate`](super::NumberPoolCreate).
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "number_pools_get",
    since = "X17",
    effect = read,
    response = NumberPools,
    check = Self::check_numbers,
)]
pub struct NumberPoolsGet {
    /// The pool; all of the caller if left out.
    #[nohash]
    pub number_pool_id: Option<NumberPoolId>,
    /// Lists the numbers. `false` is refused: leave it out.
    #[nohash]
    pub show_numbers: Option<bool>,
    /// With `show_numbers`: how many numbers to list, at least one.
    #[nohash]
    pub number_limit_row_count: Option<u64>,
    /// With `show_numbers`: how many numbers to leave out at the start.
    #[nohash]
    pub number_limit_offset: Option<u64>,
    /// Shows which of these users have the pool as blacklist or whitelist.
    #[nohash]
    pub user_ids: Option<UserList>,
}

impl NumberPoolsGet {
    #[inline]
    fn check_numbers(&self) -> Result<(), InvalidRequest> {
        refuse_false("show_numbers", self.show_numbers)?;
        if self.number_limit_row_count == Some(0) {
            return Err(InvalidRequest::new("number_limit_row_count", "it must be at least 1"));
        }
        Ok(())
    }
}

/// The number pools.
///
/// The vendor's page of the answer is not at hand: its form is known from another client only.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct NumberPools {
    /// One for each pool.
    #[mor(path = "number_pools/number_pool", rows)]
    pub pools: Vec<NumberPool>,
}
