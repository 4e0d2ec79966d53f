//! `tariff_rates_get`: exports the rates of a tariff or of a user.

use jiff::civil::Time;
use mor_api::{
    AnswerError, DecodeError, Document, Element, ElementMap, Endpoint, FromXml, Payload, RecordShape,
    Response, Unknown,
};
use rust_decimal::Decimal;

use super::{RateDuration, RateType, TariffPurpose, TariffRatesFault};
use crate::{DayType, TariffId, UserId};

/// Exports all rates of a tariff, or of a user with his custom rates.
///
/// The answer is a zip archive, of which not more is unpacked than the largest answer a client takes. A long one is better
/// read by the client's `rows_at` [`TariffRates::WHOLESALE_ROWS`], which unpacks it while it arrives.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "tariff_rates_get",
    aliases = ["get_tariff"],
    since = "11",
    effect = read,
    response = TariffRates,
    fault = TariffRatesFault,
)]
pub struct TariffRatesGet {
    /// Whose tariff and custom rates; the caller's if left out.
    #[hash(order = 1)]
    pub user_id: Option<UserId>,
    /// The tariff; the caller's own if left out. For admins and resellers, and only without `user_id`.
    #[hash(order = 2)]
    pub tariff_id: Option<TariffId>,
    /// Adds the destinations to each group of a retail tariff. Newer servers.
    #[nohash]
    pub additional_retail_info: Option<bool>,
}

/// A tariff with its rates, or two for a user with custom rates: those first, named `Custom Rates`, then his
/// tariff without the groups that were given already.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(with = Self::from_element)]
pub struct TariffRates {
    /// The tariffs, each with a currency of its own.
    pub tariffs: Vec<TariffWithRates>,
}

impl TariffRates {
    /// The path of the groups of a retail tariff, each a [`DestinationRates`], for the client's `rows`. Only of one
    /// tariff: where custom rates come first, the second list is an error.
    pub const RETAIL_ROWS: &'static str = "page/rates/destination";

    /// The path of the rates of any other tariff, each a [`WholesaleRate`].
    pub const WHOLESALE_ROWS: &'static str = "page/rates/rate";

    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        Ok(Self { tariffs: element.flat_records("pagename")? })
    }
}

/// A tariff with its rates.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct TariffWithRates {
    /// Title of the page in the server's language.
    pub pagename: String,
    /// Its name.
    pub tariff_name: String,
    /// What it is for. The first pages on MOR 11 lack it.
    pub purpose: Option<TariffPurpose>,
    /// Currency of its rates.
    pub currency: String,
    /// `rates/destination`: the groups of a retail tariff ([`TariffPurpose::User`]).
    #[mor(path = "rates/destination")]
    pub destinations: Vec<DestinationRates>,
    /// `rates/rate`: the rates of any other tariff.
    #[mor(path = "rates/rate")]
    pub rates: Vec<WholesaleRate>,
}

/// A destination group of a retail tariff.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct DestinationRates {
    /// `destination_group_name`: its name.
    #[mor(rename = "destination_group_name")]
    pub group: String,
    /// `destination_group_type`: its type, such as `FIX` or `MOB`. X5 sends it, X8 does not.
    #[mor(rename = "destination_group_type")]
    pub group_type: Option<String>,
    /// `rate`: its rates.
    #[mor(rename = "rate")]
    pub rates: Vec<RetailRate>,
    /// What `additional_retail_info` adds: names and prefixes of the destinations. How deep they stand is not
    /// established, so they are kept by path.
    #[mor(rest)]
    pub other: ElementMap,
}

/// A rate of a retail tariff. X8 lists a rate without details as a row whose elements are all empty: all are `None`.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct RetailRate {
    /// For how long it holds.
    pub duration: Option<RateDuration>,
    /// `type`: what it is the price of.
    #[mor(rename = "type")]
    pub rate_type: Option<RateType>,
    /// Seconds to which the duration is rounded up.
    pub round_by: Option<u64>,
    /// The price.
    pub tariff_rate: Option<Decimal>,
    /// From this time of day on.
    pub start_time: Option<Time>,
    /// To this time of day, its second included.
    pub end_time: Option<Time>,
    /// On which days; on all if there is none.
    pub daytype: Option<DayType>,
    /// The second of the call at which it starts to hold, counted from 1.
    pub from: Option<u64>,
}

