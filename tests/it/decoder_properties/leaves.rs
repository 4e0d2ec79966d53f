//! Simple elements take a shortcut through the decoder: it must lead to where the long way leads.

use mor_api::{AnswerError, from_xml};
use proptest::prelude::*;

use crate::decoder_properties::{Everything, cases};

/// Stands where a start tag may have a space, which no shortcut takes.
const GAP: char = '\u{1}';

fn element() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "status", "users", "user", "name", "active", "since", "balance", "success", "other", "error",
        "message",
    ]);
    let text = prop::sample::select(vec![
        "",
        " ",
        "\n  ",
        "1",
        "yes",
        "26.0 USD",
        "2021-07-08 09:10:11 GMT +03:00",
        "A &amp; B",
        "a > b",
        "ü",
        "a<!-- -->b",
        "<![CDATA[<]]>",
    ]);
    let leaf = (name.clone(), text.clone()).prop_map(|(name, text)| format!("<{name}{GAP}>{text}</{name}>"));
    let empty = name.clone().prop_map(|name| format!("<{name}{GAP}/>"));
    prop_oneof![4 => leaf, 1 => empty, 2 => text.prop_map(str::to_owned)].prop_recursive(
        4,
        24,
        5,
        move |inner| {
            (name.clone(), prop::collection::vec(inner, 0..5))
                .prop_map(|(name, content)| format!("<{name}{GAP}>{}</{name}>", content.concat()))
        },
    )
}

/// The value, or what is wrong with it, without where: the long way has longer tags.
fn outcome(xml: &str) -> String {
    match from_xml::<Everything>(xml) {
        Err(AnswerError::Decode(error)) => format!("{:?} {} {}", error.kind(), error.path(), error.text()),
        outcome => format!("{outcome:?}"),
    }
}

proptest! {
    #![proptest_config(cases(2048))]

    #[test]
    fn a_shortcut_leads_where_the_long_way_leads(elements in prop::collection::vec(element(), 0..6), cut in 0.5..1.2) {
        let mut xml = format!("<page{GAP}>{}</page>", elements.concat());
        let end = (xml.len() as f64 * cut) as usize;
        if xml.is_char_boundary(end) && end < xml.len() {
            xml.truncate(end);
        }
        prop_assert_eq!(outcome(&xml.replace(GAP, "")), outcome(&xml.replace(GAP, " ")));
    }
}
