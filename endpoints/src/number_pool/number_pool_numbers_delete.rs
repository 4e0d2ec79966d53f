//! `number_pool_numbers_delete`: deletes numbers of a number pool.

use mor_api::{Endpoint, InvalidRequest};

use super::refuse_false;
use crate::{Done, NumberPoolId, PoolNumberId};

/// Deletes numbers of a number pool, by ID and by number, or all of them.
///
/// What a server does when it is not told which ones is not documented, so such a request is refused before it is sent.
///
/// What is hashed is not certain: here `u` and `number_pool_id`, as the vendor's page says since 2024. Its example, of
/// 2022, hashes only the key.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "number_pool_numbers_delete",
    since = "X17",
    effect = write,
    caller = hashed(1),
    response = Done,
    verify = "`number_pools_get` with `show_numbers` lists the numbers of the pool",
    check = Self::check_selection,
)]
pub struct NumberPoolNumbersDelete {
    /// The pool.
    #[hash(order = 2)]
    pub number_pool_id: NumberPoolId,
    /// Deletes all numbers. `false` is refused: leave it out.
    #[nohash]
    pub delete_all: Option<bool>,
    /// Deletes the numbers with these IDs; may be given along with `numbers`.
    #[nohash]
    pub number_ids: Option<Vec<PoolNumberId>>,
    /// Deletes these numbers, each of `0-9`, `a-z`, `A-Z`, `#` and `%`. The server stores `#` as `_`.
    #[nohash]
    pub numbers: Option<Vec<String>>,
}

impl NumberPoolNumbersDelete {
    /// Deletes the numbers with these IDs.
    #[must_use]
    pub fn by_id(pool: impl Into<NumberPoolId>, ids: impl IntoIterator<Item = PoolNumberId>) -> Self {
        Self::new(pool).number_ids(ids.into_iter().collect::<Vec<_>>())
    }

    /// Deletes these numbers.
    #[must_use]
    pub fn by_number(pool: impl Into<NumberPoolId>, numbers: impl IntoIterator<Item = String>) -> Self {
        Self::new(pool).numbers(numbers.into_iter().collect::<Vec<_>>())
    }

    /// Deletes all numbers.
    #[must_use]
    pub fn all(pool: impl Into<NumberPoolId>) -> Self {
        Self::new(pool).delete_all(true)
    }

    #[inline]
    fn check_selection(&self) -> Result<(), InvalidRequest> {
        refuse_false("delete_all", self.delete_all)?;
        let no_ids = self.number_ids.as_ref().is_none_or(Vec::is_empty);
        let no_numbers = self.numbers.as_ref().is_none_or(Vec::is_empty);
        if self.delete_all.is_none() && no_ids && no_numbers {
            let problem = "name the numbers, by it or by `numbers`, or ask for all with `delete_all`";
            return Err(InvalidRequest::new("number_ids", problem));
        }
        Ok(())
    }
}
