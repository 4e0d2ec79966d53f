//! The refusals of `calling_cards_create`.

use mor_api::Fault;

/// Why no cards are created.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CallingCardsCreateFault {
    /// There is no such group, or it is not the caller's.
    #[fault("Card Group was not found")]
    GroupNotFound,
    /// `cards_from` is missing.
    #[fault("Cards from was not found")]
    FromMissing,
    /// `cards_till` is missing.
    #[fault("Cards till was not found")]
    TillMissing,
    /// `cards_from` is too long, too short or not made of digits.
    #[fault("Cards from is in incorrect format")]
    FromFormat,
    /// `cards_till` is too long, too short or not made of digits.
    #[fault("Cards till is in incorrect format")]
    TillFormat,
    /// The range ends before it starts.
    #[fault("Cards from must not be greater than Cards till")]
    FromAfterTill,
    /// The group's PINs are so short that too few are left for so many cards.
    #[fault("PIN is too short for this interval")]
    TooFewPins,
    /// Every number of the range exists already.
    #[fault("Cards already exist")]
    AlreadyExist,
}
