//! Decoding of whole answers by derived records.

use mor_api::{
    AnswerError, DecodeError, DecodeErrorKind, Document, ElementMap, FromXml, Refusal, from_xml,
    from_xml_strict,
};

/// A record with a field of every kind.
#[derive(Debug, Clone, PartialEq, FromXml)]
#[mor(root = "page")]
struct Page {
    #[mor(path = "users/user")]
    users: Vec<User>,
    #[mor(rename = "nice-total", aliases = ["total"])]
    total: Option<u64>,
    note: Vec<String>,
    #[mor(path = "meta/paging/@pages")]
    pages: Option<u32>,
    #[mor(path = "meta/server")]
    server: Option<String>,
    #[mor(default)]
    version: u8,
}

#[derive(Debug, Clone, PartialEq, FromXml)]
struct User {
    #[mor(attribute)]
    id: u64,
    #[mor(attribute, rename = "data-type")]
    r#type: Option<String>,
    #[mor(text)]
    name: Option<String>,
    balance: Option<String>,
}

const FULL: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE page [<!ENTITY x "y">]>
<!-- a comment -->
<page>
  <users>
    <user id="2" data-type="admin">Ann &amp; <![CDATA[<Bob>]]></user>
    <?pi data?>
    <user id='3'><balance>1&#46;5</balance></user>
  </users>
  <nice-total>7</nice-total>
  <note>one</note><note/>
  <unknown><deep>er</deep></unknown>
  <meta><paging pages="4"/><server> x </server></meta>
  <version>
    9
  </version>
</page>"#;

fn decode_error<T: Document + core::fmt::Debug>(xml: &str) -> DecodeError {
    match from_xml::<T>(xml) {
        Err(AnswerError::Decode(error)) => error,
        other => panic!("expected a decode error, got {other:?} for {xml}"),
    }
}

fn refusal<T: Document + core::fmt::Debug>(xml: &str) -> Refusal {
    match from_xml::<T>(xml) {
        Err(AnswerError::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?} for {xml}"),
    }
}

