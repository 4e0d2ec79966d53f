//! `payment_create`: books a payment and moves the balance.

use super::{Call, Done};
use crate::{
    http::{Answer, xml},
    state::{Account, Change, Role, decimal},
};

/// Every code of three letters is a currency, credited one to one; there are no taxes, and no admin has to confirm
/// anything. Whether currency or user is looked at first is not documented.
pub(super) fn answer(call: &Call<'_>) -> Done {
    let Some(currency) = call.params.filled("p_currency").filter(|code| is_currency(code)) else {
        return error("No currency").into();
    };
    let Some(user) = call.caller.account().and_then(|caller| user(call, caller)) else {
        return error("Access Denied").into();
    };
    let amount = decimal(call.params.get("amount"));
    let id = call.state.payments.next_id();
    let change = Change::Payment { id, user_id: user.id, amount };
    let text = format!(
        "<page>\n  <response>\n    <status>ok</status>\n    <payment currency=\"{}\">\n      \
         <payment_id>{id}</payment_id>\n      <tax>0.0000</tax>\n      <amount>{amount:.4}</amount>\n      \
         <gross>{amount:.4}</gross>\n    </payment>\n  </response>\n</page>\n",
        xml::escape(currency)
    );
    let (user_id, params) = (user.id, call.params.clone());
    Done::executed(change, Answer::xml(text), move |state| {
        state.payments.book(user_id, amount, &params, &mut state.accounts);
    })
}

/// The user who pays, if the caller may book for this user: a plain user may not book at all.
fn user<'a>(call: &Call<'a>, caller: &Account) -> Option<&'a Account> {
    let id = call.params.filled("user_id")?.parse().ok()?;
    if caller.role == Role::User {
        return None;
    }
    call.state.accounts.owned_by(caller, id)
}

fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn error(message: &str) -> Answer {
    Answer::error("page/error", message)
}
