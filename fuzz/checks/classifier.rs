//! What an answer is: the first two bytes are the status, the rest is the body.

use http::{HeaderMap, StatusCode};
use mor_api::{AnswerError, Payload, Unexpected, classify, to_utf8};

pub fn check(data: &[u8]) {
    let Some((status, body)) = data.split_first_chunk() else { return };
    let Ok(status) = StatusCode::from_u16(100 + u16::from_be_bytes(*status) % 500) else { return };
    let text = to_utf8(body);
    let classified = classify(status, &HeaderMap::new(), &text);
    assert!(status.is_success() || classified.is_err(), "{status} is a success");
    match classified {
        Ok(Payload::Xml(xml)) => {
            assert!(xml.trim_start().starts_with('<') && !xml.contains('\0'));
            let body = Payload::Xml(xml);
            assert!(body.root().is_none_or(|root| !root.is_empty() && xml.contains(root)));
            if let Some(refusal) = body.refusal() {
                assert!(
                    refusal.messages.len() <= 64
                        && refusal.messages.iter().all(|message| message.len() <= 4096)
                );
            }
        }
        Ok(Payload::Text(text)) => assert!(!text.trim().is_empty() && !text.trim_start().starts_with('<')),
        Ok(Payload::Zip(archive)) => assert!(archive.bytes().starts_with(b"PK")),
        Ok(_) => {}
        Err(AnswerError::Unexpected(Unexpected::NotUtf8(at))) => {
            assert!(std::str::from_utf8(&text[..at]).is_ok())
        }
        Err(error) => assert!(error.to_string().len() < 1 << 20),
    }
}
