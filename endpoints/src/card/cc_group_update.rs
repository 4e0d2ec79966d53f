//! `cc_group_update`: changes a group of calling cards.
//!
//! Since MOR X7; add-on Calling Cards; changes the server.

use jiff::Timestamp;
use mor_api::Endpoint;
use rust_decimal::Decimal;

use super::CardGroupFault;
use crate::{CardGroupId, Done, LcrId, LocationId, TariffId, TaxId};

/// Changes a group of calling cards; what is left out stays as it is. The lengths of numbers and PINs cannot be
/// changed.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "cc_group_update",
    group = "card",
    since = "X7",
    addon = "Calling Cards",
    effect = write,
    response = Done,
    fault = CardGroupFault,
)]
pub struct CcGroupUpdate {
    /// The group to change. The vendor's page writes `cc_Group_id`, which servers do not read.
    #[hash(order = 1)]
    pub cc_group_id: CardGroupId,

    /// New name, which no other group may have.
    #[nohash]
    pub name: Option<String>,

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

    /// The tariff.
    #[nohash]
    pub tariff_id: Option<TariffId>,

    /// The LCR.
    #[nohash]
    pub lcr_id: Option<LcrId>,

    /// From when the cards are valid.
    #[nohash]
    pub date_from: Option<Timestamp>,

    /// Until when the cards are valid. May not lie before today.
    #[nohash]
    pub date_till: Option<Timestamp>,

    /// The location.
    #[nohash]
    pub location_id: Option<LocationId>,

    /// The record of taxes.
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

    /// Currency, as a code, in which balance and rate are told. The vendor's page calls it 0 or 1, but the
    /// server looks for a currency.
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

    /// Compounds the taxes.
    #[nohash]
    pub compound_tax: Option<bool>,
}
