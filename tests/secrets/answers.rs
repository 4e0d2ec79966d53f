//! Answers that hold secrets: every published sample that has some, whole and broken.

use std::error::Error;

use mor_api::{AnswerError, DecodeErrorKind, ElementMap, FromXml, Payload, Secret, from_xml};
use mor_endpoints::Function;
use mor_sim::catalog;

use crate::planted::ANSWERED;

/// The document with a marker in every element that has the name of a secret and holds a text; how many there are.
fn plant(xml: &str) -> (String, usize) {
    let (mut planted, mut rest, mut count) = (String::new(), xml, 0);
    while let Some((before, tag)) = rest.split_once('<') {
        planted.push_str(before);
        planted.push('<');
        rest = tag;
        let Some((name, content)) = tag.split_once('>') else { continue };
        if !Secret::is_secret_name(name) || name.starts_with('/') {
            continue;
        }
        if let Some((text, after)) =
            content.split_once(&format!("</{name}>")).filter(|(text, _)| !text.contains('<'))
        {
            let numbered = if text.is_empty() { String::new() } else { format!("{ANSWERED}-{count}") };
            count += usize::from(!text.is_empty());
            planted.push_str(&format!("{name}>{numbered}</{name}>"));
            rest = after;
        }
    }
    planted.push_str(rest);
    (planted, count)
}

/// The samples that hold secrets.
fn samples() -> Vec<(&'static Function, String)> {
    let mut samples = Vec::new();
    for facts in catalog::functions() {
        let Some(function) = mor_endpoints::find(&facts.name) else { continue };
        for response in &facts.responses {
            let (xml, count) = plant(response.xml.trim());
            if count > 0 {
                samples.push((function, xml));
            }
        }
    }
    samples
}

#[track_caller]
fn assert_hidden(function: &Function, printed: &str, document: &str) {
    // A marker that was cut is one, too.
    let marker = &ANSWERED[..12];
    assert!(!printed.contains(marker), "{}: {printed}\nof\n{document}", function.spec().function);
}

#[track_caller]
fn assert_error_hides(function: &Function, error: &AnswerError, document: &str) {
    let source = error.source().map(|source| format!("{source} {source:?}"));
    assert_hidden(function, &format!("{error} {error:?} {source:?}"), document);
}

#[test]
fn decoded_answers_mask_them() {
    let samples = samples();
    assert!(samples.len() >= 15, "{} samples hold secrets", samples.len());
    let mut masked = 0;
    for (function, xml) in &samples {
        match (function.debug_answer(Payload::Xml(xml)), function.decode(Payload::Xml(xml))) {
            (Ok(shown), Ok(response)) => {
                assert_hidden(function, &shown, xml);
                assert_hidden(function, &serde_json::to_string(&response).unwrap(), xml);
                masked += usize::from(shown.contains("***"));
            }
            (Err(error), _) | (_, Err(error)) => assert_error_hides(function, &error, xml),
        }
    }
    assert!(masked >= 12, "{masked} answers have something to mask");
}

/// Broken in ways that lead a decoder to quote what it found.
fn broken(xml: &str) -> Vec<String> {
    let mut documents: Vec<String> =
        (0..xml.len()).step_by(29).filter_map(|end| xml.get(..end)).map(str::to_owned).collect();
    let marker = format!("{ANSWERED}-0");
    let replacements = [
        format!("<b>{marker}</b>"),
        format!("</{marker}>"),
        format!("<{marker}>"),
        format!("&{marker};"),
        format!("{marker}&"),
        format!("<![CDATA[{marker}"),
        format!("<!-- {marker} --"),
        format!("{marker}\u{0}"),
    ];
    documents.extend(replacements.iter().map(|replacement| xml.replacen(&marker, replacement, 1)));
    documents.push(format!("{xml}{xml}"));
    documents.push(format!("{marker} {xml}"));
    documents.push(format!("{xml} {marker}"));
    documents
}

#[test]
fn broken_answers_are_not_quoted_where_secrets_stand() {
    let mut errors = 0;
    for (function, xml) in samples() {
        for document in broken(&xml) {
            if let Err(error) = function.check_answer(Payload::Xml(&document)) {
                errors += 1;
                assert_error_hides(function, &error, &document);
            }
        }
    }
    assert!(errors > 500, "{errors}");
}

/// Somebody's own declaration, with types that are not `Secret`.
#[derive(Debug, FromXml)]
#[mor(root = "device")]
struct Device {
    #[mor(rename = "pin")]
    _pin: u32,
    #[mor(rest)]
    other: ElementMap,
}

#[test]
fn names_protect_where_types_do_not() {
    let bad = from_xml::<Device>(&format!("<device><pin>{ANSWERED}</pin></device>")).unwrap_err();
    let AnswerError::Decode(error) = bad else { panic!("{bad}") };
    assert!(matches!(error.kind(), DecodeErrorKind::BadValue(_)));
    assert_eq!(error.text(), "***");
    assert!(error.to_string().starts_with("`device/pin` should be "), "{error}");

    let xml = format!(
        "<device><pin>1</pin><secret>{ANSWERED}</secret><name>bob</name><a password=\"{ANSWERED}\"/></device>"
    );
    let device = from_xml::<Device>(&xml).unwrap();
    assert_eq!(device.other.get("secret"), Some(ANSWERED), "who asks for it gets it");
    let shown = format!("{:?}", device.other);
    assert_eq!(shown, r#"{"secret": "***", "name": "bob", "a/@password": "***", "a": ""}"#);
    assert_eq!(serde_json::to_value(&device.other).unwrap()["secret"], "***");
}
