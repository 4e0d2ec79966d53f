//! What there is to set about a group of calling cards.

use jiff::Timestamp;
use mor_api::ParamSet;
use rust_decimal::Decimal;

use crate::{LcrId, LocationId, TariffId, TaxId};

/// What there is to set about a group of calling cards, when it is created and later.
#[derive(Debug, Clone, Default, PartialEq, Eq, ParamSet)]
pub struct CardGroupSettings {
    /// Description of the group.
    pub description: Option<String>,
    /// Price of a card, with tax.
    pub price_with_vat: Option<Decimal>,
    /// Setup fee.
    pub setup_fee: Option<Decimal>,
    /// Ghost minutes, in percent.
    pub ghost_min_perc: Option<Decimal>,
    /// Ghost balance, in percent.
    pub ghost_balance_perc: Option<Decimal>,
    /// Daily charge.
    pub daily_charge: Option<Decimal>,
    /// The tariff; 1 for a new group if left out.
    pub tariff_id: Option<TariffId>,
    /// The LCR; the first one for a new group if left out.
    pub lcr_id: Option<LcrId>,
    /// From when the cards are valid.
    pub date_from: Option<Timestamp>,
    /// Until when the cards are valid; now for a new group if left out. May not lie before today.
    pub date_till: Option<Timestamp>,
    /// The location.
    pub location_id: Option<LocationId>,
    /// The record of taxes. The vendor's pages have it; X8 makes a new record for a new group from the taxes below
    /// instead.
    pub tax_id: Option<TaxId>,
    /// How many days a card stays valid after its first use, at most 9999.
    pub valid_after_first_use: Option<u32>,
    /// Uses the external script.
    pub use_external_function: Option<bool>,
    /// Allows calls that cost more than they earn.
    pub allow_loss_calls: Option<bool>,
    /// Tells cents to the caller, too.
    pub tell_cents: Option<bool>,
    /// Currency, as a code, in which balance and rate are told; the caller's for a new group if left out. The
    /// vendor's pages call it 0 or 1, but the server looks for a currency.
    pub tell_balance_in_currency: Option<String>,
    /// Does not let a card with a caller ID be used a second time without a PIN.
    pub solo_pinless: Option<bool>,
    /// Disables the voucher with the number of a card when the card is used.
    pub disable_voucher: Option<bool>,
    /// Leaves the caller ID on a card whose balance is used up.
    pub callerid_leave: Option<bool>,
    /// Name of tax 1. This and the other taxes are in no page, but X8 reads them.
    pub tax1_name: Option<String>,
    /// Tax 1, in percent.
    pub tax1_value: Option<Decimal>,
    /// Switches tax 2 on.
    pub tax2_enabled: Option<bool>,
    /// Name of tax 2.
    pub tax2_name: Option<String>,
    /// Tax 2, in percent.
    pub tax2_value: Option<Decimal>,
    /// Switches tax 3 on.
    pub tax3_enabled: Option<bool>,
    /// Name of tax 3.
    pub tax3_name: Option<String>,
    /// Tax 3, in percent.
    pub tax3_value: Option<Decimal>,
    /// Switches tax 4 on.
    pub tax4_enabled: Option<bool>,
    /// Name of tax 4.
    pub tax4_name: Option<String>,
    /// Tax 4, in percent.
    pub tax4_value: Option<Decimal>,
    /// Name of the taxes together.
    pub total_tax_name: Option<String>,
    /// Compounds the taxes; on for a new group if left out.
    pub compound_tax: Option<bool>,
}
