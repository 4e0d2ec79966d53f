//! Documents that no server of good will sends, decoded without HTTP.

use std::time::{Duration, Instant};

use mor_api::{
    AnswerError, DecodeError, DecodeErrorKind, Element, FromXml, Kind, Unexpected, ValueShape, from_xml,
};

use crate::hostile::all;
use crate::hostile::samples::{decode, stream};

/// What every answer below is behind.
const USER: &str = "<id>2</id><username>jonas</username><password>5baa61</password>";

/// Far more than any of them takes, and far less than something quadratic does.
const LONG: Duration = Duration::from_secs(120);

/// A million, or a tenth of it.
fn million() -> usize {
    if all() { 1_000_000 } else { 100_000 }
}

/// As an answer of a function that takes elements of any name.
fn answer(body: impl AsRef<[u8]>) -> Result<(), AnswerError> {
    let started = Instant::now();
    let result = decode(mor_endpoints::find("user_details_raw_get").unwrap(), body.as_ref());
    assert!(started.elapsed() < LONG, "it took {:?}", started.elapsed());
    result
}

#[track_caller]
fn undecodable(body: impl AsRef<[u8]>) -> (DecodeErrorKind, String) {
    match answer(body) {
        Err(AnswerError::Decode(error)) => {
            assert!(error.to_string().len() < 2000, "an error of {} bytes", error.to_string().len());
            (error.kind().clone(), error.to_string())
        }
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn malformed(body: impl AsRef<[u8]>, why: &str) {
    let (kind, text) = undecodable(body);
    assert!(matches!(kind, DecodeErrorKind::Malformed(_)) && text.contains(why), "{text}");
}

/// As rows, in pieces as they come from a connection.
fn rows(body: impl AsRef<[u8]>) -> (usize, Result<(), AnswerError>) {
    let started = Instant::now();
    let (rows, result) = stream("page/users/user", body.as_ref(), 8 << 10);
    assert!(started.elapsed() < LONG, "it took {:?}", started.elapsed());
    (rows.len(), result)
}

#[track_caller]
fn undecodable_rows(body: impl AsRef<[u8]>) -> DecodeErrorKind {
    match rows(body).1 {
        Err(AnswerError::Decode(error)) => error.kind().clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_depth_of_a_million() {
    let deep = "<a>".repeat(1_000_000);
    assert_eq!(undecodable(format!("<page>{USER}{deep}")).0, DecodeErrorKind::TooDeep);
    assert_eq!(undecodable_rows(format!("<page><users><user>{deep}")), DecodeErrorKind::TooDeep);
    // Where nothing is wanted nothing is kept, however deep it is: but it has to end.
    let in_vain = format!("<page><in_vain>{}", "<a>".repeat(million()));
    assert_eq!(undecodable_rows(&in_vain), DecodeErrorKind::Truncated);
    let ended = format!("{in_vain}{}</in_vain><users/></page>", "</a>".repeat(million()));
    assert_eq!(rows(ended), (0, Ok(())));
}

#[test]
fn a_million_attributes() {
    let attributes: String = (0..million()).map(|number| format!(" a{number}='1'")).collect();
    let (kind, text) = undecodable(format!("<page>{USER}<x{attributes}/></page>"));
    assert_eq!(kind, DecodeErrorKind::TooManyAttributes);
    assert!(text.starts_with("`page/x` has too many attributes"), "{text}");
    let list = format!("<page><users><user><x{attributes}/></user></users></page>");
    assert_eq!(undecodable_rows(list), DecodeErrorKind::TooManyAttributes);
    // Where no field is an attribute, none is looked at.
    assert_eq!(rows(format!("<page{attributes}><users/></page>")), (0, Ok(())));
}

#[test]
fn the_same_attribute_twice() {
    malformed(format!("<page>{USER}<x a='1' a='2'/></page>"), "");
}

/// Where any element is taken. A map needs 33 bytes for the 4 of `<a/>`, less than the 16 times that are allowed.
#[test]
fn tiny_elements_where_no_list_is() {
    let count = if all() { 10_000_000 } else { 2_500_000 };
    assert_eq!(answer(format!("<page>{USER}{}</page>", "<a/>".repeat(count))), Ok(()));
}

/// A record that is large whatever is in it: 4 KiB.
struct Wide(#[expect(dead_code, reason = "it only takes memory")] [u64; 512]);

impl FromXml for Wide {
    const VALUE: ValueShape = ValueShape::Value(Kind::Text);

    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        element.text().map(|_| Self([0; 512]))
    }
}

#[derive(FromXml)]
#[mor(root = "page")]
struct WideList {
    #[mor(path = "list/row")]
    rows: Vec<Wide>,
}

#[test]
fn tiny_rows_of_large_records() {
    let list = |count| format!("<page><list>{}</list></page>", "<row/>".repeat(count));
    assert_eq!(from_xml::<WideList>(&list(10_000)).map(|list| list.rows.len()), Ok(10_000));
    // 64 MiB are 16384 of them; 16 times the answer some more.
    let Err(AnswerError::Decode(error)) = from_xml::<WideList>(&list(17_500)) else {
        panic!("it is decoded")
    };
    assert_eq!(*error.kind(), DecodeErrorKind::TooMuch);
    assert!(error.to_string().starts_with("`page/list/row` and what came before"), "{error}");
}

/// Where one value stands, a second one is an error at once; where none stands, all are passed over.
#[test]
fn tiny_elements_where_one_is_wanted_and_where_none_is() {
    let count = 10 * million() / if all() { 1 } else { 5 };
    let (kind, text) = undecodable(format!("<page>{USER}{}</page>", "<id>2</id>".repeat(count)));
    assert_eq!(kind, DecodeErrorKind::Duplicate);
    assert_eq!(text, "`page/id` stands more than once (line 1, byte 69)");
    // 8 MB at most before the first row; 16 MiB are allowed.
    assert_eq!(rows(format!("<page>{}<users/></page>", "<a/>".repeat(2 * million()))), (0, Ok(())));
}

/// Names count: they are repeated in every path.
#[test]
fn a_name_of_a_million_letters() {
    let name = "n".repeat(1_000_000);
    let children = "<a/>".repeat(100_000);
    let (kind, text) = undecodable(format!("<page>{USER}<{name}>{children}</{name}></page>"));
    assert_eq!(kind, DecodeErrorKind::TooMuch);
    assert!(text.len() < 2000, "{text}");
    let attributes: String = (0..200).map(|number| format!(" a{number}='1'")).collect();
    let (kind, _) = undecodable(format!("<page>{USER}<{name}><b{attributes}/></{name}></page>"));
    assert_eq!(kind, DecodeErrorKind::TooMuch);
    let (kind, text) = undecodable(format!("<{name}/>"));
    assert_eq!(kind, DecodeErrorKind::WrongRoot("page".into()));
    assert!(text.len() < 300, "{text}");
    malformed(format!("<page>{USER}<{name}></page>"), "");
}

#[test]
fn refusals_without_end() {
    let errors = "<error>No, and I say it again</error>".repeat(million() / 2);
    let name = "n".repeat(1_000_000);
    for body in [
        format!("<page>{errors}</page>"),
        format!("<{name}>{errors}</{name}>"),
        format!("<page><error>{}</error></page>", "no ".repeat(3_000_000)),
        format!("<page><error>{}</error></page>", "<message>no</message>".repeat(million())),
        format!(
            "<action><status>failed</status><status_message>{}</status_message></action>",
            "no ".repeat(99_999)
        ),
    ] {
        let Err(AnswerError::Refused(refusal)) = answer(&body) else { panic!("no refusal") };
        assert!(!refusal.messages.is_empty() && refusal.messages.len() <= 64);
        assert!(refusal.messages.iter().all(|message| message.len() <= 4096));
    }
}

#[test]
fn a_huge_text() {
    let text = "x".repeat(64 << 20);
    assert_eq!(answer(format!("<page>{USER}<note>{text}</note></page>")), Ok(()), "it is a text");
    let number = "9".repeat(16 << 20);
    let (kind, said) = undecodable(format!("<page><id>{number}</id></page>"));
    assert!(matches!(kind, DecodeErrorKind::BadValue(_)) && said.len() < 300, "{said}");
    let entities = "&amp;".repeat(million());
    assert_eq!(answer(format!("<page>{USER}<note>{entities}</note></page>")), Ok(()));
    let one = format!("<page><users><user><name>{text}</name></user></users></page>");
    assert_eq!(undecodable_rows(one), DecodeErrorKind::RowTooLarge);
}

#[test]
fn billion_laughs() {
    let mut types = "<!ENTITY lol \"lol\">".to_owned();
    for level in 1..10 {
        let inner = if level == 1 { "&lol;".to_owned() } else { format!("&lol{};", level - 1) };
        types += &format!("<!ENTITY lol{level} \"{}\">", inner.repeat(10));
    }
    let body = format!("<?xml version=\"1.0\"?><!DOCTYPE page [{types}]><page>{USER}<x>&lol9;</x></page>");
    malformed(body, "entity that XML does not define");
}

#[test]
fn external_entities_and_document_types() {
    for declaration in [
        "<!DOCTYPE page [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE page [<!ENTITY x PUBLIC \"x\" \"http://127.0.0.1:9/\">]>",
        "<!DOCTYPE page [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\"> %p;]>",
        "<!DOCTYPE page SYSTEM \"http://127.0.0.1:9/x.dtd\">",
    ] {
        malformed(format!("{declaration}<page>{USER}<y>&x;</y></page>"), "entity that XML does not define");
        // As long as nothing of it is used.
        assert_eq!(answer(format!("{declaration}<page>{USER}</page>")), Ok(()));
    }
    let endless = format!("<!DOCTYPE page [{}", "<!ENTITY a \"b\">".repeat(100_000));
    assert!(answer(&endless).is_err());
    let cut = undecodable_rows(&endless);
    assert!(matches!(cut, DecodeErrorKind::Truncated), "{cut:?}");
}

#[test]
fn characters_that_xml_does_not_have() {
    let nul = answer(format!("<page>{USER}<x>\0</x></page>")).unwrap_err();
    let at = "<page>".len() + USER.len() + "<x>".len();
    assert_eq!(nul, Unexpected::Nul(at).into());
    assert_eq!(nul.to_string(), format!("the answer has a NUL character at byte {at}: it is no text"));
    let nul = rows("<page><users><user><name>\0</name></user></users></page>").1.unwrap_err();
    assert_eq!(nul, Unexpected::Nul(25).into());
    for reference in ["&#0;", "&#xD800;", "&#x110000;", "&#;", "&#x;", "&;", "&#99999999999999999999;"] {
        malformed(format!("<page>{USER}<x>{reference}</x></page>"), "");
    }
    let broken = answer([b"<page>", &b"<x>\xc3\x28</x></page>"[..]].concat()).unwrap_err();
    assert_eq!(broken, Unexpected::NotUtf8(9).into());
}

#[test]
fn two_roots_and_texts_around_one() {
    let whole = format!("<page>{USER}</page>");
    for behind in ["<page/>", "x", "<error>no</error>", "&amp;", "<![CDATA[x]]>", "</page>", "<html/>"] {
        let result = answer(format!("{whole}{behind}"));
        assert!(
            matches!(result, Err(AnswerError::Decode(_) | AnswerError::Refused(_))),
            "{behind}: {result:?}"
        );
    }
    assert_eq!(undecodable(format!("{whole}{whole}")).0, DecodeErrorKind::TrailingContent);
    assert!(matches!(answer(format!("x{whole}")), Err(AnswerError::Unexpected(Unexpected::Text(_)))));
    let list = "<page><users><user><id>1</id></user></users></page>";
    assert_eq!(undecodable_rows(format!("{list}{list}")), DecodeErrorKind::TrailingContent);
    let again = "<page><users><user/></users><users><user/></users></page>";
    assert_eq!(undecodable_rows(again), DecodeErrorKind::Duplicate);
}

/// What may stand anywhere changes nothing.
#[test]
fn comments_instructions_and_sections_everywhere() {
    let noise = "<!-- <id>3</id> - --><?php <id>4</id> ?>";
    let user: String = USER.split_inclusive('>').map(|piece| format!("{noise}{piece}")).collect();
    let function = mor_endpoints::find("user_details_raw_get").unwrap();
    let decoded = |xml: &str| {
        let response = function.decode(mor_api::Payload::Xml(xml)).unwrap();
        serde_json::to_value(&response).unwrap()
    };
    let expected = decoded(&format!("<page>{USER}</page>"));
    assert_eq!(expected["username"], "jonas");
    assert_eq!(decoded(&format!("{noise}<page>{user}{noise}</page>{noise}")), expected);
    let sections = USER.replace("jonas", "<![CDATA[jo]]><![CDATA[]]>n<!-- x -->a<![CDATA[s]]>");
    assert_eq!(decoded(&format!("<page>{sections}</page>")), expected);
    let many = noise.repeat(million() / 5);
    assert_eq!(
        rows(format!("{many}<page>{many}<users><user/>{many}</users>{many}</page>{many}")),
        (1, Ok(()))
    );
    for unended in ["<!-- ", "<![CDATA[", "<?php ", "<!DOCTYPE [", "<x", "<x a='", "</"] {
        let endless = format!("<page>{USER}{unended}{}", "x ".repeat(million()));
        assert!(matches!(answer(&endless), Err(AnswerError::Decode(_))), "{unended}");
        assert!(rows(&endless).1.is_err(), "{unended}");
    }
}
