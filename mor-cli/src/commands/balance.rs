//! `mor balance`: one balance, and an exit code for monitoring.

use clap::Args;
use mor_api::Money;
use mor_endpoints::balance::{Balance, UserBalanceGet};
use rust_decimal::Decimal;
use serde_json::json;

use crate::cli::Globals;
use crate::config::{Connection, Settings};
use crate::exit::{Exit, Failure, Result};
use crate::output::{self, Format, Sink};
use crate::{api, runtime};

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
    let mut request = UserBalanceGet::new(&user);
    request.currency.clone_from(&options.currency);
    let sink = Sink::open(globals)?;
    let balance = get(&connection, &request)?;
    // Only some servers name the currency.
    let currency = balance.currency.or_else(|| options.currency.clone());
    let balance = Money { amount: balance.amount, currency };
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

fn get(connection: &Connection, request: &UserBalanceGet) -> Result<Balance> {
    runtime::run(runtime::harmless(), async {
        let response = connection.client.send(request).await;
        response.map_err(|error| api::call_failure::<UserBalanceGet>(&error))
    })
}
