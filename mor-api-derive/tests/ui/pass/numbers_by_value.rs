//! Numbers and flags are taken by value, so that literals need no suffix; other types are converted.

use mor_api::rust_decimal::Decimal;
use mor_api::{Endpoint, FromXml, ParamSet};

#[derive(FromXml)]
#[mor(root = "page")]
pub struct Answer {}

mor_api::id! {
    pub struct UserId;
}

#[derive(Endpoint)]
#[mor(function = "payment_create", effect = write, response = Answer)]
pub struct PaymentCreate {
    #[hash(order = 1)]
    user_id: UserId,
    #[hash(order = 2)]
    number: u64,
    #[nohash]
    paid: core::primitive::bool,
    #[nohash]
    amount: Decimal,
    #[nohash]
    days: Option<i16>,
    #[nohash]
    note: Option<String>,
    #[mor(flatten)]
    settings: Settings,
}

#[derive(Default, ParamSet)]
pub struct Settings {
    port: Option<u16>,
}

fn main() {
    let request = PaymentCreate::new(2_u64, 5, true, 12).days(-3).note("late").settings(Settings::new().port(5060));
    assert_eq!((request.user_id, request.number, request.paid), (UserId(2), 5, true));
    assert_eq!((request.amount, request.days, request.settings.port), (Decimal::from(12), Some(-3), Some(5060)));
    assert_eq!(request.note.as_deref(), Some("late"));
}
