//! Each function of the catalog once, over HTTP.

mod common;

use common::post;
use mor_sim::{
    Simulator,
    catalog::{Function, ParamType, functions},
};

/// No source shows its answer.
const NO_SAMPLE: [&str; 1] = ["did_rates_get"];

/// Their answers depend on what came before; tests/ledger.rs looks at them.
const WITH_STATE: [&str; 3] = ["payment_create", "sms_send", "user_balance_update"];

fn form(function: &Function) -> String {
    let mut form = "u=admin&p=admin1&test=1".to_owned();
    for param in
        function.params.iter().filter(|param| param.required && !["u", "p"].contains(&param.name.as_str()))
    {
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
