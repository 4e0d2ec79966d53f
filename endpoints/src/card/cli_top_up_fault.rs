//! Refusals.

use mor_api::Fault;

/// Why a top-up by caller ID fails. Which function sends which text is said only where one alone does.
///
/// Other reasons why a card cannot be sold are not documented: [`Other`](mor_api::Refused::Other).
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CliTopUpFault {
    /// The group in `cardgroup_id` has more than 10 cards, and the add-on is missing.
    #[fault("This is a limited version. You can have only 10 Cards.")]
    Limited,
    /// `callerid` is missing or empty.
    #[fault("Callerid must be specified")]
    CallerIdMissing,
    /// A provider has this caller ID. Only the former function.
    #[fault("Callerid belongs to provider")]
    CallerIdOfProvider,
    /// There is no card with this PIN, or it is not the caller's.
    #[fault("PIN number not found")]
    PinNotFound,
    /// There is nothing on the card with this PIN.
    #[fault("PIN number balance is zero")]
    NothingToMove,
    /// The card with this PIN is sold. Only the former function.
    #[fault("PIN number already sold")]
    PinSold,
    /// The caller ID is unknown, and `cardgroup_id` names no usable group.
    #[fault("Supplied Cardgroup_id is invalid")]
    GroupInvalid,
    /// The group is another owner's.
    #[fault("You do not have permission to access cardgroup")]
    GroupDenied,
    /// The card is another owner's.
    #[fault("You do not have permission to access card")]
    CardDenied,
    /// The device with this caller ID belongs to a user of another owner.
    #[fault(
        "You do not have permission to add to user's balance",
        "Device already has such callerid, but you do not have permission to change user's balance"
    )]
    UserDenied,
    /// There is no such card. Only the former function.
    #[fault("Could not find card")]
    CardNotFound,
    /// No card could be created. Only the former function.
    #[fault("Could not create card")]
    CardNotCreated,
    /// The card cannot be sold, because it is.
    #[fault("Cannot sell already sold card")]
    AlreadySold,
    /// The payment could not be booked. In one place the former function misspells it.
    #[fault("Failed to make transaction", "Failed to make tansaction")]
    TransactionFailed,
}
