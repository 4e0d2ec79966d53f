//! Every function's typed decoder: the first byte chooses the function, the rest is the answer.

use http::{HeaderMap, StatusCode};
use mor_api::{AnswerError, classify, to_utf8};

pub fn check(data: &[u8]) {
    let Some((chosen, answer)) = data.split_first() else { return };
    let functions = mor_endpoints::functions();
    let function = &functions[usize::from(*chosen) % functions.len()];
    let text = to_utf8(answer);
    let decoded =
        classify(StatusCode::OK, &HeaderMap::new(), &text).and_then(|body| function.check_answer(body));
    if let Err(error) = decoded {
        let said = error.to_string();
        assert!(said.len() < 1 << 20, "an error of {} bytes", said.len());
        if let AnswerError::Decode(error) = error {
            assert!(
                error.offset() <= text.len().max(answer.len()) as u64 || text.starts_with(b"PK"),
                "{error}"
            );
            assert!(error.to_string().len() < 4096, "{error}");
        }
    }
}
