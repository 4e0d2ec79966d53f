//! Rows of which only the function's name is known.

use core::fmt::{self, Debug};
use core::marker::PhantomData;
use std::io::Read;

use mor_api::{AnswerError, Listing, RowReader};

use super::serializable::Serializable;

/// Reads the rows of a response one by one, see [`Function::rows`](super::Function::rows).
#[derive(Clone, Copy)]
pub struct AnyRows(fn(Box<dyn Read + '_>, &mut Visit<'_>) -> Result<(), AnswerError>);

/// Takes a row; false ends the reading.
pub type Visit<'v> = dyn FnMut(AnyRow<'_>) -> bool + 'v;

impl AnyRows {
    /// Decodes the rows of a response while it is read, and hands each over. What comes after the last row is checked
    /// too, as by [`RowReader`].
    pub fn read(&self, source: Box<dyn Read + '_>, visit: &mut Visit<'_>) -> Result<(), AnswerError> {
        (self.0)(source, visit)
    }
}

impl Debug for AnyRows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AnyRows")
    }
}

/// A row of a response to a function of which only the name is known.
pub struct AnyRow<'r>(&'r dyn Row);

impl Debug for AnyRow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A row.
pub(super) trait Row: Debug + Serializable {}

impl<R: Debug + Serializable> Row for R {}

/// Serializes as the row itself. Secrets are masked, unless [`Exposed`](mor_api::Exposed) shows them.
#[cfg(feature = "serde")]
impl serde::Serialize for AnyRow<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        erased_serde::serialize(self.0, serializer)
    }
}

/// Looks at a response type: [`Rows::ROWS`] of one with a main list is found before that of [`NoRows`].
pub(super) struct Rows<R>(PhantomData<R>);

pub(super) trait NoRows {
    const ROWS: Option<AnyRows> = None;
}

impl<R> NoRows for Rows<R> {}

impl<R: Listing<Row: Row>> Rows<R> {
    pub(super) const ROWS: Option<AnyRows> = Some(AnyRows(read_rows::<R>));
}

fn read_rows<R: Listing<Row: Row>>(
    source: Box<dyn Read + '_>,
    visit: &mut Visit<'_>,
) -> Result<(), AnswerError> {
    for row in RowReader::new(source, R::ROWS) {
        if !visit(AnyRow(&row?)) {
            break;
        }
    }
    Ok(())
}
