//! Rows decoded while the answer arrives: it does not matter in which pieces.

use mor_api::{
    AnswerError, DecodeError, Element, FromXml, RowDecoder, RowPath, RowReader, ValueShape, from_xml,
};
use proptest::prelude::*;

use crate::decoder_properties::soup::{damaged, tokens};
use crate::decoder_properties::{User, cases};

const PATH: &str = "page/users/user";

/// The same rows as one document.
#[derive(Debug, FromXml)]
#[mor(root = "page")]
struct Users {
    #[mor(path = "users/user")]
    users: Vec<User>,
}

type Rows = (Vec<User>, Option<AnswerError>);

fn drain(decoder: &mut RowDecoder<User>, rows: &mut Rows) {
    while let Some(row) = decoder.next_row() {
        match row {
            Ok(row) => rows.0.push(row),
            Err(error) => rows.1 = Some(error),
        }
    }
}

/// Pieces of the given lengths, over and over.
fn fed_in_pieces(body: &[u8], lengths: &[usize]) -> Rows {
    let mut decoder = RowDecoder::new(RowPath::declared(PATH));
    let mut rows = Rows::default();
    let mut left = body;
    for length in lengths.iter().cycle() {
        let (piece, rest) = left.split_at((*length).min(left.len()));
        decoder.feed(piece);
        drain(&mut decoder, &mut rows);
        left = rest;
        if left.is_empty() || rows.1.is_some() {
            break;
        }
    }
    decoder.finish();
    drain(&mut decoder, &mut rows);
    rows
}

fn fed_at_once(body: &[u8]) -> Rows {
    fed_in_pieces(body, &[body.len().max(1)])
}

fn users() -> impl Strategy<Value = String> {
    let user = ("[0-9]{1,4}", "[a-zA-Z äöü&<>]{0,9}", any::<bool>(), "[ \n]{0,3}");
    let user = user.prop_map(|(id, name, active, blanks)| {
        let name = name.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        format!("<user id=\"{id}\"><name>{name}</name><active>{}</active></user>{blanks}", u8::from(active))
    });
    (prop::collection::vec(user, 0..8), any::<bool>()).prop_map(|(users, marked)| {
        let mark = if marked { "\u{feff}" } else { "" };
        format!("{mark}<?xml version=\"1.0\"?>\n<page><users>\n{}</users></page>\n", users.concat())
    })
}

fn lengths() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(1_usize..40, 1..6)
}

/// What an XML reader may take for broken when it sees the start of it only.
#[test]
fn a_list_may_be_cut_anywhere() {
    let body = "<?xml version=\"1.0\"?><!DOCTYPE page [<!ENTITY a \"<b>\">]><!-- a - b --><page><?x y?><users><!-- c -->\
        <user id=\"1\"><name>a<![CDATA[ > ]]>&amp;&#65;</name><!-- d --></user><![CDATA[ ]]><!-- e --><user/><?z?>\
        </users><!-- f --></page><!-- g -->\n";
    let (rows, error) = fed_at_once(body.as_bytes());
    assert_eq!((rows.len(), rows[0].name.as_str(), error), (2, "a > &A", None));
    for at in 1..body.len() {
        let pieces = fed_in_pieces(body.as_bytes(), &[at, body.len()]);
        assert_eq!(pieces, fed_at_once(body.as_bytes()), "{} | {}", &body[..at], &body[at..]);
    }
}

/// A row of which nobody reads anything.
#[derive(Debug, PartialEq)]
struct Unread;

impl FromXml for Unread {
    const VALUE: ValueShape = ValueShape::Map;

    fn from_xml(_: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        Ok(Self)
    }
}

#[test]
fn a_row_that_is_not_read_is_counted_once_wherever_it_is_cut() {
    let body = b"<page><users><user><name>a</name></user><user/></users></page>";
    for at in 1..body.len() {
        let mut decoder = RowDecoder::<Unread>::new(RowPath::declared(PATH));
        decoder.feed(&body[..at]);
        decoder.feed(&body[at..]);
        decoder.finish();
        let rows: Vec<_> = std::iter::from_fn(|| decoder.next_row()).collect();
        assert_eq!(rows, [Ok(Unread), Ok(Unread)], "cut at {at}");
    }
}

#[test]
fn all_errors_of_an_answer_are_kept_wherever_it_is_cut() {
    let body = b"<page><users><error>one</error><user id=\"1\"/><error>two</error></users></page>";
    for at in 1..body.len() {
        let (rows, error) = fed_in_pieces(body, &[at, body.len()]);
        assert_eq!(rows.len(), 1);
        let Some(AnswerError::Refused(refusal)) = error else { panic!("cut at {at}: {error:?}") };
        assert_eq!(
            (refusal.path.as_str(), refusal.messages),
            ("page/users/error", vec!["one".into(), "two".into()])
        );
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn rows_are_those_of_the_whole_document(body in users(), lengths in lengths()) {
        let whole = from_xml::<Users>(&body).unwrap().users;
        let (rows, error) = fed_in_pieces(body.as_bytes(), &lengths);
        prop_assert_eq!(error, None);
        prop_assert_eq!(&rows, &whole);
        let read: Result<Vec<User>, AnswerError> = RowReader::new(body.as_bytes(), RowPath::declared(PATH)).collect();
        prop_assert_eq!(read, Ok(rows));
    }

    #[test]
    fn a_truncated_list_ends_in_an_error(body in users(), at in any::<prop::sample::Index>(), lengths in lengths()) {
        let cut = &body.as_bytes()[..at.index(body.trim_end().len())];
        prop_assert!(fed_in_pieces(cut, &lengths).1.is_some());
        prop_assert!(fed_at_once(cut).1.is_some());
    }

    #[test]
    fn of_a_soup_the_pieces_make_the_same_as_the_whole(soup in tokens(), lengths in lengths()) {
        let body = format!("<page><users>{soup}");
        prop_assert_eq!(fed_in_pieces(body.as_bytes(), &lengths), fed_at_once(body.as_bytes()));
    }

    #[test]
    fn damaged_lists_never_panic(body in damaged(), lengths in lengths()) {
        let (rows, error) = fed_in_pieces(&body, &lengths);
        prop_assert_eq!((rows, error), fed_at_once(&body));
    }
}

#[test]
fn a_list_that_is_marked_may_be_missing_and_nothing_else_may() {
    let rows_of = |path: &str, body: &str| {
        let path = RowPath::<User>::new(path).unwrap();
        RowReader::new(body.as_bytes(), path).collect::<Result<Vec<_>, _>>().map(|rows| rows.len())
    };
    let optional = "page/list/users?/user";
    let row = "<user id=\"1\"><name>a</name></user>";
    for (body, count) in [
        ("<page><list></list></page>", 0),
        ("<page><list/><a/></page>\n", 0),
        ("<page><list><users/></list></page>", 0),
        (&format!("<page><list><users>{row}</users></list></page>"), 1),
        (&format!("<page><list/><list><users>{row}</users></list></page>"), 1),
    ] {
        assert_eq!(rows_of(optional, body), Ok(count), "{body}");
    }
    assert!(rows_of("page/list/users/user", "<page><list/></page>").is_err());
    for body in
        ["<page></page>", "<page><lists/></page>", "<page><list></list>", "<page><list/></page><a/>", "<a/>"]
    {
        assert!(rows_of(optional, body).is_err(), "{body}");
    }
    let refused = rows_of(optional, "<page><list/><error>Access Denied</error></page>").unwrap_err();
    assert!(matches!(refused, AnswerError::Refused(_)), "{refused}");
}
