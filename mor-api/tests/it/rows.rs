//! Rows decoded while the answer arrives.

use std::io::{self, Read};

use mor_api::{
    AnswerError, DecodeErrorKind, FromXml, Kind, RowDecoder, RowPath, RowReader, Unexpected, ValueShape,
    from_xml,
};

#[derive(Debug, Clone, PartialEq, FromXml)]
struct Call {
    #[mor(attribute)]
    id: u64,
    dst: Option<String>,
    #[mor(path = "rates/rate")]
    rates: Vec<String>,
}

#[derive(Debug, FromXml)]
#[mor(root = "page")]
struct Calls {
    #[mor(path = "calls/call")]
    calls: Vec<Call>,
}

const PATH: &str = "page/calls/call";

const ANSWER: &str = "\u{feff}<?xml version='1.0'?>
<!-- ü -->
<page a='b'>
  <total>3</total>
  <calls>
    <call id='1'><dst>Zürich &amp; <![CDATA[<so>]]></dst><rates><rate>1</rate><rate>2</rate></rates></call>
    <!-- between <call> --><?pi?>
    <other><call id='9'/></other>
    <call id='2'><rates/></call><call id=\"3\"><rates></rates><error>data</error></call>
  </calls>
  <end/>
</page>
<!-- behind -->
";

fn at<T>(path: &str) -> RowPath<T> {
    RowPath::new(path).unwrap()
}

/// Feeds the pieces and collects what comes out.
fn feed<'a>(path: &str, pieces: impl IntoIterator<Item = &'a [u8]>) -> (Vec<Call>, Option<AnswerError>) {
    let mut decoder = RowDecoder::new(at(path));
    for piece in pieces {
        decoder.feed(piece);
    }
    decoder.finish();
    let mut rows = Vec::new();
    while let Some(row) = decoder.next_row() {
        match row {
            Ok(row) => rows.push(row),
            Err(error) => {
                assert!(decoder.next_row().is_none(), "nothing comes after an error");
                return (rows, Some(error));
            }
        }
    }
    (rows, None)
}

fn kind(error: Option<AnswerError>) -> DecodeErrorKind {
    match error {
        Some(AnswerError::Decode(error)) => error.kind().clone(),
        other => panic!("expected a decode error, got {other:?}"),
    }
}

fn message(error: Option<AnswerError>) -> String {
    match error {
        Some(AnswerError::Refused(refusal)) => refusal.message().to_owned(),
        other => panic!("expected a refusal, got {other:?}"),
    }
}

