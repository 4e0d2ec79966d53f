//! Archives: whatever is in one, no more than the limit comes out.

use mor_api::{AnswerError, Archive, Payload, Unexpected};

const LIMIT: u64 = 1 << 16;

pub fn check(data: &[u8]) {
    match Payload::Zip(Archive::new(data).with_max_unpacked(LIMIT)).into_unzipped_xml() {
        // Latin-1 may double.
        Ok(xml) => assert!(xml.len() as u64 <= 2 * LIMIT),
        Err(AnswerError::Unexpected(Unexpected::BadZip(why))) => assert!(why.len() < 4096, "{why}"),
        Err(_) => {}
    }
}
