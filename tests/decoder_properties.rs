//! Nothing a server sends makes the decoder panic, and nothing that ends too early is a success.

use std::fmt::Write;

use http::{HeaderMap, StatusCode};
use jiff::civil::DateTime;
use mor_api::{
    AnswerError, ElementMap, Error, FromText, FromXml, Money, ServerTime, decode_answer, from_xml,
};
use mor_endpoints::autodialer::{
    AutodialerGetCampaignIvrPollResults, PollFault, PollField, PollRecord, PollResults,
};
use mor_sim::catalog;
use proptest::prelude::*;

/// A record with a field of every kind.
#[derive(Debug, FromXml)]
#[mor(root = "page")]
#[expect(dead_code, reason = "what counts is that it is decoded")]
struct Everything {
    #[mor(attribute)]
    version: Option<u64>,
    status: Option<Status>,
    #[mor(path = "users/user", default)]
    users: Vec<User>,
    balance: Option<Money>,
    #[mor(path = "users/@count")]
    count: Option<u32>,
    #[mor(rest)]
    rest: ElementMap,
}

#[derive(Debug, FromXml)]
#[expect(dead_code, reason = "what counts is that it is decoded")]
struct Status {
    #[mor(text)]
    text: Option<String>,
    success: Option<String>,
}

#[derive(Debug, FromXml)]
#[expect(dead_code, reason = "what counts is that it is decoded")]
struct User {
    #[mor(attribute)]
    id: Option<i64>,
    #[mor(rename = "name", default)]
    name: String,
    active: Option<bool>,
    since: Option<ServerTime>,
}

/// Whatever a page holds.
#[derive(Debug, FromXml)]
#[mor(root = "page")]
#[expect(dead_code, reason = "what counts is that it is decoded")]
struct Page {
    #[mor(rest)]
    rest: ElementMap,
}

type Poll = AutodialerGetCampaignIvrPollResults;

fn decode(body: &[u8]) -> Result<PollResults, Error<PollFault>> {
    decode_answer::<Poll>(StatusCode::OK, &HeaderMap::new(), body)
}

/// Every sample answer of the catalog.
fn samples() -> Vec<&'static str> {
    let responses = catalog::functions().iter().flat_map(|function| &function.responses);
    responses.map(|response| response.xml.trim()).filter(|xml| xml.starts_with('<')).collect()
}

fn tokens() -> impl Strategy<Value = String> {
    let token = prop::sample::select(vec![
        "<page>",
        "</page>",
        "<page",
        "<status>",
        "</status>",
        "<ivr_poll_results_string>",
        "</ivr_poll_results_string>",
        "<users>",
        "</users>",
        "<user id=\"1\">",
        "</user>",
        "<user/>",
        "<error>",
        "</error>",
        "<error/>",
        "<action>",
        "</action>",
        "<name>",
        "</name>",
        "<balance>",
        "</balance>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?xml version=\"1.0\"?>",
        "?>",
        "<!DOCTYPE page [",
        "]>",
        "&amp;",
        "&#65;",
        "&#xFFFFFF;",
        "&unknown;",
        "&",
        ";",
        "<",
        ">",
        "/>",
        "=",
        "\"",
        "'",
        " ",
        "\n",
        "\r\n",
        ",",
        "1111",
        "26.0 USD",
        "\u{feff}",
        "\0",
        "ü",
        "🎉",
        "failed",
        "<html>",
        "PK\u{3}\u{4}",
    ]);
    prop::collection::vec(token, 0..40).prop_map(|tokens| tokens.concat())
}

/// A sample with some bytes replaced, removed or doubled.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let damage = (any::<prop::sample::Index>(), any::<u8>(), 0_u8..4);
    (prop::sample::select(samples()), prop::collection::vec(damage, 0..6)).prop_map(|(sample, damages)| {
        let mut bytes = sample.as_bytes().to_vec();
        for (index, byte, how) in damages {
            let at = index.index(bytes.len().max(1)).min(bytes.len().saturating_sub(1));
            match how {
                _ if bytes.is_empty() => bytes.push(byte),
                0 => bytes[at] = byte,
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, b"<>&/\"'="[usize::from(byte) % 7]),
                _ => bytes.truncate(at),
            }
        }
        bytes
    })
}

/// All ways into the decoder; what an error says of itself is made, too.
fn decode_in_every_way(body: &[u8]) {
    if let Err(error) = decode(body) {
        let mut text = String::new();
        write!(text, "{error} {error:?} {:?}", error.hint()).unwrap();
        assert!(error.answer_received().unwrap().length() == body.len() && text.len() < 4096, "{text}");
    }
    if let Ok(text) = std::str::from_utf8(body) {
        for error in
            [from_xml::<Everything>(text).err(), from_xml::<PollResults>(text).err()].into_iter().flatten()
        {
            if let AnswerError::Decode(error) = error {
                assert!(error.offset() <= body.len() as u64, "{error}");
            }
        }
        let _ = mor_api::from_xml_strict::<Everything>(text);
    }
}

