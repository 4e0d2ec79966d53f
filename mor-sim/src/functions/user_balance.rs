//! `user_balance_get` and `user_balance_update`: what an account has.

use rust_decimal::Decimal;

use super::{Call, Done};
use crate::{
    http::{Answer, xml},
    state::{Change, decimal},
};

/// The caller is found by `username`, so a known caller is the user. There is one currency.
pub(super) fn get(call: &Call<'_>) -> Done {
    let Some(user) = call.caller.account() else { return not_found() };
    let balance = format!("{:.4}", user.balance);
    let answer = if call.params.get("user_currency") == Some("1") {
        let declaration = xml::DECLARATION;
        format!("{declaration}<page>\n  <balance>{balance}</balance>\n  <currency>EUR</currency>\n</page>\n")
    } else {
        xml::document("page/balance", &balance)
    };
    Answer::xml(answer).into()
}

/// Adds to the balance. An amount that is no number counts as 0, and is a success.
pub(super) fn update(call: &Call<'_>) -> Done {
    let id = call.params.filled("user_id").and_then(|id| id.parse().ok());
    let user =
        call.caller.account().zip(id).and_then(|(caller, id)| call.state.accounts.owned_by(caller, id));
    let Some(user) = user else { return not_found() };
    let amount = decimal(call.params.get("balance"));
    let text = format!(
        "{}<page>\n  <page>\n    <status>User balance updated</status>\n    <user>\n      \
         <username>{}</username>\n      <id>{}</id>\n      <balance>{}</balance>\n    </user>\n  </page>\n</page>\n",
        xml::DECLARATION,
        xml::escape(&user.username),
        user.id,
        raw_number(user.balance.saturating_add(amount)),
    );
    let user_id = user.id;
    Done::executed(Change::Balance { user_id, amount }, Answer::xml(text), move |state| {
        let _ = state.accounts.credit(user_id, amount);
    })
}

/// The number as the server's language prints it: as short as it gets, with at least one decimal.
pub(super) fn raw_number(balance: Decimal) -> String {
    let text = balance.normalize().to_string();
    if text.contains('.') { text } else { format!("{text}.0") }
}

fn not_found() -> Done {
    Answer::error("page/error", "User was not found").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raw_number_has_at_least_one_decimal_and_no_zeros_behind_it() {
        let raw = |text: &str| raw_number(text.parse().unwrap());
        assert_eq!((raw("126"), raw("1.2500"), raw("-0.10")), ("126.0".into(), "1.25".into(), "-0.1".into()));
    }
}
