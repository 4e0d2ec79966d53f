//! The files in `tests/generated`, compiled as they are written, as a part of `mor-endpoints`; their own tests
//! run with this crate's. `tests/pages.rs` says which page each was written from.
#![allow(dead_code, reason = "declarations that nobody uses")]
#![allow(
    clippy::enum_variant_names,
    clippy::struct_field_names,
    unreachable_pub,
    reason = "in their own crate the declarations are public"
)]

// Where the files look for ids and `Done`.
use mor_endpoints::{CampaignId, Done, TariffId, UserId, VoucherId};

#[path = "generated/autodialer_get_campaign_numbers.rs"]
mod autodialer_get_campaign_numbers;
#[path = "generated/note_delete.rs"]
mod note_delete;
#[path = "generated/phone_login.rs"]
mod phone_login;
#[path = "generated/ping.rs"]
mod ping;
#[path = "generated/tariff_exceptions_get.rs"]
mod tariff_exceptions_get;
#[path = "generated/trunk_group_details_get.rs"]
mod trunk_group_details_get;
#[path = "generated/user_notes_get.rs"]
mod user_notes_get;
#[path = "generated/voucher_sell.rs"]
mod voucher_sell;
