//! Poll results as text and back.

use jiff::civil::DateTime;
use mor_endpoints::autodialer::{PollField, PollRecord, PollResults};
use proptest::prelude::*;

use crate::decoder_properties::{cases, decode};

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
    #![proptest_config(cases(256))]

    /// Lines are what the simulator, and as far as is known the server, sends.
    #[test]
    fn poll_results_survive_the_way_through_text(records in records(), line_break in prop::sample::select(vec!["\n", "\r\n"])) {
        let lines: Vec<String> = records.iter().map(ToString::to_string).collect();
        let text = lines.join(line_break);
        let results = PollResults::from_text(&text);
        prop_assert_eq!(results.records(), &records[..]);
        prop_assert_eq!(results.to_string(), text.as_str());

        let xml = format!("<page><status><ivr_poll_results_string>{}</ivr_poll_results_string></status></page>", escape(&text));
        let decoded = decode(xml.as_bytes()).unwrap();
        prop_assert_eq!(decoded.records(), &records[..]);
    }
}