fn full() -> Page {
    Page {
        users: vec![
            User { id: 2, r#type: Some("admin".into()), name: Some("Ann & <Bob>".into()), balance: None },
            User { id: 3, r#type: None, name: None, balance: Some("1.5".into()) },
        ],
        total: Some(7),
        note: vec!["one".into(), String::new()],
        pages: Some(4),
        server: Some(" x ".into()),
        version: 9,
    }
}

#[test]
fn every_kind_of_field_at_once() {
    assert_eq!(from_xml::<Page>(FULL).unwrap(), full());
}

#[test]
fn a_byte_order_mark_does_not_matter() {
    assert_eq!(from_xml::<Page>(&format!("\u{feff}{FULL}")).unwrap(), full());
}

#[test]
fn what_may_be_absent() {
    for xml in
        ["<page><users/></page>", "<page><users></users></page>", "<page>\n<users>\n</users>\n</page>\n"]
    {
        let page = from_xml::<Page>(xml).unwrap();
        assert_eq!(
            (page.users.len(), page.total, page.note.len(), page.pages, page.version),
            (0, None, 0, None, 0)
        );
    }
}

#[test]
fn lists_of_none_one_and_many() {
    for count in [0, 1, 2, 100] {
        let rows = "<user id='1'/>".repeat(count);
        let notes = "<note>n</note>".repeat(count);
        let page = from_xml::<Page>(&format!("<page><users>{rows}</users>{notes}</page>")).unwrap();
        assert_eq!((page.users.len(), page.note.len()), (count, count));
    }
}

#[test]
fn rows_may_be_interleaved_and_their_list_may_come_twice() {
    let xml = "<page><note>a</note><users><user id='1'/><x/></users><note>b</note><users><user id='2'/></users></page>";
    let page = from_xml::<Page>(xml).unwrap();
    assert_eq!(page.users.iter().map(|user| user.id).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(page.note, ["a", "b"]);
}

#[test]
fn empty_elements_are_absent_options() {
    for xml in [
        "<page><users/><nice-total/></page>",
        "<page><users/><nice-total></nice-total></page>",
        "<page><users/><nice-total> \n </nice-total></page>",
    ] {
        assert_eq!(from_xml::<Page>(xml).unwrap().total, None);
    }
    let user =
        from_xml::<Page>("<page><users><user id='1' data-type=' '> </user></users></page>").unwrap().users;
    assert_eq!((user[0].r#type.as_deref(), user[0].name.as_deref()), (None, None));
}

#[test]
fn aliases_are_the_same_field() {
    assert_eq!(from_xml::<Page>("<page><users/><total>3</total></page>").unwrap().total, Some(3));
    let error = decode_error::<Page>("<page><users/><total>3</total><nice-total>3</nice-total></page>");
    assert_eq!((error.kind(), error.path()), (&DecodeErrorKind::Duplicate, "page/nice-total"));
}

#[test]
fn missing_things_are_named_with_their_path() {
    let error = decode_error::<Page>("<page><total>1</total></page>");
    assert_eq!((error.kind(), error.path()), (&DecodeErrorKind::Missing, "page/users"));
    let error = decode_error::<Page>("<page>\n<users>\n<user/></users></page>");
    assert_eq!((error.kind(), error.path()), (&DecodeErrorKind::Missing, "page/users/user/@id"));
    assert_eq!((error.line(), error.offset()), (3, 15));
    let error = decode_error::<Created>("<page><status/></page>");
    assert_eq!((error.kind(), error.path()), (&DecodeErrorKind::Missing, "page/status/id"));
    let error = decode_error::<Created>("<page/>");
    assert_eq!((error.kind(), error.path()), (&DecodeErrorKind::Missing, "page/status"));
}

#[test]
fn duplicates_are_errors() {
    for (xml, path) in [
        ("<page><users/><total>1</total><total>1</total></page>", "page/total"),
        ("<page><users/><total/><total>1</total></page>", "page/total"),
        (
            "<page><users><user id='1'><balance>1</balance><balance>1</balance></user></users></page>",
            "page/users/user/balance",
        ),
        (
            "<page><users/><meta><server>a</server></meta><meta><server>b</server></meta></page>",
            "page/meta/server",
        ),
    ] {
        let error = decode_error::<Page>(xml);
        assert_eq!((error.kind(), error.path()), (&DecodeErrorKind::Duplicate, path));
    }
    let error =
        decode_error::<Created>("<page><status><id>1</id></status><status><id>1</id></status></page>");
    assert_eq!((error.kind(), error.path()), (&DecodeErrorKind::Duplicate, "page/status"));
    // XML itself forbids an attribute twice.
    let error = decode_error::<Page>("<page><users><user id='1' id='2'/></users></page>");
    assert!(matches!(error.kind(), DecodeErrorKind::Malformed(_)), "{error}");
}

#[test]
fn bad_values_say_where_and_what() {
    let long = "ä".repeat(60);
    let error = decode_error::<Page>(&format!("<page>\n <users/>\n <total>{long}</total></page>"));
    assert_eq!(error.kind(), &DecodeErrorKind::BadValue("a whole number that is not negative"));
    assert_eq!((error.path(), error.line(), error.offset()), ("page/total", 3, 18));
    assert_eq!(error.text(), "ä".repeat(40));
    let error = decode_error::<Page>("<page><users><user id='x'/></users></page>");
    assert_eq!((error.path(), error.text()), ("page/users/user/@id", "x"));
    let error = decode_error::<Page>("<page><users/><total><a>1</a></total></page>");
    assert_eq!(
        (error.kind(), error.path(), error.text()),
        (&DecodeErrorKind::UnexpectedElement, "page/total", "a")
    );
    assert_eq!(
        error.to_string(),
        "`page/total` should hold text only, but holds the element `a` (line 1, byte 21)"
    );
}

#[derive(Debug, Clone, PartialEq, FromXml)]
#[mor(root = "page/status")]
struct Created {
    id: u64,
}

/// `<dids><did><did>..</did></did></dids>`: rows that are called like one of their values.
#[derive(Debug, PartialEq, FromXml)]
#[mor(root = "page")]
struct Dids {
    #[mor(path = "dids/did")]
    dids: Vec<Did>,
}

#[derive(Debug, PartialEq, FromXml)]
struct Did {
    did: u64,
    #[mor(path = "did_owner/did/did")]
    inner: Option<u64>,
}

#[test]
fn rows_that_are_called_like_their_values() {
    let xml = "<page><dids><did><did>1</did></did><did><did>2</did><did_owner><did><did>3</did></did></did_owner></did></dids></page>";
    let dids = from_xml::<Dids>(xml).unwrap().dids;
    assert_eq!(dids, [Did { did: 1, inner: None }, Did { did: 2, inner: Some(3) }]);
}

/// What nobody knows in advance.
#[derive(Debug, PartialEq, FromXml)]
#[mor(root = "page/user")]
struct Anything {
    id: u64,
    #[mor(rest)]
    rest: ElementMap,
}

#[test]
fn the_rest_is_kept_with_nesting_and_attributes() {
    let xml =
        "<page><user><a>1</a><id>5</id><b x='y'><c>2</c> <d/></b><a> z </a><e k='&lt;'>t</e></user></page>";
    let any = from_xml::<Anything>(xml).unwrap();
    let expected =
        [("a", "1"), ("b/@x", "y"), ("b/c", "2"), ("b/d", ""), ("a", " z "), ("e/@k", "<"), ("e", "t")];
    assert_eq!(any.id, 5);
    assert_eq!(any.rest.iter().collect::<Vec<_>>(), expected);
    assert!(from_xml::<Anything>("<page><user><id>1</id></user></page>").unwrap().rest.is_empty());
}

/// Nothing of the answer matters.
#[derive(Debug, PartialEq, FromXml)]
#[mor(root = "page")]
struct Nothing {}

/// Type parameters, one in an attribute.
#[derive(Debug, PartialEq, FromXml)]
#[mor(root = "page")]
struct Generic<T, U>
where
    U: Clone,
{
    #[mor(attribute)]
    key: T,
    value: Vec<U>,
}

#[test]
fn records_without_fields_and_with_type_parameters() {
    assert_eq!(from_xml::<Nothing>("<page a='b'>x<c/></page>").unwrap(), Nothing {});
    let generic =
        from_xml::<Generic<u64, Created>>("<page key='1'><value><id>2</id></value></page>").unwrap();
    assert_eq!(generic, Generic { key: 1, value: vec![Created { id: 2 }] });
}

#[test]
fn every_truncation_is_an_error() {
    for end in (0..FULL.len()).filter(|end| FULL.is_char_boundary(*end)) {
        let cut = &FULL[..end];
        let error = decode_error::<Page>(cut);
        assert_eq!(error.kind(), &DecodeErrorKind::Truncated, "{error}: {cut}");
    }
}

#[test]
fn what_follows_the_document_is_an_error() {
    for after in ["x", "<page/>", "<!-- fine --> but", "&amp;", "<![CDATA[x]]>"] {
        let error = decode_error::<Page>(&format!("{FULL}\n{after}"));
        assert_eq!(error.kind(), &DecodeErrorKind::TrailingContent, "{after}");
    }
    assert_eq!(from_xml::<Page>(&format!("{FULL}\n<!-- fine -->\n<?pi?>\n")).unwrap(), full());
    let error = decode_error::<Page>(&format!("{FULL}</page>"));
    assert!(matches!(error.kind(), DecodeErrorKind::Malformed(_)), "{error}");
}

#[test]
fn another_root_is_an_error() {
    let error = decode_error::<Page>("<!-- x --><Page/>");
    assert_eq!(
        (error.kind(), error.text(), error.offset()),
        (&DecodeErrorKind::WrongRoot("page".into()), "Page", 10)
    );
    assert!(matches!(decode_error::<Page>("hello <page/>").kind(), DecodeErrorKind::Malformed(_)));
    assert_eq!(decode_error::<Page>("").kind(), &DecodeErrorKind::Truncated);
    assert_eq!(decode_error::<Page>("  \n").kind(), &DecodeErrorKind::Truncated);
}

#[test]
fn malformed_documents_are_errors() {
    for xml in [
        "<page><users></page></users>",
        "<page><users/><note>&nope;</note></page>",
        "<page><users/><note>&#xFFFFFFFF;</note></page>",
        "<page><users/><note>a & b</note></page>",
        "<page><users><user id=1/></users></page>",
        "<page><users><user id='&nope;'/></users></page>",
        "<page><!x></page>",
        "<page><a/b></a/b></page>",
        "<page><a/ ></page>",
        "</page>",
    ] {
        let error = decode_error::<Page>(xml);
        assert!(matches!(error.kind(), DecodeErrorKind::Malformed(_)), "{error}: {xml}");
    }
}

/// A record inside itself.
#[derive(Debug, FromXml)]
#[mor(root = "page")]
struct Nested {
    page: Vec<Nested>,
}

#[test]
fn a_bomb_of_nested_elements_is_an_error() {
    let deep = |depth: usize| "<page>".repeat(depth) + &"</page>".repeat(depth);
    assert_eq!(from_xml::<Nested>(&deep(3)).unwrap().page[0].page.len(), 1);
    assert_eq!(decode_error::<Nested>(&deep(100_000)).kind(), &DecodeErrorKind::TooDeep);
    assert_eq!(decode_error::<Nested>(&"<page>".repeat(100_000)).kind(), &DecodeErrorKind::TooDeep);
    // What no field wants is skipped, however deep it is, but it must be well-formed.
    let skipped = "<a>".repeat(100_000) + &"</a>".repeat(100_000);
    from_xml::<Nothing>(&format!("<page>{skipped}</page>")).unwrap();
}

#[test]
fn strict_mode_lists_what_no_field_took() {
    let xml = "<page a='1'>\n<x/>stray<status b='2'>\n<id>1</id><y><z/></y>text</status></page>";
    let (created, unknown) = from_xml_strict::<Created>(xml).unwrap();
    assert_eq!(created, Created { id: 1 });
    let mut found: Vec<(&str, u64)> =
        unknown.iter().map(|unknown| (unknown.path.as_str(), unknown.line)).collect();
    found.sort_unstable();
    let expected = [
        ("page/@a", 1),
        ("page/status/@b", 2),
        ("page/status/text()", 2),
        ("page/status/y", 3),
        ("page/text()", 1),
        ("page/x", 2),
    ];
    assert_eq!(found, expected);
    assert!(from_xml_strict::<Created>("<page><status><id>1</id></status></page>").unwrap().1.is_empty());
}

#[test]
fn strict_mode_looks_at_wrappers_and_values_too() {
    let xml = "<page><users c='1'>s<other/></users><total d='2'>1</total><meta><x/></meta></page>";
    let (_, unknown) = from_xml_strict::<Page>(xml).unwrap();
    let found: Vec<&str> = unknown.iter().map(|unknown| unknown.path.as_str()).collect();
    assert_eq!(
        found,
        ["page/users/@c", "page/users/other", "page/users/text()", "page/total/@d", "page/meta/x"]
    );
}

#[test]
fn refusals_in_all_shapes() {
    for (xml, path, messages) in [
        ("<status><error>Incorrect hash</error></status>", "status/error", &["Incorrect hash"][..]),
        ("<page><status><error>\n No \n</error></status></page>", "page/status/error", &["No"]),
        ("<page><status><error>A</error><error>B</error></status></page>", "page/status/error", &["A", "B"]),
        ("<page><error>X</error><message>m</message></page>", "page/error", &["X"]),
        ("<page><error><error>X</error></error></page>", "page/error", &["X"]),
        ("<error>Access Denied</error>", "error", &["Access Denied"]),
        ("<Error>Access Denied</Error>", "Error", &["Access Denied"]),
        (
            "<error><type>Undefined method</type><name>foo</name></error>",
            "error",
            &["Undefined method", "foo"],
        ),
        ("<page><error/></page>", "page/error", &[]),
        (
            "<action><name>login</name><status>failed</status><status_message>Bad login</status_message></action>",
            "action/status_message",
            &["Bad login"],
        ),
        ("<action><name>login</name><status>failed</status></action>", "action/status", &["failed"]),
    ] {
        let refusal = refusal::<Created>(xml);
        assert_eq!(
            (refusal.path.as_str(), refusal.messages.as_slice()),
            (path, &*messages.iter().map(|m| (*m).to_owned()).collect::<Vec<_>>()),
            "{xml}"
        );
    }
}

#[test]
fn a_refusal_wins() {
    for xml in [
        // over a value
        "<page><status><id>1</id></status><error>X</error></page>",
        "<page><status><id>1</id><error>X</error></status></page>",
        // over a value that is wrong, before and behind it
        "<page><status><id>x</id></status><error>X</error></page>",
        "<page><error>X</error><status><id>x</id></status></page>",
        // over a broken end
        "<page><status><error>X</error></status>",
    ] {
        assert_eq!(refusal::<Created>(xml).message(), "X", "{xml}");
    }
}

/// Only what nobody knows in advance.
#[derive(Debug, FromXml)]
#[mor(root = "page")]
struct Rest {
    #[mor(rest)]
    _rest: ElementMap,
}

#[test]
fn a_refusal_in_an_element_no_field_wants_is_one() {
    let xml = "<page><status><error>X</error></status></page>";
    assert_eq!(refusal::<Nothing>(xml).path, "page/status/error");
    assert_eq!(refusal::<Rest>(xml).message(), "X");
    assert_eq!(refusal::<Rest>("<page><a>1</a><error>X</error></page>").message(), "X");
    from_xml::<Rest>("<page><a><b><error>X</error></b></a></page>").unwrap();
}

/// A function that reports with an element called `error`.
#[derive(Debug, FromXml)]
#[mor(root = "page")]
struct Wanted {
    error: String,
}

#[test]
fn an_error_deep_inside_or_wanted_by_a_field_is_data() {
    from_xml::<Page>("<page><users><user id='1'><error>X</error></user></users></page>").unwrap();
    let (_, unknown) =
        from_xml_strict::<Page>("<page><users><user id='1'><error>X</error></user></users></page>").unwrap();
    assert_eq!(unknown[0].path, "page/users/user/error");
    assert_eq!(from_xml::<Wanted>("<page><error>0</error></page>").unwrap().error, "0");
}
