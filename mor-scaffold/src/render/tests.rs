//! The tests of a file: its samples decode, and its published hash is the one of the declaration.

use super::File;
use crate::answer::{Answer, Content, Field, Record};
use crate::guess::Value;
use crate::recipe::Proof;
use crate::text::{WIDTH, add, literal};

/// As many values as make the point.
const ASSERTIONS: usize = 8;

pub(super) fn of(file: &File<'_>) -> String {
    let samples = &file.answers.samples;
    let proof = file.recipe.proof.as_ref();
    if samples.is_empty() && proof.is_none() {
        return String::new();
    }
    let mut uses = Vec::new();
    if proof.is_some() {
        uses.extend(["CallOptions", "Credentials", "Server"]);
    }
    if !samples.is_empty() {
        uses.push("from_xml_strict");
    }
    let uses = match uses.as_slice() {
        [one] => (*one).to_owned(),
        all => format!("{{{}}}", all.join(", ")),
    };
    let mut parts = vec![format!("    use mor_api::{uses};\n\n    use super::*;\n")];
    parts.extend(samples.iter().enumerate().map(|(at, sample)| constant(at, &sample.to_text())));
    parts.extend(proof.map(request));
    parts.extend((0..samples.len()).map(|at| decoding(file, at)));
    parts.extend(proof.map(|proof| hashing(file, proof)));
    format!("#[cfg(test)]\nmod tests {{\n{}}}\n", parts.join("\n"))
}

fn constant_name(at: usize) -> String {
    if at == 0 { "SAMPLE".to_owned() } else { format!("SAMPLE_{}", at + 1) }
}

fn constant(at: usize, xml: &str) -> String {
    let (open, close) = if !xml.contains(['"', '\\']) {
        ("\"", "\"")
    } else if !xml.contains('"') {
        ("r\"", "\"")
    } else {
        ("r#\"", "\"#")
    };
    format!("    const {}: &str = {open}\n{xml}{close};\n", constant_name(at))
}

/// The example request as pairs.
fn request(proof: &Proof) -> String {
    let pairs = proof.example.query.iter();
    let pairs: Vec<String> =
        pairs.map(|(name, value)| format!("({}, {})", literal(name), literal(value))).collect();
    let one = format!("    const REQUEST: &[(&str, &str)] = &[{}];", pairs.join(", "));
    if one.len() <= WIDTH {
        return format!("{one}\n");
    }
    let two = format!("        &[{}];", pairs.join(", "));
    if two.len() <= WIDTH {
        return format!("    const REQUEST: &[(&str, &str)] =\n{two}\n");
    }
    let lines = pairs.join(",\n        ");
    format!("    const REQUEST: &[(&str, &str)] = &[\n        {lines},\n    ];\n")
}

fn decoding(file: &File<'_>, at: usize) -> String {
    let name = if at == 0 { "the_sample_decodes".to_owned() } else { format!("sample_{}_decodes", at + 1) };
    let assertions = if at == 0 { assertions(file) } else { Vec::new() };
    let answer = if assertions.is_empty() { "_" } else { "answer" };
    let (response, constant) = (file.response(), constant_name(at));
    let mut out = format!("    #[test]\n    fn {name}() {{\n");
    let decode = format!("from_xml_strict::<{response}>({constant}).unwrap();");
    add(&mut out, format_args!("        let ({answer}, unknown) = {decode}\n"));
    out.push_str("        assert!(unknown.is_empty(), \"no field takes {unknown:?}\");\n");
    for assertion in assertions {
        add(&mut out, format_args!("        {assertion}\n"));
    }
    out.push_str("    }\n");
    out
}

fn assertions(file: &File<'_>) -> Vec<String> {
    let mut all = Vec::new();
    match &file.answers.answer {
        Answer::Unknown { .. } => {}
        Answer::Done => {
            let text = file.answers.samples.first().map(|sample| innermost(sample).trim());
            all.extend(text.map(|text| format!("assert_eq!(answer.0, {});", literal(text))));
        }
        Answer::Records(records) => {
            if let Some(response) = records.first() {
                assert_record(records, response, "answer", &mut all);
            }
        }
    }
    all.retain(|line| line.len() + 8 <= WIDTH);
    all.truncate(ASSERTIONS);
    all
}

