//! A record as the cells of a line: its fields are written straight into strings, without a JSON value between them.

use std::fmt::{self, Write as _};
use std::iter;

use serde::ser::{
    Error as _, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer,
};
use serde_json::{Error, Value, value::Serializer as Json};

use super::cell;

/// The cells of one line, one after the other. Their memory is used again for the next one.
#[derive(Debug, Default)]
pub(super) struct Cells {
    text: String,
    /// Where each cell ends.
    ends: Vec<usize>,
}

impl Cells {
    /// Reads the fields of a record, each into its cell; a value that is not a record is one cell.
    pub(super) fn read<R: Serialize + ?Sized>(&mut self, row: &R) -> Result<(), Error> {
        self.text.clear();
        self.ends.clear();
        let is_record = row.serialize(Place::Line(self))?;
        if !is_record {
            self.ends.push(self.text.len());
        }
        Ok(())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| self.text.get(start..*end).unwrap_or_default())
    }
}

/// Where a value is written. Serializing into it returns whether the value was a record on a line of its own.
enum Place<'c> {
    /// A line of its own: a record is taken apart.
    Line(&'c mut Cells),
    /// One cell: a list or a record becomes JSON, as [`cell`] writes it.
    Cell(&'c mut String),
}

/// A list or a record that is collected for one cell.
struct Collected<'c, S> {
    cell: &'c mut String,
    json: S,
}

/// A record.
enum Record<'c> {
    Line(&'c mut Cells),
    Cell(Collected<'c, <Json as Serializer>::SerializeStruct>),
}

impl<'c> Place<'c> {
    fn cell(self) -> &'c mut String {
        match self {
            Self::Line(cells) => &mut cells.text,
            Self::Cell(cell) => cell,
        }
    }

    fn display(self, value: impl fmt::Display) -> Result<bool, Error> {
        write!(self.cell(), "{value}").map(|()| false).map_err(Error::custom)
    }

    fn refuse<T>(name: &str) -> Result<T, Error> {
        Err(Error::custom(format_args!("`{name}` cannot be a cell")))
    }
}

impl<S> Collected<'_, S> {
    fn finish(self, end: impl FnOnce(S) -> Result<Value, Error>) -> Result<bool, Error> {
        self.cell.push_str(&cell(&end(self.json)?));
        Ok(false)
    }
}

macro_rules! displayed {
    ($($method:ident: $type:ty,)+) => {
        $(fn $method(self, value: $type) -> Result<bool, Error> {
            self.display(value)
        })+
    };
}

impl<'c> Serializer for Place<'c> {
    type Ok = bool;
    type Error = Error;
    type SerializeSeq = Collected<'c, <Json as Serializer>::SerializeSeq>;
    type SerializeTuple = Impossible<bool, Error>;
    type SerializeTupleStruct = Impossible<bool, Error>;
    type SerializeTupleVariant = Impossible<bool, Error>;
    type SerializeMap = Collected<'c, <Json as Serializer>::SerializeMap>;
    type SerializeStruct = Record<'c>;
    type SerializeStructVariant = Impossible<bool, Error>;

    displayed! {
        serialize_bool: bool,
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
        serialize_f32: f32,
        serialize_f64: f64,
        serialize_char: char,
    }

    fn serialize_str(self, text: &str) -> Result<bool, Error> {
        self.cell().push_str(text);
        Ok(false)
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<bool, Error> {
        self.display(value)
    }

    fn serialize_none(self) -> Result<bool, Error> {
        self.serialize_str("")
    }

    fn serialize_unit(self) -> Result<bool, Error> {
        self.serialize_str("")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<bool, Error> {
        self.serialize_str("")
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<bool, Error> {
        self.serialize_str(variant)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<bool, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<bool, Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Self::SerializeSeq, Error> {
        Ok(Collected { cell: self.cell(), json: Json.serialize_seq(len)? })
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Self::SerializeMap, Error> {
        Ok(Collected { cell: self.cell(), json: Json.serialize_map(len)? })
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Record<'c>, Error> {
        Ok(match self {
            Self::Line(cells) => Record::Line(cells),
            Self::Cell(cell) => Record::Cell(Collected { cell, json: Json.serialize_struct(name, len)? }),
        })
    }

    // No type of a response serializes as one of these.

    fn serialize_bytes(self, _: &[u8]) -> Result<bool, Error> {
        Self::refuse("bytes")
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<bool, Error> {
        Self::refuse(name)
    }

    fn serialize_tuple(self, _: usize) -> Result<Impossible<bool, Error>, Error> {
        Self::refuse("tuple")
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Impossible<bool, Error>, Error> {
        Self::refuse(name)
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<bool, Error>, Error> {
        Self::refuse(name)
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<bool, Error>, Error> {
        Self::refuse(name)
    }
}

impl SerializeStruct for Record<'_> {
    type Ok = bool;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        match self {
            Self::Line(cells) => {
                value.serialize(Place::Cell(&mut cells.text))?;
                cells.ends.push(cells.text.len());
                Ok(())
            }
            Self::Cell(collected) => collected.json.serialize_field(name, value),
        }
    }

    fn end(self) -> Result<bool, Error> {
        match self {
            Self::Line(_) => Ok(true),
            Self::Cell(collected) => collected.finish(SerializeStruct::end),
        }
    }
}

impl<S: SerializeSeq<Ok = Value, Error = Error>> SerializeSeq for Collected<'_, S> {
    type Ok = bool;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.json.serialize_element(value)
    }

    fn end(self) -> Result<bool, Error> {
        self.finish(S::end)
    }
}

impl<S: SerializeMap<Ok = Value, Error = Error>> SerializeMap for Collected<'_, S> {
    type Ok = bool;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.json.serialize_key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.json.serialize_value(value)
    }

    fn end(self) -> Result<bool, Error> {
        self.finish(S::end)
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;

    #[derive(Serialize)]
    struct Money {
        amount: &'static str,
        currency: Option<&'static str>,
    }

    #[derive(Serialize)]
    struct Row {
        id: u64,
        name: &'static str,
        none: Option<bool>,
        balance: Money,
        groups: Vec<u8>,
        other: std::collections::BTreeMap<&'static str, &'static str>,
    }

    #[test]
    fn a_record_is_a_line_as_its_json_would_be() {
        let balance = Money { amount: "26.0", currency: Some("USD") };
        let other = [("a", "1"), ("b", "2"), ("c", "3")].into_iter().collect();
        let row = Row { id: 7, name: "Zoë, 2", none: None, balance, groups: vec![1, 2], other };
        let mut cells = Cells::default();
        for _ in 0..2 {
            cells.read(&row).unwrap();
            let json = serde_json::to_value(&row).unwrap();
            let expected: Vec<String> = json.as_object().unwrap().values().map(cell).collect();
            assert_eq!(cells.iter().collect::<Vec<_>>(), expected);
        }
        assert_eq!(cells.iter().nth(3), Some("26.0 USD"));
        cells.read("a value").unwrap();
        assert_eq!(cells.iter().collect::<Vec<_>>(), ["a value"]);
    }
}
