//! Whole documents: whatever comes, there is a value or an error.

use std::fmt::Write;

use mor_api::{AnswerError, DecodeErrorKind, from_xml};
use mor_endpoints::autodialer::PollResults;
use proptest::prelude::*;

use crate::decoder_properties::soup::{damaged, tokens};
use crate::decoder_properties::{COMPLETE, Everything, cases, decode};

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
    #![proptest_config(cases(1024))]

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
    assert_eq!(*error.kind(), DecodeErrorKind::WrongRoot("page".into()));
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
                matches!(&error, AnswerError::Decode(error) if *error.kind() == DecodeErrorKind::TooDeep)
            );
        }
    }
}
