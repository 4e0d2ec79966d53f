//! `cc_by_cli_old`: the former top-up by caller ID.

use mor_api::{DecodeError, Element, Endpoint, FromXml, Secret};
use rust_decimal::Decimal;

use super::CliTopUpFault;
use super::cli_top_up::{CliCard, Part, parts};
use crate::CardGroupId;

/// The former top-up by caller ID. Servers X5 and X8 still answer to its name, but no page documents it: use
/// [`CardByCliUpdate`](super::CardByCliUpdate).
///
/// It moves money: do not repeat a call whose outcome is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "cc_by_cli_old",
    addon = "Calling Cards",
    effect = write,
    response = OldCliTopUp,
    fault = CliTopUpFault,
    verify = "`calling_cards_get` by `callerid` shows the card's balance, `user_details_get` that of a \
              user whose device has the caller ID: compare with before",
)]
pub struct CcByCliOld {
    /// PIN of the card whose balance is moved.
    #[hash(order = 1)]
    pub pin: Option<Secret>,
    /// Amount to add; 0 if left out.
    #[hash(order = 2)]
    pub amount: Option<Decimal>,
    /// Caller ID of the customer.
    #[hash(order = 3)]
    pub callerid: String,
    /// Group for a new card.
    #[hash(order = 4)]
    pub cardgroup_id: Option<CardGroupId>,
}

/// What was topped up.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page", with = Self::from_element)]
pub struct OldCliTopUp {
    /// The card; none if it was the user of a device that has the caller ID, of whom the answer says no more.
    #[mor(path = "response/card")]
    pub card: Option<CliCard>,
}

impl OldCliTopUp {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let mut parts = parts(element)?.into_iter();
        match (parts.next(), parts.next()) {
            (Some(Part { card, .. }), None) => Ok(Self { card }),
            _ => Err(element.bad_value("a card or a user", "")),
        }
    }
}
