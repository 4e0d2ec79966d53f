//! All formats hold the same calls, each once, read back by readers that know nothing of the writers.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use mor_endpoints::call::Cdr;
#[cfg(feature = "parquet")]
use rust_decimal::Decimal;

#[cfg(feature = "parquet")]
use super::support::files;
use super::support::{HOUR, START, folder, row, seconds, switch};
use super::{export, out, run};
use crate::Format;
#[cfg(feature = "parquet")]
use crate::column::Kind;
use crate::column::{COLUMNS, OTHER, other};

const HOURS: i64 = 6;

/// A call as texts, in the order of the columns.
type Texts = Vec<Option<String>>;

/// What should be read back, from the XML itself.
fn expected() -> Vec<Texts> {
    let is_in_period = |(_, second): &(usize, i64)| (START..START + HOURS * HOUR).contains(second);
    seconds(HOURS, 60)
        .into_iter()
        .enumerate()
        .filter(is_in_period)
        .map(|(index, second)| texts(&row(index, second)))
        .collect()
}

fn texts(xml: &str) -> Texts {
    let xml = format!("<a>{xml}</a>");
    let call: Cdr = mor_api::RowReader::new(xml.as_bytes(), mor_api::RowPath::declared("a/call"))
        .next()
        .unwrap()
        .unwrap();
    let raw = |name: &str| {
        let (_, rest) = xml.split_once(&format!("<{name}>"))?;
        let (text, _) = rest.split_once('<')?;
        let text = text.replace("&lt;", "<").replace("&gt;", ">");
        (!text.trim().is_empty()).then_some(text)
    };
    let other = other(&call).map(|other| other.to_string());
    COLUMNS.iter().map(|column| raw(column.name)).chain([other]).collect()
}

/// A CSV reader.
fn records(text: &str) -> Vec<Texts> {
    let (mut records, mut record, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => field.extend(characters.next()),
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => {
                let field = std::mem::take(&mut field);
                record.push((!field.is_empty()).then_some(field));
                if character == '\n' {
                    records.push(std::mem::take(&mut record));
                }
            }
            other => field.push(other),
        }
    }
    records
}

fn csv(path: &Path) -> Vec<Texts> {
    let mut records = records(&std::fs::read_to_string(path).unwrap());
    let names = COLUMNS.iter().map(|column| column.name).chain([OTHER]);
    assert_eq!(records.remove(0), names.map(|name| Some(name.to_owned())).collect::<Vec<_>>());
    records
}

fn json_lines(path: &Path) -> Vec<Texts> {
    use serde_json::Value;
    let text = std::fs::read_to_string(path).unwrap();
    let line = |line| {
        let object: serde_json::Map<String, Value> = serde_json::from_str(line).unwrap();
        assert_eq!(object.len(), COLUMNS.len() + 1);
        let names = COLUMNS.iter().map(|column| column.name).chain([OTHER]);
        let text = |value: &Value| match value {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        };
        names.map(|name| text(&object[name])).collect()
    };
    text.lines().map(line).collect()
}

#[cfg(feature = "parquet")]
fn parquet(folder: &Path) -> Vec<Texts> {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;
    let mut texts = Vec::new();
    let mut paths: Vec<_> = files(folder)
        .into_keys()
        .filter(|path| path.extension().is_some_and(|end| end == "parquet"))
        .collect();
    // In order of time: a window of two dates comes in two files.
    paths.sort_by_key(|path| path.to_string_lossy().into_owned());
    for path in paths {
        let date = path.parent().unwrap().to_string_lossy().replace("date=", "");
        let reader = SerializedFileReader::new(std::fs::File::open(folder.join(&path)).unwrap()).unwrap();
        for row in reader.get_row_iter(None).unwrap() {
            let row = row.unwrap();
            let text = |field: &Field| match field {
                Field::Null => None,
                Field::Str(text) => Some(text.clone()),
                Field::Long(number) => Some(number.to_string()),
                Field::TimestampMicros(time) => {
                    let time = jiff::Timestamp::from_microsecond(*time).unwrap();
                    Some(time.strftime("%F %T").to_string())
                }
                Field::Decimal(money) => {
                    assert_eq!((money.precision(), money.scale()), (38, 15));
                    let units = i128::from_be_bytes(money.data().try_into().unwrap());
                    Some(Decimal::from_i128_with_scale(units, 15).normalize().to_string())
                }
                other => panic!("{other:?}"),
            };
            let row: Texts = row.get_column_iter().map(|(_, field)| text(field)).collect();
            assert!(row[0].as_ref().unwrap().starts_with(&date), "{row:?} in {date}");
            texts.push(row);
        }
    }
    texts
}

/// Parquet has no trailing zeros to keep.
#[cfg(feature = "parquet")]
fn normal(mut calls: Vec<Texts>) -> Vec<Texts> {
    for call in &mut calls {
        for (column, text) in COLUMNS.iter().zip(call) {
            if let (Kind::Money, Some(text)) = (column.kind, text) {
                *text = text.parse::<Decimal>().unwrap().normalize().to_string();
            }
        }
    }
    calls
}

#[tokio::test]
async fn every_call_of_the_period_is_in_every_format_once_and_with_all_its_values() {
    let simulator = switch(seconds(HOURS, 60), Duration::ZERO);
    let folder = folder("content");
    let expected = expected();
    let unique: BTreeSet<_> = expected.iter().map(|call| call[COLUMNS.len() - 1].clone()).collect();
    assert_eq!((unique.len(), expected.len()), (6 * 60 + 6 * 4, 6 * 60 + 6 * 4));

    for format in super::formats() {
        let summary = run(&export(&simulator, HOURS, format, &folder)).await.unwrap();
        assert_eq!((summary.rows, summary.windows), (expected.len() as u64, 6));
        let path = out(format, &folder);
        match format {
            Format::Csv => assert_eq!(csv(&path), expected),
            Format::JsonLines => assert_eq!(json_lines(&path), expected),
            #[cfg(feature = "parquet")]
            Format::Parquet => {
                assert_eq!(parquet(&path), normal(expected.clone()));
                let dates: BTreeSet<_> =
                    files(&path).into_keys().filter_map(|path| path.parent().map(Path::to_owned)).collect();
                assert!(
                    dates.contains(Path::new("date=2021-07-08"))
                        && dates.contains(Path::new("date=2021-07-09"))
                );
            }
        }
    }
}
