//! Each function of the catalog once, over HTTP.

use mor_sim::{
    Simulator,
    catalog::{Function, ParamType, functions},
};

use crate::support::post;

/// No source shows its answer.
const NO_SAMPLE: [&str; 1] = ["did_rates_get"];

/// Their answers depend on earlier requests; `ledger` and `provisioning` test them.
const WITH_STATE: [&str; 10] = [
    "device_create",
    "device_delete",
    "did_create",
    "did_device_assign",
    "did_device_unassign",
    "payment_create",
    "sms_send",
    "user_balance_update",
    "user_delete",
    "user_register",
];

fn form(function: &Function) -> String {
    let mut form = "u=admin&p=admin1&test=1".to_owned();
    let required = function.params.iter().filter(|param| param.required || param.required_unless.is_some());
    for param in required.filter(|param| !["u", "p"].contains(&param.name.as_str())) {
        let value = match (function.name.as_str(), param.name.as_str()) {
            ("user_balance_get", "username") => "admin",
            ("user_register", "id") => "adminhash1",
            _ if param.kind == ParamType::BoolWord => "true",
            _ => param.values.first().map_or("1", String::as_str),
        };
        form.extend(["&", &param.name, "=", value]);
    }
    form
}

#[test]
fn every_function_answers_with_a_sample_under_each_of_its_names() {
    let sim = Simulator::start().unwrap();
    sim.settings(|settings| settings.check_hash = false);
    let has_state = |function: &Function| WITH_STATE.contains(&function.name.as_str());
    for function in functions().iter().filter(|f| f.group != "autodialer" && !has_state(f)) {
        let samples: Vec<_> = function.responses.iter().map(|sample| sample.xml.trim()).collect();
        for name in std::iter::once(&function.name).chain(&function.aliases) {
            let reply = post(&sim, name, &form(function));
            let expected = if NO_SAMPLE.contains(&name.as_str()) { 501 } else { 200 };
            assert_eq!(reply.status, expected, "{name}");
            assert!(expected == 501 || samples.contains(&reply.text().trim()), "{name}: {}", reply.text());
            assert_eq!(sim.last_request().unwrap().function, function.name);
        }
    }
}

#[test]
fn one_of_two_names_is_enough_and_neither_is_refused() {
    let sim = Simulator::start().unwrap();
    sim.settings(|settings| settings.check_hash = false);
    for did in ["did_id=5", "dids_id=5", "did_id=5&dids_id=5"] {
        let reply = post(&sim, "did_subscription_stop", &format!("u=admin&{did}"));
        assert!(reply.text().contains("DID was successfully closed"), "{did}: {}", reply.text());
    }
    let reply = post(&sim, "did_subscription_stop", "u=admin");
    assert!(reply.text().contains("<error>"), "{}", reply.text());
}

#[test]
fn statistics_of_a_campaign_that_does_not_exist_are_refused() {
    let sim = Simulator::start().unwrap();
    sim.settings(|settings| settings.check_hash = false);
    let statistics =
        |id: &str| post(&sim, "autodialer_get_campaign_statistics", &format!("u=admin&id={id}")).text();
    assert!(statistics("2").contains("<answered_percent>60%</answered_percent>"));
    assert!(statistics("999").contains("<error>Campaign was not found</error>"));
}
