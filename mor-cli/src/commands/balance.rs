//! `mor balance`: one balance, and an exit code for monitoring.

use clap::Args;
use mor_api::{Body, FromText as _, Money, to_utf8};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::raw::{self, RawCall};
use crate::api;
use crate::cli::Globals;
use crate::config::Settings;
use crate::exit::{Exit, Failure, Result};
use crate::output::{self, Format, Sink};

const FUNCTION: &str = "user_balance_get";

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Username of the user; the caller if left out
    user: Option<String>,

    /// End with exit code 1 if the balance is below this amount
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    below: Option<Decimal>,

    /// Currency of the balance, a code such as EUR; the system's by default
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
}

/// Shows the balance.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    let format = output::format(globals, &[Format::Table, Format::Json])?;
    let settings = Settings::load(globals)?;
    let wants = crate::config::Wants { username: true, key: true, password: false };
    let connection = settings.connect(wants)?;
    let user = options.user.clone().unwrap_or_else(|| connection.username.clone());
    let mut pairs = vec![("username", user.as_str())];
    pairs.extend(options.currency.as_deref().map(|code| ("currency", code)));
    let call = RawCall::of_catalog(FUNCTION, &pairs)?;
    let client = &connection.client;
    let request = client.server().prepare_described(call.spec, &call, client.credentials(), &call.options)?;
    let mut sink = Sink::open(globals)?;
    let answer = api::call(&connection, request, &mut sink)?;
    let text = to_utf8(answer.body());
    let body = raw::checked(&answer, &text).map_err(|error| api::answer_failure(call.spec, &error))?;
    let mut balance = read(&body)?;
    if balance.currency.is_none() {
        balance.currency.clone_from(&options.currency);
    }
    let below = options.below.filter(|limit| balance.amount < *limit);
    match format {
        Format::Json => sink.json(
            &json!({"user": user, "balance": balance.amount.to_string(), "currency": balance.currency,
                    "below": options.below.map(|_| below.is_some())}),
        )?,
        _ => sink.only_text(&format!("{balance}\n"))?,
    }
    match below {
        None => Ok(()),
        Some(limit) => {
            Err(Failure::new(Exit::No, format!("the balance of {user} is {balance}, below {limit}")))
        }
    }
}

/// The balance: an element `balance` right below the root, or the bare text of old servers.
fn read(body: &Body<'_>) -> Result<Money> {
    let answer = raw::to_json(body);
    let found = match &answer {
        Some(Value::Object(root)) => root.values().next().and_then(|page| page.get("balance")),
        other => other.as_ref(),
    };
    let money = found.and_then(Value::as_str).and_then(Money::from_text);
    money.ok_or_else(|| match (found.and_then(Value::as_str), body) {
        (Some(text), Body::Text(_)) if text.to_lowercase().contains("not found") => {
            Failure::new(Exit::NotFound, format!("{FUNCTION}: MOR refused: {text}"))
        }
        (Some(text), _) => Failure::new(
            Exit::Answer,
            format!("{FUNCTION}: `page/balance` should be an amount, but is {text:?}"),
        ),
        (None, _) => Failure::new(Exit::Answer, format!("{FUNCTION}: the answer has no balance")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn balances_of_all_servers() {
        let amount =
            |body: Body<'_>| read(&body).map(|money| money.to_string()).map_err(|failure| failure.exit);
        assert_eq!(amount(Body::Xml("<page><balance>26.0000</balance></page>")).unwrap(), "26.0000");
        assert_eq!(amount(Body::Text("-349282.18\n")).unwrap(), "-349282.18");
        assert_eq!(amount(Body::Text("User not found")).unwrap_err(), Exit::NotFound);
        assert_eq!(amount(Body::Xml("<page><balance>much</balance></page>")).unwrap_err(), Exit::Answer);
        assert_eq!(amount(Body::Xml("<page/>")).unwrap_err(), Exit::Answer);
    }
}