#[test]
fn pieces_of_any_size_give_the_rows_of_the_whole() {
    let whole = from_xml::<Calls>(ANSWER).unwrap().calls;
    assert_eq!(whole.iter().map(|call| call.id).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(whole[0].dst.as_deref(), Some("Zürich & <so>"));
    for size in [1, 2, 3, 5, 7, 64, 10_000] {
        assert_eq!(feed(PATH, ANSWER.as_bytes().chunks(size)), (whole.clone(), None), "{size}");
    }
}

#[test]
fn every_cut_in_two_gives_the_rows_of_the_whole() {
    let whole = from_xml::<Calls>(ANSWER).unwrap().calls;
    for cut in 0..=ANSWER.len() {
        let (left, right) = ANSWER.as_bytes().split_at(cut);
        assert_eq!(feed(PATH, [left, right]), (whole.clone(), None), "{cut}");
    }
}

#[test]
fn every_truncation_is_an_error_after_the_rows_before_it() {
    let end = ANSWER.find("</page>").unwrap() + "</page>".len();
    for cut in 0..end {
        for size in [1, 10_000] {
            let (rows, error) = feed(PATH, ANSWER.as_bytes()[..cut].chunks(size));
            assert_eq!(kind(error), DecodeErrorKind::Truncated, "{cut} by {size}");
            let complete = ANSWER.as_bytes()[..cut].windows(7).filter(|window| window == b"</call>").count();
            assert_eq!(rows.len(), complete, "{cut} by {size}");
        }
    }
}

#[test]
fn rows_are_there_as_soon_as_they_are_complete() {
    let mut decoder = RowDecoder::<Call>::new(at(PATH));
    decoder.feed(b"<page><calls><call id='1'><rates/></call><call id='2'>");
    assert_eq!(decoder.next_row().unwrap().unwrap().id, 1);
    assert!(decoder.next_row().is_none());
    decoder.feed(b"<rates/></call>");
    assert_eq!(decoder.next_row().unwrap().unwrap().id, 2);
}

#[test]
fn lists_of_none() {
    for xml in
        ["<page><calls/></page>", "<page><calls></calls></page>", "<page><calls>\n</calls><x/></page>\n"]
    {
        for size in [1, 1000] {
            assert_eq!(feed(PATH, xml.as_bytes().chunks(size)), (Vec::new(), None), "{xml}");
        }
    }
}

#[test]
fn a_missing_list_is_an_error() {
    for xml in ["<page><x/></page>", "<page/>", "<page></page>"] {
        let (rows, error) = feed(PATH, xml.as_bytes().chunks(1));
        assert!(rows.is_empty());
        assert_eq!(kind(error), DecodeErrorKind::Missing, "{xml}");
    }
}

#[test]
fn another_document_is_an_error() {
    for xml in ["<html><body/></html>", "<calls><call id='1'/></calls>"] {
        let root = kind(feed(PATH, [xml.as_bytes()]).1);
        assert_eq!(root, DecodeErrorKind::WrongRoot("page".into()), "{xml}");
    }
    assert_eq!(kind(feed(PATH, []).1), DecodeErrorKind::Truncated);
}

#[test]
fn a_bad_row_ends_the_rows_and_says_where() {
    let xml = "<page>\n<calls>\n<call id='1'><rates/></call>\n<call id='x'><rates/></call><call id='3'><rates/></call></calls></page>";
    for size in [1, 1000] {
        let (rows, error) = feed(PATH, xml.as_bytes().chunks(size));
        assert_eq!(rows.len(), 1);
        let Some(AnswerError::Decode(error)) = error else { panic!("{error:?}") };
        assert_eq!(
            (error.path(), error.line(), error.offset(), error.text()),
            ("page/calls/call/@id", 4, 44, "x")
        );
        assert!(matches!(error.kind(), DecodeErrorKind::BadValue(_)));
    }
}

#[test]
fn refusals_in_place_of_rows_and_behind_them() {
    for (xml, rows, text) in [
        ("<status><error>Incorrect hash</error></status>", 0, "Incorrect hash"),
        ("<error>Access Denied</error>", 0, "Access Denied"),
        ("<page><status><error>Access Denied</error></status></page>", 0, "Access Denied"),
        ("<page><error>A</error></page>", 0, "A"),
        ("<page><error>A</error><calls/></page>", 0, "A"),
        ("<page><status><error>A</error></status><calls/></page>", 0, "A"),
        ("<page><calls><call id='1'><rates/></call><error>B</error></calls></page>", 1, "B"),
        ("<page><calls><call id='1'><rates/></call></calls><error>C</error></page>", 1, "C"),
        ("<page><calls><call id='1'><rates/></call></calls><status><error>D</error></status></page>", 1, "D"),
    ] {
        for size in [1, 1000] {
            let (found, error) = feed(PATH, xml.as_bytes().chunks(size));
            assert_eq!((found.len(), message(error).as_str()), (rows, text), "{xml} by {size}");
        }
    }
}

#[test]
fn what_follows_the_document_is_an_error_after_its_rows() {
    for after in ["x", "<page/>", " &amp;", "<![CDATA[x]]>", "<!-- --><page><calls/></page>"] {
        for size in [1, 1000] {
            let xml = format!("<page><calls><call id='1'><rates/></call></calls></page>{after}");
            let (rows, error) = feed(PATH, xml.as_bytes().chunks(size));
            assert_eq!(
                (rows.len(), kind(error)),
                (1, DecodeErrorKind::TrailingContent),
                "{after:?} by {size}"
            );
        }
    }
}

#[test]
fn an_empty_document_before_the_real_one_is_an_error() {
    let (rows, error) =
        feed(PATH, [b"<page/><page><calls><call id='1'><rates/></call></calls></page>".as_slice()]);
    assert!(rows.is_empty());
    kind(error);
}

#[test]
fn malformed_documents_are_errors() {
    for xml in [
        "<page><calls></page></calls>",
        "<page><calls><call id='1'><rates></call></rates></calls></page>",
        "<page><calls></calls></page></page>",
        "<page><calls>&nope;</calls></page>",
        "<page><calls><call id='1'><rates/><dst>&nope;</dst></call></calls></page>",
    ] {
        for size in [1, 1000] {
            let (rows, error) = feed(PATH, xml.as_bytes().chunks(size));
            assert!(rows.is_empty(), "{xml}");
            assert!(matches!(kind(error), DecodeErrorKind::Malformed(_)), "{xml} by {size}");
        }
    }
}

#[test]
fn bytes_that_are_no_text_are_errors() {
    for tail in [b"\xff".as_slice(), b"\xc3"] {
        let mut xml = b"<page><calls><call id='1'><rates/></call></calls></page>".to_vec();
        xml.extend_from_slice(tail);
        let (rows, error) = feed(PATH, [xml.as_slice()]);
        assert_eq!((rows.len(), error), (1, Some(Unexpected::NotUtf8(56).into())));
    }
}

#[test]
fn a_path_that_leads_past_the_rows_is_an_error() {
    let list = |rows: &str| format!("<page><calls><error_count>0</error_count>{rows}</calls></page>");
    for size in [1, 1000] {
        let error = feed("page/calls/cal", list("<call id='1'/>").as_bytes().chunks(size)).1;
        assert_eq!(kind(error), DecodeErrorKind::NoRows("error_count".to_owned()), "{size}");
        for (xml, count) in
            [(list("<call id='1'><rates/></call>"), 1), ("<page><calls/></page>".to_owned(), 0)]
        {
            let (rows, error) = feed(PATH, xml.as_bytes().chunks(size));
            assert_eq!((rows.len(), error), (count, None), "{xml} by {size}");
        }
    }
    let declared = RowReader::<_, Call>::new(list("").as_bytes(), RowPath::declared(PATH)).count();
    assert_eq!(declared, 0);
}

#[test]
fn lists_deeper_in_the_document() {
    let xml = "<page><stats><n/><calls><call id='1'><rates/></call></calls><x/></stats><y/></page>";
    for size in [1, 3, 1000] {
        let (rows, error) = feed("page/stats/calls/call", xml.as_bytes().chunks(size));
        assert_eq!((rows.len(), error), (1, None));
    }
}

#[test]
fn a_second_list_is_an_error() {
    for xml in [
        "<page><calls><call id='1'><rates/></call></calls><calls><call id='2'><rates/></call></calls></page>",
        "<page><calls><call id='1'><rates/></call></calls><calls/></page>",
    ] {
        let (rows, error) = feed(PATH, [xml.as_bytes()]);
        assert_eq!((rows.len(), kind(error)), (1, DecodeErrorKind::Duplicate), "{xml}");
    }
    let (rows, error) =
        feed("page/a/b/call", [b"<page><a/><a><b><call id='1'><rates/></call></b></a></page>".as_slice()]);
    assert_eq!((rows.len(), error), (1, None));
}

#[test]
fn memory_is_bounded() {
    let mut decoder = RowDecoder::<Call>::new(at(PATH));
    decoder.feed(b"<page><calls><call id='1'><dst>");
    let (piece, mut fed) = (vec![b'x'; 1 << 20], 0);
    let error = loop {
        decoder.feed(&piece);
        fed += 1;
        if let Some(row) = decoder.next_row() {
            break row.unwrap_err();
        }
        assert!(fed < 20, "a row without an end is never refused");
    };
    assert_eq!(kind(Some(error)), DecodeErrorKind::RowTooLarge);
    assert!(decoder.next_row().is_none());
}

/// Gives one byte at a time, and now and then nothing for a reason that is none.
struct Slow<'a>(&'a [u8], bool);

