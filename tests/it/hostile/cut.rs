//! Every sample, cut at every byte.

use mor_api::AnswerError;

use crate::hostile::all;
use crate::hostile::samples::{Sample, decode, samples, stream};

#[test]
fn a_sample_that_ends_too_early_is_no_success_of_its_function() {
    let (mut wrong, mut cuts) = (Vec::new(), 0);
    for sample in samples().into_iter().filter(|sample| !sample.is_bare()) {
        let whole = decode(sample.function, sample.text.as_bytes());
        for length in 0..sample.end() {
            let result = decode(sample.function, &sample.text.as_bytes()[..length]);
            cuts += 1;
            if let Some(mistake) = mistake(&whole, &result) {
                wrong.push(format!("{} cut at {length}: {mistake}", sample.name));
            }
        }
        // Behind the end only white space and comments are cut, which changes nothing.
        for length in sample.end()..sample.text.len() {
            let cut = &sample.text.as_bytes()[..length];
            let is_whole_comment = !sample.text[sample.end()..length].contains("<!");
            if is_whole_comment && format!("{:?}", decode(sample.function, cut)) != format!("{whole:?}") {
                wrong.push(format!("{} cut at {length}, behind its end", sample.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {cuts} cuts:\n{}", wrong.len(), wrong.join("\n"));
    assert!(cuts > 70_000, "only {cuts} cuts");
}

/// What a cut sample must not be: a success, or a refusal that the whole one is not. Of a refusal with several
/// messages the first ones may be there.
fn mistake(whole: &Result<(), AnswerError>, cut: &Result<(), AnswerError>) -> Option<String> {
    match (whole, cut) {
        (_, Ok(())) => Some("a success".to_owned()),
        (Err(AnswerError::Refused(whole)), Err(AnswerError::Refused(cut))) => {
            (!whole.messages.starts_with(&cut.messages)).then(|| format!("{cut:?} of {whole:?}"))
        }
        (_, Err(AnswerError::Refused(refusal))) => Some(format!("{refusal:?}")),
        (_, Err(_)) => None,
    }
}

#[test]
fn rows_of_a_sample_that_ends_too_early_end_in_an_error() {
    let (mut wrong, mut cuts, mut lists) = (Vec::new(), 0, 0);
    // An odd step comes to all kinds of places.
    let step = if all() { 1 } else { 9 };
    for sample in samples() {
        let Some(path) = sample.rows() else { continue };
        let whole = stream(&path, sample.text.as_bytes(), usize::MAX);
        assert!(whole.1.is_err() || !whole.0.is_empty(), "{}: no rows at {path}", sample.name);
        lists += usize::from(whole.1.is_ok());
        for length in (0..sample.end()).step_by(step) {
            let (rows, result) = stream(&path, &sample.text.as_bytes()[..length], 256 + length % 64);
            cuts += 1;
            if let Some(mistake) = mistake(&whole.1, &result) {
                wrong.push(format!("{} cut at {length}: {mistake}", sample.name));
            }
            if !whole.0.starts_with(&rows) {
                wrong.push(format!("{} cut at {length}: other rows", sample.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {cuts} cuts:\n{}", wrong.len(), wrong.join("\n"));
    assert!(lists > 100 && cuts > 7_000, "only {lists} lists and {cuts} cuts");
}

/// A bare number has no end: a part of one is a number. Only the transport can tell, by `Content-Length` or the last
/// chunk, see [`crate::hostile::wire`]. What is cut to nothing is an error here, too.
#[test]
fn a_number_that_ends_too_early_is_still_a_number() {
    let bare: Vec<Sample> = samples().into_iter().filter(Sample::is_bare).collect();
    let numbers: Vec<&Sample> =
        bare.iter().filter(|sample| sample.text.trim().parse::<f64>().is_ok()).collect();
    assert_eq!(numbers.len(), 4);
    for sample in numbers {
        let text = sample.text.trim();
        assert!(decode(sample.function, b"").is_err());
        for length in 1..text.len() {
            // "-" and "66." are no numbers.
            let is_number = text[..length].parse::<f64>().is_ok() && !text[..length].ends_with('.');
            let decoded = decode(sample.function, &text.as_bytes()[..length]);
            assert_eq!(decoded.is_ok(), is_number, "{}: {:?}", sample.name, &text[..length]);
        }
    }
}
