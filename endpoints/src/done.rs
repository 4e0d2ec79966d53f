//! What functions say that have nothing to report but that they did it.

use core::fmt;

use mor_api::{Document, FieldShape, FromText, Presence, Record, RecordShape};

/// The server's words for success, such as `LCR successfully created`; blanks around them are cut off.
///
/// Most functions that change something answer with nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Done(pub String);

impl FromText for Done {
    const EXPECTED: &'static str = "a message that tells success";

    #[inline]
    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }
}

impl Document for Done {
    const ROOT: &'static [&'static str] = &["page", "status", "success"];
}

impl Record for Done {
    const RECORD: &'static RecordShape = &RecordShape::of_value(
        "Done",
        "The server's words for success.",
        Self::ROOT,
        &[FieldShape::new(
            "",
            <Self as FromText>::FORM,
            Presence::Required,
            "The server's words for success.",
        )],
    );
}

mor_api::impl_serialize!(Done, done => serialize_str(&done.0));

impl fmt::Display for Done {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
