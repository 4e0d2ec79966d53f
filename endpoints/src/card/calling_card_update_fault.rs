//! The refusals of `calling_card_update`.

use mor_api::Fault;

/// Why a card is not changed.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CallingCardUpdateFault {
    /// `card_id` is missing or no number.
    #[fault("Wrong Calling Card ID")]
    WrongId,
    /// There is no such card, or it is not the caller's.
    #[fault("Calling Card was not found", "Calling Card not found")]
    NotFound,
    /// `number` holds something else than digits.
    #[fault("Calling Card number must be numerical")]
    NumberNotNumerical,
    /// Another card has this number.
    #[fault("Number is already taken")]
    NumberTaken,
    /// `number` is not as long as the group's numbers; the text ends in the right length.
    #[fault(starts_with = "Bad number length, should be:")]
    NumberLength(String),
    /// Another card has this PIN.
    #[fault("PIN is already taken")]
    PinTaken,
    /// `pin` is not as long as the group's PINs; the text ends in the right length.
    #[fault(starts_with = "Bad PIN length, should be:")]
    PinLength(String),
    /// `pin` is empty.
    #[fault("Card PIN is blank")]
    PinBlank,
    /// Another card has this caller ID.
    #[fault("CallerID must be unique")]
    CallerIdTaken,
    /// `min_balance` is not above 0.
    #[fault("Bad minimal balance")]
    MinBalance,
    /// `min_balance` is no number.
    #[fault("Balance is not a numerical value")]
    MinBalanceNotNumerical,
    /// `daily_charge_paid_till` is no Unix time.
    #[fault("Wrong date entered")]
    WrongDate,
    /// `distributor` is no number.
    #[fault("Wrong distributor")]
    WrongDistributor,
}
