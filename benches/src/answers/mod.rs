//! Large answers of the shapes that the catalog's samples have. The same seed makes the same bytes.
//!
//! The shapes are the files in `benches/answers`; what stands in braces there is filled in by `values`. Of the
//! calls, the five columns are left out that an ordinary caller does not see, which leaves 21.

mod shape;
mod template;
mod values;

use std::io::{self, Write};

pub use self::shape::Shape;
use self::template::Template;
use self::values::Values;

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// `user_calls_get`, 21 fields a row.
    Calls,
    /// `invoices_get`, two lines an invoice.
    Invoices,
    /// `dids_get`.
    Dids,
    /// `user_rates`.
    Rates,
}

impl List {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Calls, Self::Invoices, Self::Dids, Self::Rates];

    /// Its name, for a command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Calls => "calls",
            Self::Invoices => "invoices",
            Self::Dids => "dids",
            Self::Rates => "rates",
        }
    }

    fn template(self) -> &'static str {
        match self {
            Self::Calls => include_str!("../../answers/calls.xml"),
            Self::Invoices => include_str!("../../answers/invoices.xml"),
            Self::Dids => include_str!("../../answers/dids.xml"),
            Self::Rates => include_str!("../../answers/rates.xml"),
        }
    }

    /// Writes an answer. Memory does not depend on the number of rows; what is written comes in small pieces.
    pub fn write(self, rows: u64, seed: u64, out: &mut impl Write) -> io::Result<()> {
        let template = Template::new(self.template());
        let mut values = Values::new(rows, seed);
        let mut text = String::new();
        template.head.fill(&mut values, &mut text);
        for _ in 0..rows {
            values.next_row();
            template.row.fill(&mut values, &mut text);
            out.write_all(text.as_bytes())?;
            text.clear();
        }
        template.tail.fill(&mut values, &mut text);
        out.write_all(text.as_bytes())
    }

    /// The answer as a text.
    #[must_use]
    pub fn text(self, rows: u64, seed: u64) -> String {
        let mut bytes = Vec::new();
        // A vector takes everything, and all that is filled in is text.
        let _ = self.write(rows, seed, &mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    }
}
