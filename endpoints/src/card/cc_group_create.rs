//! `cc_group_create`: creates a group of calling cards.
//!
//! Since MOR X7; add-on Calling Cards; changes the server.

use jiff::Timestamp;
use mor_api::{DecodeError, Document, Element, Endpoint, FromText, FromXml};
use rust_decimal::Decimal;

use super::CardGroupFault;
use crate::{Done, LcrId, LocationId, TariffId, TaxId};

/// Creates a group of calling cards.
///
/// The answer does not tell the new ID: look it up by name with [`CcGroupsGet`](super::CcGroupsGet). Do not repeat
/// a call whose outcome is unknown before you have looked.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "cc_group_create",
    group = "card",
    since = "X7",
    addon = "Calling Cards",
    effect = write,
    response = CardGroupCreated,
    fault = CardGroupFault,
)]
pub struct CcGroupCreate {
    /// Its name, which no other group may have.
    #[hash(order = 1)]
    pub name: String,

    /// Description of the group.
    #[nohash]
    pub description: Option<String>,

    /// Price of a card, with tax.
    #[nohash]
    pub price_with_vat: Option<Decimal>,

    /// Setup fee.
    #[nohash]
    pub setup_fee: Option<Decimal>,

    /// Ghost minutes, in percent.
    #[nohash]
    pub ghost_min_perc: Option<Decimal>,

    /// Ghost balance, in percent.
    #[nohash]
    pub ghost_balance_perc: Option<Decimal>,

    /// Daily charge.
    #[nohash]
    pub daily_charge: Option<Decimal>,

    /// The tariff; 1 if left out.
    #[nohash]
    pub tariff_id: Option<TariffId>,

    /// The LCR; the first one if left out.
    #[nohash]
    pub lcr_id: Option<LcrId>,

    /// From when the cards are valid.
    #[nohash]
    pub date_from: Option<Timestamp>,

    /// Until when the cards are valid; now if left out. May not lie before today.
    #[nohash]
    pub date_till: Option<Timestamp>,

    /// Digits of a card number. They cannot be changed later.
    #[nohash]
    pub number_length: Option<u32>,

    /// Digits of a PIN, 1 to 30; 6 if left out. They cannot be changed later.
    #[nohash]
    pub pin_length: Option<u32>,

    /// The location.
    #[nohash]
    pub location_id: Option<LocationId>,

    /// The record of taxes. The vendor's page has it; X8 makes a new record from the taxes below instead.
    #[nohash]
    pub tax_id: Option<TaxId>,

    /// How many days a card stays valid after its first use, at most 9999.
    #[nohash]
    pub valid_after_first_use: Option<u32>,

    /// Uses the external script.
    #[nohash]
    pub use_external_function: Option<bool>,

    /// Allows calls that cost more than they earn.
    #[nohash]
    pub allow_loss_calls: Option<bool>,

    /// Tells cents to the caller, too.
    #[nohash]
    pub tell_cents: Option<bool>,

    /// Currency, as a code, in which balance and rate are told; the caller's if left out. The vendor's page
    /// calls it 0 or 1, but the server looks for a currency.
    #[nohash]
    pub tell_balance_in_currency: Option<String>,

    /// Does not let a card with a caller ID be used a second time without a PIN.
    #[nohash]
    pub solo_pinless: Option<bool>,

    /// Disables the voucher with the number of a card when the card is used.
    #[nohash]
    pub disable_voucher: Option<bool>,

    /// Leaves the caller ID on a card whose balance is used up.
    #[nohash]
    pub callerid_leave: Option<bool>,

    /// Name of tax 1. This and the other taxes are in no page, but X8 reads them.
    #[nohash]
    pub tax1_name: Option<String>,

    /// Tax 1, in percent.
    #[nohash]
    pub tax1_value: Option<Decimal>,

    /// Switches tax 2 on.
    #[nohash]
    pub tax2_enabled: Option<bool>,

    /// Name of tax 2.
    #[nohash]
    pub tax2_name: Option<String>,

    /// Tax 2, in percent.
    #[nohash]
    pub tax2_value: Option<Decimal>,

    /// Switches tax 3 on.
    #[nohash]
    pub tax3_enabled: Option<bool>,

    /// Name of tax 3.
    #[nohash]
    pub tax3_name: Option<String>,

    /// Tax 3, in percent.
    #[nohash]
    pub tax3_value: Option<Decimal>,

    /// Switches tax 4 on.
    #[nohash]
    pub tax4_enabled: Option<bool>,

    /// Name of tax 4.
    #[nohash]
    pub tax4_name: Option<String>,

    /// Tax 4, in percent.
    #[nohash]
    pub tax4_value: Option<Decimal>,

    /// Name of the taxes together.
    #[nohash]
    pub total_tax_name: Option<String>,

    /// Compounds the taxes; on if left out.
    #[nohash]
    pub compound_tax: Option<bool>,
}

/// The server's words for success. X8 reports a missing name in an element that elsewhere holds such words
/// (`page/status/status`); it is a refusal here.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct CardGroupCreated(pub Done);

#[derive(FromXml)]
struct Answer {
    success: Option<Done>,
    status: Option<String>,
}

impl FromXml for CardGroupCreated {
    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        match Answer::from_xml(element)? {
            Answer { status: Some(failure), .. } => Err(element.refuse(&failure)),
            Answer { success: Some(done), .. } => Ok(Self(done)),
            Answer { .. } => Err(element.bad_value(Done::EXPECTED, "")),
        }
    }
}

impl Document for CardGroupCreated {
    const ROOT: &'static [&'static str] = &["page", "status"];
}
