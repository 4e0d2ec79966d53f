//! Numbers that identify something are strings: a letter or a leading zero in them is kept.

use mor_api::{Kind, Payload, Secret};

use crate::conformance::elements::elements;
use crate::conformance::exceptions;
use crate::conformance::support::{assert_none, json_of, pairs};

/// Numbers of things, by the element, attribute or parameter that carries them.
const NUMBERS: &[&str] = &[
    "account_number",
    "agreement_number",
    "agreementnumber",
    "called_from",
    "called_to",
    "callerid",
    "card_batch_number",
    "card_callerid",
    "card_number",
    "cards_from",
    "cards_till",
    "batch_number",
    "cid",
    "cli",
    "cli_cli",
    "cli_number",
    "clid",
    "clientid",
    "client_id",
    "device_extension",
    "did",
    "did_number",
    "dst",
    "extension",
    "external_number",
    "fax",
    "inv_number",
    "invoice_number",
    "localized_dst",
    "mob_phone",
    "number",
    "phone",
    "postcode",
    "prefix",
    "search_did_number",
    "source",
    "speeddial",
    "src",
    "tag",
    "vat_number",
    "voucher_number",
];

#[test]
fn numbers_of_things_are_kept_as_they_are_written() {
    let mut wrong = Vec::new();
    let mut kept = 0;
    for (function, facts) in pairs() {
        for (index, sample) in facts.responses.iter().enumerate() {
            let text = sample.xml.trim();
            let is_answer = text.starts_with('<') && !exceptions::is_no_sample(&facts.name, index);
            if !is_answer || function.check_answer(Payload::Xml(text)).is_err() {
                continue;
            }
            let all = elements(text);
            let numbers = all.iter().filter(|element| {
                NUMBERS.contains(&element.name())
                    && element.has_text(text)
                    && !Secret::is_secret_name(element.name())
            });
            for element in numbers {
                for number in ["CN000042", "0042"] {
                    let answer = element.with_content(text, number);
                    match json_of(function, Payload::Xml(&answer)) {
                        Ok(json) if json.to_string().contains(&format!("\"{number}\"")) => kept += 1,
                        other => wrong.push(format!(
                            "{} sample {index}: {} {number}: {other:?}",
                            facts.name, element.path
                        )),
                    }
                }
            }
        }
    }
    assert_none(&wrong);
    let all = std::env::var_os("CONFORMANCE_GROUP").is_none();
    assert!(!all || kept > 100, "only {kept} numbers");
}

#[test]
fn numbers_of_things_are_sent_as_they_are_written() {
    let mut wrong = Vec::new();
    for (function, _) in pairs() {
        for param in function.spec().params.iter().filter(|param| NUMBERS.contains(&param.name)) {
            if matches!(param.kind, Kind::Integer | Kind::Decimal) {
                wrong.push(format!("{}: `{}` is a {:?}", function.spec().function, param.name, param.kind));
            }
        }
    }
    assert_none(&wrong);
}
