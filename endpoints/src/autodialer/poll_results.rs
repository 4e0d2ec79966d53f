//! The answers to an IVR poll: a text of lines and commas inside one XML element.

use core::fmt;

use jiff::civil::DateTime;
use mor_api::{DecodeError, Element, FromText, FromXml};

/// The answers to a campaign's IVR poll, one record for each called number that answered.
///
/// The text is kept as it came; `Display` reproduces it. What the fields behind the number mean depends on the
/// campaign's IVR and is documented nowhere.
///
/// ```
/// use mor_endpoints::autodialer::{PollField, PollResults};
///
/// let results = PollResults::from_text("1111\n2222,2020-01-01 01:01:01,yes");
/// assert_eq!(results.records().len(), 2);
/// assert_eq!(results.records()[1].number, "2222");
/// assert_eq!(results.records()[1].fields[1], PollField::Text("yes".to_owned()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, FromXml)]
#[mor(root = "page/status/ivr_poll_results_string", with = Self::from_element)]
pub struct PollResults {
    #[mor(skip)]
    text: String,
    /// One record for each number, in the server's order.
    #[mor(rename = "record")]
    records: Vec<PollRecord>,
}

/// What one called person answered.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(with = Self::from_element)]
pub struct PollRecord {
    /// The called number: the record's first field.
    pub number: String,
    /// The other fields; records of one answer may have different numbers of them.
    pub fields: Vec<PollField>,
}

/// A field behind the number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PollField {
    /// `YYYY-MM-DD HH:MM:SS`, in the server's time.
    DateTime(DateTime),
    /// Anything else, exactly as it came.
    Text(String),
}

impl PollResults {
    /// The records in the server's order.
    #[must_use]
    #[inline]
    pub fn records(&self) -> &[PollRecord] {
        &self.records
    }

    /// The records, without the text.
    #[must_use]
    #[inline]
    pub fn into_records(self) -> Vec<PollRecord> {
        self.records
    }

    /// The text as the server sent it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether nobody has answered.
    #[must_use]
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

impl PollResults {
    /// Reads the records of a text. Every text is some list of records.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let content = text.trim();
        let records = if content.contains(['\n', '\r']) {
            content.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).map(record).collect()
        } else {
            collapsed(content)
        };
        Self { text: text.to_owned(), records }
    }

    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        element.text().map(|text| Self::from_text(&text))
    }
}

impl PollRecord {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        element.text().map(|text| record(&text))
    }
}

impl FromText for PollField {
    const EXPECTED: &'static str = "a field";

