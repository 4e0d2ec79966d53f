//! The values of one column of a row group, and how each kind of column is declared.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use parquet::data_type::{ByteArray, ByteArrayType, FixedLenByteArray, FixedLenByteArrayType, Int64Type};
use parquet::errors::Result;
use parquet::file::writer::SerializedColumnWriter;
use rust_decimal::Decimal;

use super::part::columns;
use crate::column::{Kind, Value};

/// Digits after the point. MOR's database keeps no more: exchange rates have 15, prices fewer.
const SCALE: u32 = 15;
/// The most digits a decimal of 128 bits has in Parquet.
const PRECISION: u32 = 38;

/// The declaration of a file's columns.
pub(super) fn message_type() -> String {
    let mut text = "message call {\n".to_owned();
    for (name, kind) in columns() {
        let column = match kind {
            // Not adjusted to UTC: the server's own time, whose offset nobody knows for sure.
            Kind::Time => format!("REQUIRED INT64 {name} (TIMESTAMP(MICROS,false))"),
            Kind::Text => format!("OPTIONAL BYTE_ARRAY {name} (STRING)"),
            Kind::Number => format!("OPTIONAL INT64 {name}"),
            Kind::Money => {
                format!("OPTIONAL FIXED_LEN_BYTE_ARRAY (16) {name} (DECIMAL({PRECISION},{SCALE}))")
            }
        };
        text.push_str(&column);
        text.push_str(";\n");
    }
    text + "}"
}

/// The values that are there, and for every row whether it has one.
pub(super) struct Cells {
    values: Values,
    present: Vec<i16>,
    required: bool,
}

enum Values {
    Int64(Vec<i64>),
    Bytes(Vec<ByteArray>),
    Fixed(Vec<FixedLenByteArray>),
}

impl Cells {
    /// Empty cells for all columns.
    pub(super) fn all() -> Vec<Self> {
        let cells = |kind| Self {
            values: match kind {
                Kind::Time | Kind::Number => Values::Int64(Vec::new()),
                Kind::Text => Values::Bytes(Vec::new()),
                Kind::Money => Values::Fixed(Vec::new()),
            },
            present: Vec::new(),
            required: kind == Kind::Time,
        };
        columns().map(|(_, kind)| cells(kind)).collect()
    }

    /// Adds a value, or says why it does not fit.
    pub(super) fn push(&mut self, value: Value<'_>) -> core::result::Result<(), String> {
        match (&mut self.values, value) {
            (_, Value::Empty) => {}
            (Values::Int64(values), Value::Time(time)) => values.push(microseconds(time)?),
            (Values::Int64(values), Value::Number(number)) => {
                values.push(i64::try_from(number).map_err(|_| format!("is too large: {number}"))?);
            }
            (Values::Bytes(values), Value::Text(text)) => values.push(ByteArray::from(text)),
            (Values::Fixed(values), Value::Money(money)) => {
                let bytes = scaled(money)?.to_be_bytes().to_vec();
                values.push(FixedLenByteArray::from(bytes));
            }
            (_, value) => return Err(format!("is of another kind than its column: {value:?}")),
        }
        self.present.push(i16::from(value != Value::Empty));
        Ok(())
    }

    /// Writes all values and forgets them.
    pub(super) fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<()> {
        let present = (!self.required).then_some(self.present.as_slice());
        match &mut self.values {
            Values::Int64(values) => {
                column.typed::<Int64Type>().write_batch(values, present, None)?;
                values.clear();
            }
            Values::Bytes(values) => {
                column.typed::<ByteArrayType>().write_batch(values, present, None)?;
                values.clear();
            }
            Values::Fixed(values) => {
                column.typed::<FixedLenByteArrayType>().write_batch(values, present, None)?;
                values.clear();
            }
        }
        self.present.clear();
        Ok(())
    }
}

/// Microseconds since 1970 by the same clock.
fn microseconds(time: DateTime) -> core::result::Result<i64, String> {
    let zoned = time.to_zoned(TimeZone::UTC).map_err(|error| format!("is out of range: {error}"))?;
    Ok(zoned.timestamp().as_microsecond())
}

/// The value in units of the last digit. Nothing is rounded.
fn scaled(money: Decimal) -> core::result::Result<i128, String> {
    let money = money.normalize();
    let missing = SCALE
        .checked_sub(money.scale())
        .ok_or_else(|| format!("has more than {SCALE} digits after the point: {money}"))?;
    10_i128
        .checked_pow(missing)
        .and_then(|factor| money.mantissa().checked_mul(factor))
        .filter(|units| units.unsigned_abs() < 10_u128.pow(PRECISION))
        .ok_or_else(|| format!("has more than {} digits before the point: {money}", PRECISION - SCALE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_exact_or_refused() {
        let scaled = |text: &str| scaled(text.parse().unwrap());
        assert_eq!(scaled("1.5"), Ok(1_500_000_000_000_000));
        assert_eq!(scaled("-0.000000000000001"), Ok(-1));
        assert_eq!(scaled("0.1000000000000000000000"), Ok(100_000_000_000_000));
        assert_eq!(scaled("99999999999999999999999"), Ok(99_999_999_999_999_999_999_999 * 10_i128.pow(15)));
        assert!(scaled("0.0000000000000001").unwrap_err().contains("more than 15 digits after"));
        assert!(scaled("100000000000000000000000").unwrap_err().contains("more than 23 digits before"));
        assert!(scaled("79228162514264337593543950335").is_err());
    }

    #[test]
    fn times_are_those_of_the_servers_clock() {
        assert_eq!(microseconds(jiff::civil::date(1970, 1, 2).at(0, 0, 1, 0)), Ok(86_401_000_000));
    }
}
