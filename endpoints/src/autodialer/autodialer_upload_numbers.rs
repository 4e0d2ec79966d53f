//! `autodialer_upload_numbers`: adds the numbers of a CSV file to a campaign.

use mor_api::{DecodeError, Element, Endpoint, FromText, FromXml, InvalidRequest, Upload};

use super::UploadNumbersFault;
use crate::{CampaignId, Done};

/// Adds the numbers of a CSV file to a campaign.
///
/// What becomes of numbers that the campaign has already is documented nowhere: look at the campaign before you
/// repeat a call whose outcome is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "autodialer_upload_numbers",
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, FromXml)]
#[mor(root = "page/status/success", with = Self::from_element, partial = Self::left_out)]
pub struct ImportedNumbers {
    /// The server's words for success: `3 out of 5 numbers were imported`.
    pub message: Done,
    /// How many numbers were imported, if the message has the two counts. The server does not report which
    /// numbers were not.
    pub imported: Option<u64>,
    /// How many numbers are in the file, if the message has the two counts.
    pub total: Option<u64>,
}

impl ImportedNumbers {
    /// Whether the server reports that every number was imported.
    #[must_use]
    #[inline]
    pub fn is_complete(&self) -> bool {
        self.imported.is_some() && self.imported == self.total
    }
}

impl ImportedNumbers {
    /// Any message is a success; one in other words than the documented ones has no counts.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let message = Done::from_text(text)?;
        let (imported, total) = counts(text).unzip();
        Some(Self { message, imported, total })
    }

    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        element.parse_text(Done::EXPECTED, Self::from_text)
    }
}

/// The two numbers of `3 out of 5 numbers were imported`, in any words around them.
#[inline]
fn counts(text: &str) -> Option<(u64, u64)> {
    let mut counts = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let (imported, total) = (counts.next()?.parse().ok()?, counts.next()?.parse().ok()?);
    (counts.next().is_none() && imported <= total).then_some((imported, total))
}

impl ImportedNumbers {
    fn left_out(&self) -> Option<String> {
        let (imported, total) = self.imported.zip(self.total)?;
        let left_out = total.checked_sub(imported).filter(|left_out| *left_out > 0)?;
        Some(format!("{left_out} of {total} numbers were not imported"))
    }
}

#[cfg(test)]
mod tests {
    use mor_api::Document;

    use super::*;

    #[test]
    fn an_import_that_left_numbers_out_is_partial() {
        let partial = |text| Document::partial(&ImportedNumbers::from_text(text).unwrap());
        let left_out = partial("3 out of 5 numbers were imported");
        assert_eq!(left_out.as_deref(), Some("2 of 5 numbers were not imported"));
        for text in ["5 out of 5 numbers were imported", "0 out of 0 numbers were imported", "Imported"] {
            assert_eq!(partial(text), None, "{text}");
        }
    }

    #[test]
    fn the_counts_are_read_from_the_text() {
        assert_eq!(counts("3 out of 5 numbers were imported"), Some((3, 5)));
        assert_eq!(counts("0 out of 0 numbers were imported"), Some((0, 0)));
        for text in ["", "Numbers were imported", "5 numbers", "5 out of 3", "1 of 2 in 3"] {
            assert_eq!(counts(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_success_without_counts_is_a_success() {
        let imported = ImportedNumbers::from_text(" Numbers were imported\n").unwrap();
        assert_eq!(imported.message.0, "Numbers were imported");
        assert_eq!((imported.imported, imported.total, imported.is_complete()), (None, None, false));
        assert!(ImportedNumbers::from_text("5 out of 5 numbers were imported").unwrap().is_complete());
        assert_eq!(ImportedNumbers::from_text(" "), None);
    }
}
