//! The columns of an export: one table for all formats.

use jiff::civil::DateTime;
use mor_api::Exposed;
use mor_endpoints::call::Cdr;
use rust_decimal::Decimal;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A time of the server, without a zone. The only column that is never empty.
    Time,
    Text,
    Number,
    Money,
}

/// The value of a column in one call.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Value<'a> {
    Empty,
    Time(DateTime),
    Text(&'a str),
    Number(u64),
    Money(Decimal),
}

pub(crate) struct Column {
    /// The wire name of the value.
    pub(crate) name: &'static str,
    #[cfg_attr(not(feature = "parquet"), allow(dead_code, reason = "text formats do not declare columns"))]
    pub(crate) kind: Kind,
    pub(crate) value: fn(&Cdr) -> Value<'_>,
}

/// The name of the last column, which holds what no other column does, as JSON.
pub(crate) const OTHER: &str = "other";

fn text(value: Option<&String>) -> Value<'_> {
    value.map_or(Value::Empty, |text| Value::Text(text))
}

fn number(value: Option<u64>) -> Value<'static> {
    value.map_or(Value::Empty, Value::Number)
}

fn money(value: Option<Decimal>) -> Value<'static> {
    value.map_or(Value::Empty, Value::Money)
}

macro_rules! columns {
    ($($name:literal $kind:ident $value:expr;)*) => {
        /// All columns but [`OTHER`], in the order of the wire.
        pub(crate) static COLUMNS: &[Column] = &[$(Column { name: $name, kind: Kind::$kind, value: $value }),*];
    };
}

columns! {
    "calldate2" Time |call| Value::Time(call.started_at);
    "timezone" Text |call| text(call.timezone.as_ref());
    "clid" Text |call| text(call.clid.as_ref());
    "destination" Text |call| text(call.destination.as_ref());
    "did" Text |call| text(call.did.as_ref());
    "did_inc_price" Money |call| money(call.did_inc_price);
    "did_price" Money |call| money(call.did_price);
    "did_prov_price" Money |call| money(call.did_prov_price);
    "dispod" Text |call| text(call.disposition.as_ref());
    "dst" Text |call| text(call.destination_number.as_ref());
    "id" Number |call| number(call.id);
    "nice_billsec" Number |call| number(call.billed_seconds);
    "nice_reseller" Text |call| text(call.reseller.as_ref());
    "prefix" Text |call| text(call.prefix.as_ref());
    "profit" Money |call| money(call.profit);
    "provider_name" Text |call| text(call.provider_name.as_ref());
    "provider_price" Money |call| money(call.provider_price);
    "provider_rate" Money |call| money(call.provider_rate);
    "reseller_price" Money |call| money(call.reseller_price);
    "reseller_rate" Money |call| money(call.reseller_rate);
    "server_id" Number |call| number(call.server_id);
    "src" Text |call| text(call.source_number.as_ref());
    "user" Text |call| text(call.user.as_ref());
    "user_currency" Text |call| text(call.user_currency.as_ref());
    "user_exchange_rate" Money |call| money(call.user_exchange_rate);
    "user_id" Number |call| number(call.user_id.map(|id| id.0));
    "user_price" Money |call| money(call.user_price);
    "user_rate" Money |call| money(call.user_rate);
    "uniqueid" Text |call| text(call.uniqueid.as_ref());
}

/// The elements that are not columns, as a JSON object; an element that is there more than once is an array.
pub(crate) fn other(call: &Cdr) -> Option<serde_json::Value> {
    // Names and strings: nothing that could fail to be JSON.
    (!call.other.is_empty()).then(|| serde_json::to_value(Exposed(&call.other)).unwrap_or_default())
}

/// What tells people which call it is.
#[cfg(feature = "parquet")]
pub(crate) fn name(call: &Cdr) -> String {
    let id = call.uniqueid.clone().or_else(|| call.id.map(|id| id.to_string()));
    let (date, time) = (call.started_at.date(), call.started_at.time());
    format!("of {date} {time} with the unique ID {}", id.as_deref().unwrap_or("(none)"))
}
