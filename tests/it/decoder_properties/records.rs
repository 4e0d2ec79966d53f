//! The decoder remembers how the last record of a list looked: no record may depend on those before it.

use mor_api::{AnswerError, DecodeErrorKind, FromXml, Money, from_xml};
use proptest::prelude::*;

use crate::decoder_properties::cases;

#[derive(Debug, Default, PartialEq, FromXml)]
#[mor(root = "page")]
struct Rates {
    #[mor(path = "rates/rate", default)]
    rates: Vec<Rate>,
    /// The same records under another name.
    #[mor(path = "rates/old_rate", default)]
    old_rates: Vec<Rate>,
}

#[derive(Debug, PartialEq, FromXml)]
struct Rate {
    prefix: String,
    destination: Option<String>,
    price: Option<Money>,
    #[mor(default)]
    start: Vec<String>,
    #[mor(path = "limits/max")]
    max: Option<u64>,
    #[mor(default)]
    rate: Vec<Inner>,
    note: Option<String>,
    #[mor(text)]
    text: Option<String>,
}

/// A record in a record.
#[derive(Debug, PartialEq, FromXml)]
struct Inner {
    prefix: Option<String>,
    note: Option<String>,
}

/// What may stand in a record, each with whether it does so in most records.
const PARTS: [(&str, bool); 14] = [
    ("own text", false),
    ("\n  <prefix>370</prefix>", true),
    ("\n  <destination>Vilnius</destination>", true),
    ("<destination/>", false),
    ("<!-- c -->", false),
    ("\n  <price>1.5 EUR</price>", true),
    ("<unknown>1</unknown>", false),
    ("\n  <start>09:00</start>", false),
    ("\n  <start>17:00</start>", false),
    ("<rate>\n  <prefix>1</prefix>\n  <note>x</note>\n</rate>", false),
    ("<rate>\n  <note>y</note>\n</rate>", false),
    ("<limits>\n<max>3</max></limits>", false),
    ("<unknown><note>2</note></unknown>", false),
    ("\n  <note>n</note>", true),
];

/// The parts of most records of a list.
fn layout() -> impl Strategy<Value = Vec<&'static str>> {
    let parts = PARTS.map(|(part, usual)| {
        prop::bool::weighted(if usual { 0.7 } else { 0.15 })
            .prop_map(move |is_there| is_there.then_some(part))
    });
    parts.to_vec().prop_map(|parts| parts.into_iter().flatten().collect())
}

/// A record of this layout in which some things may be different.
fn record(layout: Vec<&'static str>) -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), 0_u8..10);
    let changes = prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(change, 1..3)];
    (changes, prop::bool::weighted(0.8)).prop_map(move |(changes, is_new)| {
        let mut parts: Vec<String> = layout.iter().map(ToString::to_string).collect();
        for (index, how) in changes {
            if parts.is_empty() {
                break;
            }
            let at = index.index(parts.len());
            match how {
                // Changed, it would hold what follows.
                _ if parts[at].starts_with("<!") => {}
                0 => drop(parts.remove(at)),
                1 => parts.insert(at, parts[at].clone()),
                2 => parts.insert(at, "\n  <note>another</note>".to_owned()),
                3 => parts[at] = parts[at].replacen("</", "&amp;</", 1),
                4 => parts[at] = parts[at].replacen("</", " </", 1),
                5 => parts[at] = parts[at].replacen('>', " >", 1),
                6 => parts[at] = parts[at].replacen("</", "<a/></", 1),
                7 => parts[at] = parts[at].replacen('3', "8", 1),
                8 => parts[at] = parts[at].replacen("</", "</a", 1),
                _ => parts.swap(at, 0),
            }
        }
        let name = if is_new { "rate" } else { "old_rate" };
        format!("<{name}>{}\n</{name}>", parts.concat())
    })
}

fn records() -> impl Strategy<Value = Vec<String>> {
    layout().prop_flat_map(|layout| prop::collection::vec(record(layout), 1..9))
}

fn decode(records: &[&str]) -> Result<Rates, (DecodeErrorKind, String)> {
    match from_xml(&format!("<page><rates>\n{}</rates></page>", records.join("\n"))) {
        Err(AnswerError::Decode(error)) => Err((error.kind().clone(), error.path().to_owned())),
        outcome => Ok(outcome.unwrap()),
    }
}

proptest! {
    #![proptest_config(cases(4096))]

    #[test]
    fn a_record_does_not_depend_on_those_before_it(records in records()) {
        let mut each = Rates::default();
        let mut failed = None;
        for record in &records {
            match decode(&[record]) {
                Ok(one) => {
                    each.rates.extend(one.rates);
                    each.old_rates.extend(one.old_rates);
                }
                Err(error) => {
                    failed = Some(error);
                    break;
                }
            }
        }
        let all: Vec<&str> = records.iter().map(String::as_str).collect();
        prop_assert_eq!(decode(&all), failed.map_or(Ok(each), Err), "{:?}", all);
    }
}