    #[inline]
    fn from_text(text: &str) -> Option<Self> {
        Some(Self::new(text))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for PollField {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::DateTime(time) => time.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl fmt::Display for PollResults {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Display for PollRecord {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.number)?;
        self.fields.iter().try_for_each(|field| write!(f, ",{field}"))
    }
}

impl fmt::Display for PollField {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DateTime(time) => write!(f, "{} {}", time.date(), time.time()),
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl PollField {
    /// A time only if it is written in exactly the form in which it would be written again.
    #[inline]
    fn new(text: &str) -> Self {
        match DateTime::from_text(text).map(Self::DateTime) {
            Some(time) if time.to_string() == text => time,
            _ => Self::Text(text.to_owned()),
        }
    }
}

#[inline]
fn record(line: &str) -> PollRecord {
    let (number, fields) = match line.split_once(',') {
        Some((number, fields)) => (number, fields.split(',').map(PollField::new).collect()),
        None => (line, Vec::new()),
    };
    PollRecord { number: number.trim().to_owned(), fields }
}

/// The records of a text whose line breaks were turned into blanks on the way, as on the vendor's page. A
/// blank is taken for a line break if what follows is a number and what precedes is a number or a time: the
/// blank inside a time, and those in a text of several words, are not.
#[inline]
fn collapsed(text: &str) -> Vec<PollRecord> {
    let mut records = Vec::new();
    let mut line = String::new();
    for (index, field) in text.split(',').enumerate() {
        if index > 0 {
            line.push(',');
        }
        let numbers = trailing_numbers(field);
        let (first, following) = numbers.map_or((field, ""), |at| field.split_at(at));
        line.push_str(first.trim_end_matches(' '));
        for number in following.split_ascii_whitespace() {
            records.push(record(&line));
            number.clone_into(&mut line);
        }
    }
    if !line.is_empty() {
        records.push(record(&line));
    }
    records
}

/// Where the numbers start that begin lines of their own; `None` if the field is one piece.
#[inline]
fn trailing_numbers(field: &str) -> Option<usize> {
    const TIME: usize = "YYYY-MM-DD HH:MM:SS".len();
    let starts_with_time = field.get(..TIME).is_some_and(|start| DateTime::from_text(start).is_some());
    let first = if starts_with_time { TIME } else { field.find(' ')? };
    let (before, behind) = field.split_at_checked(first)?;
    let only_numbers = behind.starts_with(' ') && behind.split_ascii_whitespace().all(is_number);
    ((starts_with_time || is_number(before)) && only_numbers).then_some(first)
}

#[inline]
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn parse(text: &str) -> Vec<PollRecord> {
        let results = PollResults::from_text(text);
        assert_eq!(results.to_string(), text, "the text is reproduced");
        results.into_records()
    }

    fn text(text: &str) -> PollField {
        PollField::Text(text.to_owned())
    }

    fn bare(number: &str) -> PollRecord {
        PollRecord { number: number.to_owned(), fields: Vec::new() }
    }

    fn published() -> Vec<PollRecord> {
        let from = PollField::DateTime(date(2020, 1, 1).at(1, 1, 1, 0));
        let till = PollField::DateTime(date(2090, 12, 31).at(23, 59, 59, 0));
        vec![bare("1111"), PollRecord { number: "2222".to_owned(), fields: vec![from, till] }]
    }

    #[test]
    fn lines_however_they_end() {
        for line_break in ["\n", "\r\n", "\r", "\n\n"] {
            let lines = format!("1111{line_break}2222,2020-01-01 01:01:01,2090-12-31 23:59:59");
            assert_eq!(parse(&lines), published(), "{line_break:?}");
            assert_eq!(parse(&format!("{lines}{line_break}")), published(), "{line_break:?} at the end");
        }
    }

    #[test]
    fn the_one_line_form_of_the_vendors_page() {
        assert_eq!(parse("1111 2222,2020-01-01 01:01:01,2090-12-31 23:59:59"), published());
        let records = parse("1111,1 +2222,2020-01-01 01:01:01 3333,2");
        assert_eq!(records.len(), 3);
        assert_eq!(records[0].fields, [text("1")]);
        assert_eq!(records[1].number, "+2222");
        assert_eq!(records[1].fields, [PollField::DateTime(date(2020, 1, 1).at(1, 1, 1, 0))]);
        assert_eq!(records[2], PollRecord { number: "3333".to_owned(), fields: vec![text("2")] });
    }

    #[test]
    fn texts_of_several_words_stay_whole() {
        assert_eq!(parse("1111,yes please")[0].fields, [text("yes please")]);
        assert_eq!(parse("1111,option 5")[0].fields, [text("option 5")]);
        assert_eq!(parse("1111,a b\n2222")[0].fields, [text("a b")]);
    }

    #[test]
    fn nothing_and_odd_things() {
        assert!(parse("").is_empty());
        assert!(parse(" \n ").is_empty());
        assert_eq!(parse("1111"), [bare("1111")]);
        assert_eq!(parse("1111,")[0].fields, [text("")]);
        assert_eq!(parse("1111,2020-02-30 01:01:01\n")[0].fields, [text("2020-02-30 01:01:01")]);
        assert_eq!(parse("1111,2020-01-01T01:01:01\n")[0].fields, [text("2020-01-01T01:01:01")]);
        assert_eq!(parse(",x"), [PollRecord { number: String::new(), fields: vec![text("x")] }]);
    }
}
