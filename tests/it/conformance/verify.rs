//! How to find out what became of a call: the advice names functions, parameters and elements that are there.

use mor_api::Effect;
use mor_endpoints::Function;
use mor_sim::catalog;

use crate::conformance::support::{assert_none, pairs};

/// The words between backticks.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn advice_names_functions_that_read_and_what_they_take_and_answer() {
    let mut wrong = Vec::new();
    for (function, _) in pairs() {
        let spec = function.spec();
        let Some(verify) = spec.verify else { continue };
        let named: Vec<&Function> = words(verify).filter_map(mor_endpoints::find).collect();
        if named.is_empty() && !verify.starts_with("no function") {
            wrong.push(format!("{}: no function is named that could tell", spec.function));
        }
        for other in &named {
            if other.spec().effect != Effect::Read {
                wrong.push(format!("{}: {} changes something itself", spec.function, other.spec().function));
            }
        }
        for word in words(verify).filter(|word| mor_endpoints::find(word).is_none()) {
            let is_param =
                spec.param(word).is_some() || named.iter().any(|other| other.spec().param(word).is_some());
            let is_element = named.iter().any(|other| answers_with(other, word));
            if !is_param && !is_element {
                wrong.push(format!("{}: `{word}` is no parameter or element of them", spec.function));
            }
        }
    }
    assert_none(&wrong);
}

fn answers_with(function: &Function, element: &str) -> bool {
    catalog::find(function.spec().function)
        .into_iter()
        .flat_map(|facts| &facts.responses)
        .any(|response| response.xml.contains(&format!("<{element}>")))
}

#[test]
fn whatever_moves_money_or_opens_an_account_says_how_to_find_out() {
    for name in [
        "payment_create",
        "user_balance_update",
        "card_payment_add",
        "card_by_cli_update",
        "card_from_group_sell",
        "voucher_use",
        "credit_note_create",
        "credit_note_update",
        "invoice_update",
        "sms_send",
        "callback_init",
        "subscription_create",
        "subscription_create_bulk",
        "subscription_delete",
        "user_register",
        "device_create",
        "did_create",
        "did_device_assign",
        "quickforwards_did_update",
    ] {
        let spec = mor_endpoints::find(name).unwrap().spec();
        assert!(spec.verify.is_some(), "{name}");
    }
}
