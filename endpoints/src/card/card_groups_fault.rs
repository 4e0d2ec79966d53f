//! The refusals of `cc_groups_get`.

use mor_api::Fault;

/// Why there is no list of groups.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CardGroupsFault {
    /// `cc_group_id` is no number.
    #[fault("Wrong Calling Cards Group ID")]
    WrongId,
    /// There is no such group, or none at all.
    #[fault("Calling Cards Groups were not found")]
    NotFound,
}