/// A rate of a wholesale or provider tariff. As in a retail tariff, a rate without details has neither price nor times.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct WholesaleRate {
    /// Name of the direction, a country as a rule.
    pub direction: String,
    /// Name of the destination.
    pub destination: String,
    /// Prefix of the destination.
    pub prefix: String,
    /// Type of the destination, such as `FIX`. X5 sends it, X8 does not.
    pub subcode: Option<String>,
    /// Code of the direction.
    pub code: String,
    /// Price of a minute, rounded to the server's display digits.
    pub tariff_rate: Option<Decimal>,
    /// Connection fee, rounded likewise.
    pub con_fee: Option<Decimal>,
    /// Seconds to which the duration is rounded up.
    pub increment: Option<u64>,
    /// Seconds that are charged at least.
    pub min_time: Option<u64>,
    /// From this time of day on.
    pub start_time: Option<Time>,
    /// To this time of day, its second included.
    pub end_time: Option<Time>,
    /// On which days; on all if there is none.
    pub daytype: Option<DayType>,
    /// Since when it holds. Newer servers; the format is not established.
    pub effective_from: Option<String>,
}

/// Packed or not: what was refused before the function ran is sent plain.
impl Response for TariffRates {
    const MAY_BE_ZIPPED: bool = true;
    const SHAPE: &'static RecordShape = &RecordShape::at::<Self>(Page::ROOT);

    #[inline]
    fn read(body: Payload<'_>, unknown: Option<&mut Vec<Unknown>>) -> Result<Self, AnswerError> {
        Page::read(Payload::Xml(&body.into_unzipped_xml()?), unknown).map(|Page(rates)| rates)
    }
}

#[derive(FromXml)]
#[mor(root = "page", with = Self::from_element)]
struct Page(TariffRates);

impl Page {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        TariffRates::from_xml(element).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &str = "<rate> <duration></duration> <type></type><round_by></round_by><tariff_rate></tariff_rate>\
        <start_time></start_time><end_time></end_time><daytype></daytype><from></from></rate>";

    fn tariff(rates: &str) -> TariffWithRates {
        let xml = format!(
            "<page><pagename>Tariff</pagename><tariff_name>T</tariff_name><purpose>user</purpose>\
             <currency>EUR</currency><rates>{rates}</rates></page>"
        );
        let (TariffRates { mut tariffs }, unknown) = TariffRates::decode_strict(Payload::Xml(&xml)).unwrap();
        assert!(unknown.is_empty(), "{unknown:?}");
        tariffs.pop().unwrap()
    }

    #[test]
    fn a_rate_without_details_leaves_the_others_intact() {
        let filled = "<rate><duration>60</duration><type>minute</type><round_by>6</round_by><tariff_rate>0.021</tariff_rate>\
            <start_time>00:00:00</start_time><end_time>23:59:59</end_time><daytype>WD</daytype><from>1</from></rate>";
        for count in [0, 1, 3] {
            let group = |rates: &str| {
                format!(
                    "<destination> <destination_group_name></destination_group_name>{rates}</destination>"
                )
            };
            let tariff = tariff(&(group(&EMPTY.repeat(count)) + &group(filled)));
            let [empty, full] = &tariff.destinations[..] else { panic!("{tariff:?}") };
            assert_eq!(empty.rates.len(), count);
            assert!(empty.rates.iter().all(|rate| rate.duration.is_none() && rate.tariff_rate.is_none()));
            assert!(empty.rates.iter().all(|rate| rate.rate_type.is_none() && rate.start_time.is_none()));
            let [rate] = &full.rates[..] else { panic!("{full:?}") };
            assert_eq!(rate.duration, Some(RateDuration::Seconds(60)));
            assert_eq!((rate.tariff_rate, rate.from), (Some(Decimal::new(21, 3)), Some(1)));
        }
    }

    #[test]
    fn a_wholesale_rate_without_details_is_kept() {
        let tariff = tariff(
            "<rate><direction></direction><destination>Tallinn</destination><prefix>0037</prefix><code></code>\
             <tariff_rate></tariff_rate><con_fee>0.00</con_fee><increment></increment><min_time></min_time>\
             <start_time></start_time><end_time></end_time><daytype></daytype></rate>",
        );
        let [rate] = &tariff.rates[..] else { panic!("{tariff:?}") };
        assert_eq!((rate.prefix.as_str(), rate.tariff_rate, rate.increment), ("0037", None, None));
    }

    #[test]
    fn an_invalid_number_is_still_an_error() {
        let xml = "<page><pagename>Tariff</pagename><tariff_name>T</tariff_name><purpose>user</purpose>\
            <currency>EUR</currency><rates><destination><destination_group_name/>\
            <rate><duration>soon</duration></rate></destination></rates></page>";
        assert!(matches!(TariffRates::decode(Payload::Xml(xml)), Err(AnswerError::Decode(_))));
    }
}