proptest! {
    // Without files of past failures: those become tests of their own.
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(body in prop::collection::vec(any::<u8>(), 0..512)) {
        decode_in_every_way(&body);
    }

    #[test]
    fn arbitrary_texts_never_panic(body in any::<String>()) {
        decode_in_every_way(body.as_bytes());
    }

    #[test]
    fn a_soup_of_tokens_never_panics(body in tokens()) {
        decode_in_every_way(body.as_bytes());
        decode_in_every_way(format!("<page>{body}").as_bytes());
    }

    #[test]
    fn damaged_samples_never_panic(body in damaged()) {
        decode_in_every_way(&body);
    }
}

/// The XML reader below does not count the mark; the names of elements were once cut from 3 bytes too early.
#[test]
fn a_byte_order_mark_shifts_nothing() {
    for xml in COMPLETE {
        let marked = format!("\u{feff}{xml}");
        assert_eq!(
            format!("{:?}", from_xml::<Everything>(&marked)),
            format!("{:?}", from_xml::<Everything>(xml))
        );
    }
    let error = from_xml::<Everything>("\u{feff}<user id=\"1\"><status>\u{feff}<status>").unwrap_err();
    let AnswerError::Decode(error) = error else { panic!("{error:?}") };
    assert_eq!((error.text(), error.offset()), ("user", 3));
    assert_eq!(*error.kind(), mor_api::DecodeErrorKind::WrongRoot("page"));
}

#[test]
fn deep_nesting_is_an_error_and_no_stack_overflow() {
    for depth in [65, 100_000] {
        for closed in [false, true] {
            let end = if closed { "</page>".repeat(depth) } else { String::new() };
            let body = "<page>".repeat(depth) + &end;
            decode_in_every_way(body.as_bytes());
            let error = from_xml::<Everything>(&body).unwrap_err();
            assert!(
                matches!(&error, AnswerError::Decode(error) if *error.kind() == mor_api::DecodeErrorKind::TooDeep)
            );
        }
    }
}

/// A poll answer, a record with attributes and an answer with everything XML has to offer.
const COMPLETE: [&str; 3] = [
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<page>\n  <status>\n    <ivr_poll_results_string>1111\n2222,2020-01-01 01:01:01,2090-12-31 23:59:59</ivr_poll_results_string>\n  </status>\n</page>",
    "<page version=\"1\"><users count=\"2\"><user id=\"1\"><name>A &amp; B</name></user><user/></users></page>",
    "<!DOCTYPE page [<!ENTITY a \"b\">]><!-- c --><page><status>x<![CDATA[ > ]]></status><balance>1.50 EUR</balance></page>",
];

#[test]
fn a_truncated_answer_is_no_success_wherever_it_ends() {
    assert!(decode(COMPLETE[0].as_bytes()).is_ok());
    for length in 0..COMPLETE[0].len() {
        let cut = &COMPLETE[0][..length];
        assert!(decode(cut.as_bytes()).is_err(), "{cut}");
    }
    for complete in COMPLETE {
        assert!(from_xml::<Everything>(complete).is_ok(), "{:?}", from_xml::<Everything>(complete));
        for length in 0..complete.len() {
            let cut = &complete[..length];
            assert!(from_xml::<Everything>(cut).is_err(), "{cut}");
        }
    }
}

#[test]
fn a_truncated_sample_of_the_catalog_is_no_success_wherever_it_ends() {
    let pages: Vec<&str> = samples().into_iter().filter(|xml| from_xml::<Page>(xml).is_ok()).collect();
    assert!(pages.len() > 50, "only {} samples", pages.len());
    for page in pages {
        // The long ones are lists of the same.
        for length in (0..page.len().min(1500)).filter(|length| page.is_char_boundary(*length)) {
            let cut = &page[..length];
            assert!(from_xml::<Page>(cut).is_err(), "{cut}");
        }
    }
}

fn field() -> impl Strategy<Value = PollField> {
    let time = (1990_i16..2100, 1_i8..=12, 1_i8..=28, 0_i8..24, 0_i8..60, 0_i8..60);
    let time = time.prop_map(|(year, month, day, hour, minute, second)| {
        PollField::DateTime(DateTime::constant(year, month, day, hour, minute, second, 0))
    });
    // A word of letters first: neither a time nor blanks at an end, which are cut off there.
    let text = "[a-zA-Zäöü*#<>&;\"'.:-]{1,8}( [a-z0-9*#&<]{1,8}){0,2}".prop_map(PollField::Text);
    let digits = "[0-9*#]{0,6}".prop_map(PollField::Text);
    prop_oneof![time, text, digits]
}

fn records() -> impl Strategy<Value = Vec<PollRecord>> {
    let record = ("\\+?[0-9]{1,15}", prop::collection::vec(field(), 0..5));
    prop::collection::vec(record.prop_map(|(number, fields)| PollRecord { number, fields }), 2..12)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Lines are what the simulator, and as far as is known the server, sends.
    #[test]
    fn poll_results_survive_the_way_through_text(records in records(), line_break in prop::sample::select(vec!["\n", "\r\n"])) {
        let lines: Vec<String> = records.iter().map(ToString::to_string).collect();
        let text = lines.join(line_break);
        let results = PollResults::from_text(&text).unwrap();
        prop_assert_eq!(results.records(), &records[..]);
        prop_assert_eq!(results.to_string(), text.as_str());

        let xml = format!("<page><status><ivr_poll_results_string>{}</ivr_poll_results_string></status></page>", escape(&text));
        let decoded = decode(xml.as_bytes()).unwrap();
        prop_assert_eq!(decoded.records(), &records[..]);
    }
}
