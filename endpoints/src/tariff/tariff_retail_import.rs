//! `tariff_retail_import`: creates a retail tariff or adds rates to one.
//!
//! Since MOR 11; changes the server.

use mor_api::{
    AnswerError, Body, CommonFault, DecodeError, Document, Element, Endpoint, Fault, FromXml, Response,
    Unknown,
};

use super::RetailTariff;
use crate::TariffId;

/// Creates a retail tariff, or adds rates to the one whose ID and name are given.
///
/// What is wrong is left out and everything else is stored, so a success may be partial: see
/// [`RetailImport::is_complete`]. A second call for a tariff that is new gets a name that is taken and is refused.
///
/// Two refusals come with a tariff that was stored all the same, `NoDestinations` and `RateExists`: such an answer is
/// [`ErrorKind::Partial`](mor_api::ErrorKind::Partial).
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "tariff_retail_import",
    aliases = ["import_tariff_retail"],
    group = "tariff",
    since = "11",
    effect = write,
    response = RetailImport,
    fault = RetailImportFault,
    verify = "`tariffs_get` lists the tariffs, `tariff_rates_get` shows the rates of one",
)]
pub struct TariffRetailImport {
    /// The tariff.
    #[nohash]
    pub xml: RetailTariff,
}

/// What became of the import.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RetailImport {
    /// ID of the tariff. That of a new one is not the one that was sent.
    pub tariff_id: TariffId,
    /// Its name.
    pub tariff_name: String,
    /// Groups the server does not know.
    #[mor(path = "bad_destinations/destination")]
    pub bad_destinations: Vec<DestinationGroup>,
    /// `destination_with_day_type_collision`: groups whose rates for all days and for some collide. An old page
    /// lacks the list.
    #[mor(path = "destination_with_day_type_collision/destination", default)]
    pub day_type_collisions: Vec<DestinationGroup>,
    /// `destination_with_bad_rates`: rates with wrong values. Known servers tell those of the last group only.
    #[mor(path = "destination_with_bad_rates/destination")]
    pub bad_rates: Vec<BadRate>,
    /// `destination_with_time_collisions_in_xml`: rates that overlap in the document, in the server's words. Known
    /// servers tell those of the last group only.
    #[mor(path = "destination_with_time_collisions_in_xml/destination/collision_in_time_range")]
    pub collisions_in_document: Vec<String>,
    /// `destination_with_time_collisions_in_db`: rates that overlap with those the tariff has already, likewise.
    #[mor(path = "destination_with_time_collisions_in_db/destination/collision_in_time_range")]
    pub collisions_with_tariff: Vec<String>,
}

impl RetailImport {
    /// Whether everything was stored.
    #[must_use]
    #[inline]
    pub fn is_complete(&self) -> bool {
        self.bad_destinations.is_empty()
            && self.day_type_collisions.is_empty()
            && self.bad_rates.is_empty()
            && self.collisions_in_document.is_empty()
            && self.collisions_with_tariff.is_empty()
    }
}

impl Response for RetailImport {
    #[inline]
    fn read(body: Body<'_>, unknown: Option<&mut Vec<Unknown>>) -> Result<Self, AnswerError> {
        match (Whole::read(body, unknown), body) {
            (Ok(Whole(import)), _) => Ok(import),
            (Err(AnswerError::Refused(refusal)), Body::Xml(xml)) => {
                Err(refusal.unless_done(xml, &|path, text| path == "response/tariff_id" && !text.is_empty()))
            }
            (Err(error), _) => Err(error),
        }
    }

    fn partial(&self) -> Option<String> {
        let left_out = [
            ("unknown destinations", self.bad_destinations.len()),
            ("day type collisions", self.day_type_collisions.len()),
            ("bad rates", self.bad_rates.len()),
            ("collisions in the document", self.collisions_in_document.len()),
            ("collisions with the tariff", self.collisions_with_tariff.len()),
        ];
        let left_out = left_out.iter().filter(|(_, count)| *count > 0);
        let left_out: Vec<String> = left_out.map(|(what, count)| format!("{what}: {count}")).collect();
        (!left_out.is_empty()).then(|| format!("a part was left out ({})", left_out.join(", ")))
    }
}

/// The answer without what makes it partial.
struct Whole(RetailImport);

impl FromXml for Whole {
    #[inline]
    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        RetailImport::from_xml(element).map(Self)
    }
}

impl Document for Whole {
    const ROOT: &'static [&'static str] = &["response"];
}

/// A destination group that was left out.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct DestinationGroup {
    /// `destination_group_name`: its name.
    #[mor(rename = "destination_group_name")]
    pub group: String,
    /// `destination_group_type`: its type. X5 sends it, X8 does not.
    #[mor(rename = "destination_group_type")]
    pub group_type: Option<String>,
}

/// A rate that was left out, with its values as they were sent.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct BadRate {
    /// `destination_group_name`: name of the group.
    #[mor(rename = "destination_group_name")]
    pub group: String,
    /// `destination_group_type`: type of the group. X5 sends it, X8 does not.
    #[mor(rename = "destination_group_type")]
    pub group_type: Option<String>,
    /// The price.
    pub rate_price: String,
    /// The rounding.
    pub rate_round_by: String,
    /// The duration.
    pub rate_duration: String,
    /// What it is the price of.
    pub rate_type: String,
    /// Its start.
    pub rate_start_time: String,
    /// Its end.
    pub rate_end_time: String,
    /// The days; empty for all.
    pub day_type: String,
}

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

    /// One that any function may send.
    #[fault(common)]
    Common(CommonFault),

    /// A text that is not documented.
    #[fault(other)]
    Other(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &str = "<tariff_id>9</tariff_id><tariff_name>T</tariff_name><bad_destinations/>\
        <destination_with_bad_rates/><destination_with_time_collisions_in_xml/>\
        <destination_with_time_collisions_in_db/>";

    fn decode(xml: &str) -> Result<RetailImport, AnswerError> {
        RetailImport::decode(Body::Xml(xml))
    }

    #[test]
    fn a_refusal_beside_a_stored_tariff_is_a_partial_success() {
        for (xml, text) in [
            (
                "<response><error>No destinations!</error><tariff_id>9</tariff_id></response>".to_owned(),
                "No destinations!",
            ),
            (
                format!("<response><error>RATE exists??!!</error></response><response>{LISTS}</response>"),
                "RATE exists??!!",
            ),
        ] {
            let Err(AnswerError::Partial(partial)) = decode(&xml) else { panic!("{xml}") };
            assert_eq!(
                (partial.succeeded, partial.refused.messages),
                (vec!["tariff_id 9".to_owned()], vec![text.to_owned()])
            );
        }
        let refused = decode("<response><error>No tariff id</error></response>");
        assert!(matches!(refused, Err(AnswerError::Refused(_))));
    }

    #[test]
    fn what_was_left_out_makes_an_import_partial() {
        let import = decode(&format!("<response>{LISTS}</response>")).unwrap();
        assert!(import.is_complete() && import.partial().is_none());
        let bad = LISTS.replace(
            "<bad_destinations/>",
            "<bad_destinations><destination><destination_group_name>X</destination_group_name></destination></bad_destinations>",
        );
        let import = decode(&format!("<response>{bad}</response>")).unwrap();
        assert_eq!(import.partial().as_deref(), Some("a part was left out (unknown destinations: 1)"));
    }
}