fn innermost(node: &crate::xml::Node) -> &str {
    node.children.first().map_or(node.text.as_str(), innermost)
}

/// Values of the first element of each kind.
fn assert_record(records: &[Record], record: &Record, at: &str, all: &mut Vec<String>) {
    for field in &record.fields {
        let path = format!("{at}.{}", field.name);
        match (&field.content, field.list) {
            (Content::Value(value), None) => all.extend(assert_value(value, field, &path)),
            (Content::Value(_), Some(count)) => all.push(assert_count(&path, count)),
            (Content::Record(name), Some(count)) => {
                all.push(assert_count(&path, count));
                if let Some(row) = records.iter().find(|other| other.name == *name && count > 0) {
                    assert_record(records, row, &format!("{path}[0]"), all);
                }
            }
            (Content::Record(name), None) if !field.optional && field.in_first => {
                if let Some(inner) = records.iter().find(|other| other.name == *name) {
                    assert_record(records, inner, &path, all);
                }
            }
            (Content::Record(_), None) => {}
        }
    }
}

fn assert_count(path: &str, count: usize) -> String {
    format!("assert_eq!({path}.len(), {count});")
}

fn assert_value(value: &Value, field: &Field, path: &str) -> Option<String> {
    let text = field.sample.as_deref().filter(|_| field.in_first)?;
    let shown = text.trim();
    if field.optional {
        let is_text = *value == Value::Text && !shown.is_empty();
        return is_text.then(|| format!("assert_eq!({path}.as_deref(), Some({}));", literal(text)));
    }
    match value {
        Value::Text => Some(format!("assert_eq!({path}, {});", literal(text))),
        Value::Unsigned | Value::Signed if shown.len() <= 4 => Some(format!("assert_eq!({path}, {shown});")),
        Value::Unsigned | Value::Signed | Value::Decimal | Value::Id(_) | Value::Date => {
            Some(format!("assert_eq!({path}.to_string(), {});", literal(shown)))
        }
        Value::Flag => {
            let is_true = ["yes", "true", "1"].iter().any(|word| shown.eq_ignore_ascii_case(word));
            Some(format!("assert!({}{path});", if is_true { "" } else { "!" }))
        }
        _ => None,
    }
}

fn hashing(file: &File<'_>, proof: &Proof) -> String {
    let name = if proof.is_altered() {
        "the_published_hash_is_reproduced_but_for_its_altered_end"
    } else {
        "the_published_hash_is_reproduced"
    };
    let user = literal(proof.example.value("u").unwrap_or_default());
    let password = proof.example.value("p").filter(|_| file.request.password != crate::request::Travel::None);
    let password = password.map(|text| format!(".with_password({})", literal(text))).unwrap_or_default();
    let altered = if proof.is_altered() {
        let shown = proof.example.hash.as_deref().unwrap_or_default();
        format!("        // The page shows {shown}.\n")
    } else {
        String::new()
    };
    format!(
        r#"    #[test]
    fn {name}() {{
        let mut text = |name| {{
            let sent = REQUEST.iter().find(|(wire, _)| *wire == name);
            sent.map(|(_, text)| (*text).to_owned())
        }};
        let request = {type_name}::from_texts(&mut text).unwrap();
        let caller = Credentials::new({user}).with_key({key}){password};
        let server = Server::new("https://localhost").unwrap();
        let explained = server.explain(&request, &caller, &CallOptions::default()).unwrap();
{altered}        assert_eq!(explained.hash.as_deref(), Some("{hash}"));
    }}
"#,
        type_name = file.type_name,
        key = literal(&proof.key),
        hash = proof.hash,
    )
}
