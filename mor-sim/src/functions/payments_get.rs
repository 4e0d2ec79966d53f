//! `payments_get`: the payments that were booked, by filters.

use std::fmt::Write as _;

use jiff::{Timestamp, ToSpan as _, tz::TimeZone};
use rust_decimal::Decimal;

use super::{Call, Done, sample};
use crate::{
    http::{Answer, xml},
    state::{Account, Payment, Role},
};

/// Without filters, and before anything was booked, the catalog's sample.
///
/// The simulator knows neither first and last names nor calling cards, so a filter on these finds nothing. Its days
/// are those of UTC.
pub(super) fn answer(call: &Call<'_>) -> Done {
    let has_filter = call.params.iter().any(|(name, value)| name.starts_with("s_") && !value.is_empty());
    let Some(caller) = call.caller.account().filter(|_| has_filter || !call.state.payments.list().is_empty())
    else {
        return sample::answer(call);
    };
    let user_id = call.params.filled("s_user_id").filter(|_| caller.role != Role::User);
    if let Some(id) = user_id.and_then(|id| id.parse().ok())
        && call.state.accounts.owned_by(caller, id).is_none()
    {
        return Answer::error("status/error", "Access Denied").into();
    }
    let mut list = String::new();
    let period = period(call, Timestamp::now());
    let is_listed = |payment: &&Payment| {
        is_seen(call, caller, payment)
            && (period.0..=period.1).contains(&payment.time)
            && matches_filters(call, payment)
    };
    for payment in call.state.payments.list().iter().filter(is_listed) {
        write(&mut list, payment);
    }
    let declaration = xml::DECLARATION;
    let document = format!(
        "{declaration}<page>\n  <pagename>Payments list</pagename>\n  <payments>\n{list}  </payments>\n</page>\n"
    );
    Answer::xml(document).into()
}

/// Plain users see their own payments, all others those of their users.
fn is_seen(call: &Call<'_>, caller: &Account, payment: &Payment) -> bool {
    match caller.role {
        Role::User => payment.user_id == caller.id,
        _ => call.state.accounts.owned_by(caller, payment.user_id).is_some(),
    }
}

/// From `s_from` to `s_till` if both are there, else the current day.
fn period(call: &Call<'_>, now: Timestamp) -> (Timestamp, Timestamp) {
    let time = |name| {
        let seconds = call.params.filled(name)?.parse().ok()?;
        Timestamp::from_second(seconds).ok()
    };
    if let (Some(from), Some(till)) = (time("s_from"), time("s_till")) {
        return (from, till.saturating_add(999.milliseconds()).unwrap_or(till));
    }
    let midnight = now.as_second() - now.as_second().rem_euclid(86_400);
    let at = |second| Timestamp::from_second(second).unwrap_or(now);
    (at(midnight), at(midnight + 86_400))
}

fn matches_filters(call: &Call<'_>, payment: &Payment) -> bool {
    let filter = |name: &str, is_met: &dyn Fn(&str) -> bool| call.params.filled(name).is_none_or(is_met);
    let amount = |text: &str| text.parse::<Decimal>().ok();
    filter("s_user_id", &|id| {
        call.caller.account().is_some_and(|c| c.role == Role::User) || id == payment.user_id.to_string()
    }) && filter("s_transaction", &|start| payment.transaction.starts_with(start))
        && filter("s_completed", &|wanted| wanted == "1")
        && filter("s_username", &|start| payment.username.starts_with(start))
        && filter("s_paymenttype", &|kind| kind == stored_kind(payment))
        && filter("s_amount_min", &|text| amount(text).is_none_or(|least| payment.amount >= least))
        && filter("s_amount_max", &|text| amount(text).is_none_or(|most| payment.amount <= most))
        && filter("s_currency", &|code| code == payment.currency)
        && ["s_first_name", "s_last_name", "s_number", "s_pin"].iter().all(|name| filter(name, &|_| false))
}

fn stored_kind(payment: &Payment) -> String {
    format!("from_api : {}", payment.kind)
}

fn write(list: &mut String, payment: &Payment) {
    let time = payment.time.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d %H:%M:%S").to_string();
    let after = payment.balance_before.saturating_add(payment.amount);
    let kind = stored_kind(payment).replacen('f', "F", 1);
    let money = |amount: Decimal| format!("{amount:.4}");
    let fields = [
        ("user", payment.username.clone()),
        ("payer", payment.payer_email.clone()),
        ("transaction_id", payment.transaction.clone()),
        ("date", time.clone()),
        ("confirm_date", time),
        ("type", kind),
        ("amount", money(payment.amount)),
        ("fee", money(payment.fee)),
        ("amount_with_tax", money(payment.amount)),
        ("currency", payment.currency.clone()),
        ("completed", "Completed".to_owned()),
        ("confirmed_by_admin", "Yes".to_owned()),
        ("comments_for_user", payment.comment.clone()),
        ("user_balance_before_payment", money(payment.balance_before)),
        ("user_balance_after_payment", money(after)),
    ];
    list.push_str("    <payment>\n");
    for (name, text) in fields {
        let _ = writeln!(list, "      <{name}>{}</{name}>", xml::escape(&text));
    }
    list.push_str("    </payment>\n");
}
