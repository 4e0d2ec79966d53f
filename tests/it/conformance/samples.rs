//! Every published sample of an answer.

use mor_api::{AnswerError, Payload};
use mor_sim::catalog::ResponseKind;

use crate::conformance::exceptions;
use crate::conformance::support::{assert_none, pairs};

#[test]
fn every_sample_decodes_and_nothing_is_left_over() {
    let mut wrong = Vec::new();
    for (function, facts) in pairs() {
        for (index, sample) in facts.responses.iter().enumerate() {
            if exceptions::is_no_sample(&facts.name, index) {
                continue;
            }
            let text = sample.xml.trim();
            let body = if text.starts_with('<') { Payload::Xml(text) } else { Payload::Text(text) };
            match function.check_answer(body) {
                Ok(unknown) if unknown.is_empty() => {}
                // Some samples of other answers are refusals.
                Err(AnswerError::Refused(refusal))
                    if sample.kind == ResponseKind::Other && function.documents(&refusal) => {}
                other => wrong.push(format!("{} sample {index}: {other:?}", facts.name)),
            }
        }
    }
    assert_none(&wrong);
}
