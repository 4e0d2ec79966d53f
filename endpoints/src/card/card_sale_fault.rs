//! The refusals of `card_from_group_sell`.

use mor_api::Fault;

/// Why no card is sold.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CardSaleFault {
    /// The group has more than 10 cards, and the add-on is missing.
    #[fault("This is a limited version. You can have only 10 Cards.")]
    Limited,
    /// There is no such group, or it is not the caller's.
    #[fault("Cardgroup was not found")]
    GroupNotFound,
    /// No card of the group is free, or none has this number.
    #[fault("Free cards was not found")]
    NoFreeCards,
    /// The card with this number is sold.
    #[fault("Card is already sold")]
    AlreadySold,
    /// Selling failed.
    #[fault("Card error")]
    Failed,
}
