//! Answers that end too early.

use mor_api::from_xml;

use crate::decoder_properties::soup::samples;
use crate::decoder_properties::{COMPLETE, Everything, Page, decode};

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
        for length in (0..page.len().min(600)).filter(|length| page.is_char_boundary(*length)) {
            let cut = &page[..length];
            assert!(from_xml::<Page>(cut).is_err(), "{cut}");
        }
    }
}
