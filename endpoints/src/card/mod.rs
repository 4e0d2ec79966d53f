//! Calling cards and their groups.

mod calling_card_update;
mod calling_cards_create;
mod calling_cards_get;
mod card_balance_get;
mod card_by_cli_update;
mod card_from_group_sell;
mod card_group_get;
mod card_payment_add;
mod cc_by_cli_old;
mod cc_group_create;
mod cc_group_update;
mod cc_groups_get;
mod cli_top_up;
mod first_use;
mod group_fault;
mod group_settings;

pub use calling_card_update::{CallingCardUpdate, CallingCardUpdateFault, CallingCardUpdated};
pub use calling_cards_create::{CallingCardsCreate, CallingCardsCreateFault, CardsCreated};
pub use calling_cards_get::{
    CallingCard, CallingCards, CallingCardsFault, CallingCardsGet, CardsOfGroup, SoldFilter,
};
pub use card_balance_get::{CardBalance, CardBalanceFault, CardBalanceGet};
pub use card_by_cli_update::{CardByCliUpdate, CliTopUp, CreditedUser};
pub use card_from_group_sell::{CardFromGroupSell, CardSale, CardSaleFault, SoldCard};
pub use card_group_get::{CardGroupDetails, CardGroupDetailsFault, CardGroupGet};
pub use card_payment_add::{CardPayment, CardPaymentAdd, CardPaymentFault};
pub use cc_by_cli_old::{CcByCliOld, OldCliTopUp};
pub use cc_group_create::{CardGroupCreated, CcGroupCreate};
pub use cc_group_update::{CardGroupUpdated, CcGroupUpdate};
pub use cc_groups_get::{CardGroup, CardGroups, CardGroupsFault, CardLengths, CcGroupsGet};
pub use cli_top_up::{CliCard, CliTopUpFault};
pub use first_use::FirstUse;
pub use group_fault::CardGroupFault;
pub use group_settings::CardGroupSettings;