impl Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.1 = !self.1;
        if self.1 {
            return Err(io::ErrorKind::Interrupted.into());
        }
        self.0.read(buffer.split_at_mut(1).0)
    }
}

#[test]
fn a_slow_reader_gives_the_rows_of_the_whole() {
    let rows: Vec<Call> =
        RowReader::new(Slow(ANSWER.as_bytes(), false), at(PATH)).collect::<Result<_, _>>().unwrap();
    assert_eq!(rows, from_xml::<Calls>(ANSWER).unwrap().calls);
}

/// Breaks after its bytes.
struct Broken<'a>(&'a [u8]);

impl Read for Broken<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer)? {
            0 => Err(io::Error::other("cable cut")),
            count => Ok(count),
        }
    }
}

#[test]
fn a_reader_that_breaks_is_an_error_once() {
    let mut rows = RowReader::<_, Call>::new(Broken(b"<page><calls><call id='1'><rates/></call>"), at(PATH));
    assert_eq!(rows.next().unwrap().unwrap().id, 1);
    assert_eq!(kind(rows.next().unwrap().err()), DecodeErrorKind::Read("cable cut".into()));
    assert!(rows.next().is_none());
}

/// A row as it stands in the answer, for programs that pass it on.
struct RawRow {
    offset: u64,
    xml: String,
}

impl FromXml for RawRow {
    const VALUE: ValueShape = ValueShape::Value(Kind::Xml);

    fn from_xml(element: &mut mor_api::Element<'_, '_>) -> Result<Self, mor_api::DecodeError> {
        Ok(Self { offset: element.offset(), xml: element.raw()?.to_owned() })
    }
}

#[test]
fn rows_can_be_taken_as_they_stand() {
    let answer = "<page><n>1</n><us><u a=\"1\"><id>2</id> &amp; </u>\n<u/><u></u></us></page>";
    for chunk in [1, 7, answer.len()] {
        let mut decoder = RowDecoder::<RawRow>::new(at("page/us/u"));
        answer.as_bytes().chunks(chunk).for_each(|bytes| decoder.feed(bytes));
        decoder.finish();
        let mut rows = Vec::new();
        while let Some(row) = decoder.next_row() {
            rows.push(row.unwrap());
        }
        let texts: Vec<&str> = rows.iter().map(|row| row.xml.as_str()).collect();
        assert_eq!(texts, ["<u a=\"1\"><id>2</id> &amp; </u>", "<u/>", "<u></u>"], "{chunk}");
        for row in &rows {
            let start = usize::try_from(row.offset).unwrap();
            assert!(answer[start..].starts_with(&row.xml), "{chunk}");
        }
    }
}
