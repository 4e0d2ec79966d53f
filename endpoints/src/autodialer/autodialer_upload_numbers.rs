//! `autodialer_upload_numbers`: adds the numbers of a CSV file to a campaign.
//!
//! Since: not stated; add-on Auto-Dialer; changes the server.

use mor_api::{CommonFault, Document, Endpoint, Fault, FromText, InvalidRequest, Upload};

use crate::CampaignId;

/// Adds the numbers of a CSV file to a campaign.
///
/// What becomes of numbers that the campaign has already is documented nowhere: look at the campaign before you
/// repeat a call whose outcome is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "autodialer_upload_numbers",
    group = "autodialer",
    addon = "Auto-Dialer",
    effect = write,
    response = ImportedNumbers,
    fault = UploadNumbersFault,
    check = Self::check_file_name,
)]
pub struct AutodialerUploadNumbers {
    /// ID of the campaign.
    #[hash(order = 1)]
    pub id: CampaignId,

    /// The file: one number a line. Its name must end in `.csv`.
    #[nohash]
    pub file: Upload,
}

impl AutodialerUploadNumbers {
    #[inline]
    fn check_file_name(&self) -> Result<(), InvalidRequest> {
        // The server's rule is about letters, so `.CSV` may not do.
        if self.file.file_name().strip_suffix(".csv").is_some() {
            Ok(())
        } else {
            Err(InvalidRequest::new("file", "the file's name must end in .csv"))
        }
    }
}

/// How much of a file was imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ImportedNumbers {
    /// How many numbers were imported. Which ones were not, the server does not say.
    pub imported: u64,
    /// How many numbers are in the file.
    pub total: u64,
}

impl ImportedNumbers {
    /// Whether every number was imported.
    #[must_use]
    #[inline]
    pub fn is_complete(&self) -> bool {
        self.imported == self.total
    }
}

/// The two numbers of `3 out of 5 numbers were imported`, in whatever words they stand.
impl FromText for ImportedNumbers {
    const EXPECTED: &'static str = "two counts (3 out of 5 numbers were imported)";

    #[inline]
    fn from_text(text: &str) -> Option<Self> {
        let mut counts = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
        let (imported, total) = (counts.next()?.parse().ok()?, counts.next()?.parse().ok()?);
        (counts.next().is_none() && imported <= total).then_some(Self { imported, total })
    }
}

impl Document for ImportedNumbers {
    const ROOT: &'static [&'static str] = &["page", "status", "success"];

    fn partial(&self) -> Option<String> {
        let left_out = self.total.checked_sub(self.imported).filter(|left_out| *left_out > 0)?;
        Some(format!("{left_out} of {} numbers were not imported", self.total))
    }
}

/// Why no numbers were imported.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum UploadNumbersFault {
    /// There is no campaign with this ID, or it is not the caller's.
    #[fault("Campaign was not found")]
    CampaignNotFound,

    /// The file has no content.
    #[fault("File is empty")]
    EmptyFile,

    /// No file arrived.
    #[fault("Please provide a file")]
    NoFile,

    /// The file's name does not end in `.csv`.
    #[fault("Please provide CSV file")]
    NoCsv,

    /// One that any function may send; `NotAuthorized` if the account may not use the auto-dialer.
    #[fault(common)]
    Common(CommonFault),

    /// A text that is not documented.
    #[fault(other)]
    Other(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_that_left_numbers_out_is_partial() {
        let partial = |imported, total| Document::partial(&ImportedNumbers { imported, total });
        assert_eq!(partial(3, 5).as_deref(), Some("2 of 5 numbers were not imported"));
        assert_eq!((partial(5, 5), partial(0, 0)), (None, None));
    }

    #[test]
    fn the_counts_are_read_from_the_text() {
        let of = |imported, total| Some(ImportedNumbers { imported, total });
        assert_eq!(ImportedNumbers::from_text("3 out of 5 numbers were imported"), of(3, 5));
        assert_eq!(ImportedNumbers::from_text("0 out of 0 numbers were imported"), of(0, 0));
        for text in ["", "Numbers were imported", "5 numbers", "5 out of 3", "1 of 2 in 3"] {
            assert_eq!(ImportedNumbers::from_text(text), None, "{text:?}");
        }
    }
}
