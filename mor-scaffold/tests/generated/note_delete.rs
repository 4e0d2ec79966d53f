//! `note_delete`: deletes a note from the list of notes.

// CHECK: the published hash 0123456789012345678901234567890123456789 fits no recipe and no usual key: that
// `note_id + key` is hashed is the page's word alone.

use mor_api::{Endpoint, Fault};

use crate::Done;

/// Deletes a note from the list of notes.
///
/// What is gone cannot be brought back by another call.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "note_delete",
    effect = write,
    response = Done,
    fault = NoteDeleteFault,
)]
pub struct NoteDelete {
    /// Which note, ID.
    #[hash(order = 1)]
    pub note_id: u64,
}

/// Why `note_delete` refuses.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum NoteDeleteFault {
    /// There is none with this ID.
    #[fault("Note was not found")]
    NoteNotFound,

    /// Somebody edits it.
    #[fault("Note is locked")]
    NoteLocked,
}

#[cfg(test)]
mod tests {
    use mor_api::from_xml_strict;

    use super::*;

    const SAMPLE: &str = "
<page>
  <status>
    <success>Note was deleted</success>
  </status>
</page>
";

    #[test]
    fn the_sample_decodes() {
        let (answer, unknown) = from_xml_strict::<Done>(SAMPLE).unwrap();
        assert!(unknown.is_empty(), "no field takes {unknown:?}");
        assert_eq!(answer.0, "Note was deleted");
    }
}
