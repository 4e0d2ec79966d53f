//! A list read in pieces has the rows of the same list read at once, and both those of the whole document. The first
//! bytes are the lengths of the pieces.

use http::{HeaderMap, StatusCode};
use mor_api::{AnswerError, ElementMap, FromXml, Payload, RowDecoder, RowPath, classify, from_xml, to_utf8};

const PATH: &str = "page/users/user";
const LENGTHS: usize = 4;

#[derive(FromXml)]
#[mor(root = "page")]
struct Users {
    #[mor(path = "users/user")]
    users: Vec<User>,
}

#[derive(Debug, PartialEq, FromXml)]
struct User {
    #[mor(attribute)]
    id: Option<u64>,
    name: Option<String>,
    #[mor(rest)]
    other: ElementMap,
}

pub fn check(data: &[u8]) {
    let Some((lengths, answer)) = data.split_at_checked(LENGTHS) else { return };
    let at_once = read(answer, &[answer.len().max(1)]);
    let lengths: Vec<usize> = lengths.iter().map(|length| usize::from(*length) + 1).collect();
    // A byte order mark at the start of a piece is taken for one of the document.
    if !answer.windows(3).skip(1).any(|three| three == b"\xef\xbb\xbf") {
        assert_eq!(read(answer, &lengths), at_once);
    }
    let text = to_utf8(answer);
    if let Ok(Payload::Xml(xml)) = classify(StatusCode::OK, &HeaderMap::new(), &text)
        && let Ok(Users { users }) = from_xml::<Users>(xml)
    {
        assert_eq!(at_once, (users, None), "the whole document");
    }
}

fn read(answer: &[u8], lengths: &[usize]) -> (Vec<User>, Option<AnswerError>) {
    let mut decoder = RowDecoder::<User>::new(RowPath::declared(PATH));
    let (mut rows, mut left) = (Vec::new(), answer);
    for length in lengths.iter().cycle() {
        let (piece, rest) = left.split_at((*length).min(left.len()));
        decoder.feed(piece);
        left = rest;
        if left.is_empty() {
            break;
        }
    }
    decoder.finish();
    while let Some(row) = decoder.next_row() {
        match row {
            Ok(row) => rows.push(row),
            Err(error) => return (rows, Some(error)),
        }
    }
    (rows, None)
}
