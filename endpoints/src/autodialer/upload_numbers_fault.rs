//! The refusals of `autodialer_upload_numbers`.

use mor_api::Fault;

/// Why no numbers were imported.
///
/// An account that may not use the auto-dialer gets [`NotAuthorized`](mor_api::CommonFault::NotAuthorized).
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
}
