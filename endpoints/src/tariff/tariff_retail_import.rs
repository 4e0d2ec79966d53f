//! `tariff_retail_import`: creates a retail tariff or adds rates to one.

use mor_api::{
    AnswerError, DecodeError, Document, Element, Endpoint, FromXml, Payload, RecordShape, Response, Unknown,
};

use super::import_lists::{Collisions, Groups, Rates};
use super::{RetailImportFault, RetailTariff};
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
#[mor(with = Self::from_element)]
pub struct RetailImport {
    /// ID of the tariff. That of a new one is not the one that was sent.
    pub tariff_id: TariffId,
    /// Its name.
    pub tariff_name: Option<String>,
    /// Groups the server does not know.
    pub bad_destinations: Vec<DestinationGroup>,
    /// `destination_with_day_type_collision`: groups whose rates for all days and for some collide. MOR 11 lacks the
    /// list.
    #[mor(rename = "destination_with_day_type_collision")]
    pub day_type_collisions: Vec<DestinationGroup>,
    /// `destination_with_bad_rates`: rates with wrong values. Known servers list those of the last group only.
    #[mor(rename = "destination_with_bad_rates")]
    pub bad_rates: Vec<BadRate>,
    /// `destination_with_time_collisions_in_xml`: rates that overlap in the document, in the server's words. Known
    /// servers list those of the last group only.
    #[mor(rename = "destination_with_time_collisions_in_xml")]
    pub collisions_in_document: Vec<String>,
    /// `destination_with_time_collisions_in_db`: rates that overlap with those the tariff has already, likewise.
    #[mor(rename = "destination_with_time_collisions_in_db")]
    pub collisions_with_tariff: Vec<String>,
}

/// The answer as it comes.
#[derive(FromXml)]
struct Answer {
    tariff_id: TariffId,
    tariff_name: Option<String>,
    bad_destinations: Option<Groups>,
    destination_with_day_type_collision: Option<Groups>,
    destination_with_bad_rates: Option<Rates>,
    destination_with_time_collisions_in_xml: Option<Collisions>,
    destination_with_time_collisions_in_db: Option<Collisions>,
}

impl RetailImport {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let answer = Answer::from_xml(element)?;
        Ok(Self {
            tariff_id: answer.tariff_id,
            tariff_name: answer.tariff_name,
            bad_destinations: list(answer.bad_destinations),
            day_type_collisions: list(answer.destination_with_day_type_collision),
            bad_rates: list(answer.destination_with_bad_rates),
            collisions_in_document: list(answer.destination_with_time_collisions_in_xml),
            collisions_with_tariff: list(answer.destination_with_time_collisions_in_db),
        })
    }
}

/// A list that is not there has nothing in it.
fn list<T, L: Into<Vec<T>>>(list: Option<L>) -> Vec<T> {
    list.map_or_else(Vec::new, Into::into)
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
    const SHAPE: &'static RecordShape = &RecordShape::at::<Self>(Whole::ROOT);

    #[inline]
    fn read(body: Payload<'_>, unknown: Option<&mut Vec<Unknown>>) -> Result<Self, AnswerError> {
        match (Whole::read(body, unknown), body) {
            (Ok(Whole(import)), _) => Ok(import),
            (Err(AnswerError::Refused(refusal)), Payload::Xml(xml)) => {
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
#[derive(FromXml)]
#[mor(root = "response", with = Self::from_element)]
struct Whole(RetailImport);

impl Whole {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        RetailImport::from_xml(element).map(Self)
    }
}

/// A destination group that was left out.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct DestinationGroup {
    /// `destination_group_name`: its name.
    #[mor(rename = "destination_group_name")]
    pub group: Option<String>,
    /// `destination_group_type`: its type. X5 sends it, X8 does not.
    #[mor(rename = "destination_group_type")]
    pub group_type: Option<String>,
}

/// A rate that was left out, with its values as they were sent; what was sent empty is `None`.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct BadRate {
    /// `destination_group_name`: name of the group.
    #[mor(rename = "destination_group_name")]
    pub group: Option<String>,
    /// `destination_group_type`: type of the group. X5 sends it, X8 does not.
    #[mor(rename = "destination_group_type")]
    pub group_type: Option<String>,
    /// The price.
    pub rate_price: Option<String>,
    /// The rounding.
    pub rate_round_by: Option<String>,
    /// The duration.
    pub rate_duration: Option<String>,
    /// What it is the price of.
    pub rate_type: Option<String>,
    /// Its start.
    pub rate_start_time: Option<String>,
    /// Its end.
    pub rate_end_time: Option<String>,
    /// The days; none for all.
    pub day_type: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(lists: &str) -> RetailImport {
        let xml = format!("<response><tariff_id>6</tariff_id><tariff_name>A</tariff_name>{lists}</response>");
        let (import, unknown) = RetailImport::decode_strict(Payload::Xml(&xml)).unwrap();
        assert!(unknown.is_empty(), "{unknown:?}");
        import
    }

    #[test]
    fn lists_that_are_empty_or_missing_have_nothing_in_them() {
        assert!(decoded("").is_complete());
        assert!(
            decoded("<bad_destinations>\n</bad_destinations><destination_with_bad_rates/>").is_complete()
        );
    }

    #[test]
    fn entries_of_version_11_have_no_element_of_their_own() {
        let import = decoded(
            "<bad_destinations><destination_group_name>Nowhere</destination_group_name>\
             <destination_group_type>FIX</destination_group_type>\
             <destination_group_name>Elsewhere</destination_group_name>\
             <destination_group_type>MOB</destination_group_type></bad_destinations>\
             <destination_with_bad_rates><destination_group_name>Albania</destination_group_name>\
             <rate_price>x</rate_price><rate_type>minute</rate_type></destination_with_bad_rates>\
             <destination_with_time_collisions_in_db><collision_in_time_range>A</collision_in_time_range>\
             <collision_in_time_range>B</collision_in_time_range></destination_with_time_collisions_in_db>",
        );
        assert!(!import.is_complete());
        let groups: Vec<_> =
            import.bad_destinations.iter().filter_map(|group| group.group.as_deref()).collect();
        assert_eq!(groups, ["Nowhere", "Elsewhere"]);
        assert_eq!(import.bad_destinations[1].group_type.as_deref(), Some("MOB"));
        let [rate] = &import.bad_rates[..] else { panic!("{import:?}") };
        assert_eq!((rate.group.as_deref(), rate.rate_price.as_deref()), (Some("Albania"), Some("x")));
        assert_eq!((&rate.group_type, &rate.rate_duration), (&None, &None));
        assert_eq!(import.collisions_with_tariff, ["A", "B"]);
        assert!(import.collisions_in_document.is_empty());
    }

    #[test]
    fn entries_of_later_versions_have_one() {
        let import = decoded(
            "<bad_destinations><destination><destination_group_name>Nowhere</destination_group_name></destination>\
             </bad_destinations><destination_with_time_collisions_in_xml><destination>\
             <collision_in_time_range>C</collision_in_time_range></destination>\
             </destination_with_time_collisions_in_xml>",
        );
        assert_eq!((import.bad_destinations.len(), import.collisions_in_document.len()), (1, 1));
    }

    const LISTS: &str = "<tariff_id>9</tariff_id><tariff_name>T</tariff_name><bad_destinations/>\
        <destination_with_bad_rates/><destination_with_time_collisions_in_xml/>\
        <destination_with_time_collisions_in_db/>";

    fn decode(xml: &str) -> Result<RetailImport, AnswerError> {
        RetailImport::decode(Payload::Xml(xml))
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
