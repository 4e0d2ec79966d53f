//! The refusals of `tariff_retail_import`.

use mor_api::Fault;

/// Why nothing was imported.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum RetailImportFault {
    /// `xml` is missing.
    #[fault("No XML")]
    NoXml,
    /// `xml` is not well-formed.
    #[fault("Bad XML data")]
    BadXml,
    /// The server lost the document.
    #[fault("File does not exist")]
    NoFile,
    /// The tariff's ID is missing.
    #[fault("No tariff id")]
    NoId,
    /// The tariff's name is missing.
    #[fault("No tariff name")]
    NoName,
    /// The tariff has another name, with which the text ends.
    #[fault(starts_with = "TARIFF NAME WITH THIS ID DO NOT MATCH !!!FOUND")]
    OtherName(String),
    /// The ID is unknown and the name is that of another tariff, whose ID is in the text.
    #[fault(starts_with = "TARIFF with same name exists, ID:")]
    NameTaken(String),
    /// The ID is unknown and the name is that of somebody else's tariff.
    #[fault("TARIFF with same name exists, it belongs to other user! CHANGE NAME OR ID")]
    NameTakenByOther,
    /// The tariff is somebody else's.
    #[fault("Tariff belongs to other user!")]
    NotOwned,
    /// There are no destination groups. A new tariff may have been created all the same.
    #[fault("No destinations!")]
    NoDestinations,
    /// A rate exists already. The server says so before its ordinary answer: the others may be stored.
    #[fault("RATE exists??!!")]
    RateExists,
}
