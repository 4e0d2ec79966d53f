//! The document that a retail tariff is imported from.

use core::fmt::{self, Write};

use jiff::civil::Time;
use mor_api::{FromXml, Kind, Param, from_xml};
use rust_decimal::Decimal;

use super::{RateDuration, RateType};
use crate::{DayType, TariffId};

/// A retail tariff to import. Sent as an XML document, in which texts are escaped.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "tariff")]
pub struct RetailTariff {
    /// Its name. If the ID is known, it must be the name of that tariff.
    pub name: String,
    /// The tariff that gets the rates. If it is unknown, the server makes a tariff with another ID.
    pub id: TariffId,
    /// Destination groups with their rates.
    #[mor(path = "destinations/destination")]
    pub destinations: Vec<RetailTariffDestination>,
}

/// A destination group and what it costs.
///
/// Known servers fail at a group with a single rate, perhaps after they created the tariff: cut it in two, by time
/// of day for example.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct RetailTariffDestination {
    /// `direction`: the direction to which the group belongs.
    pub direction: String,
    /// `destination_group_name`: its name.
    #[mor(rename = "destination_group_name")]
    pub group: String,
    /// `destination_group_type`: its type, such as `FIX` or `MOB`. X5 looks for name and type, X8 for the name only.
    #[mor(rename = "destination_group_type")]
    pub group_type: Option<String>,
    /// `rates`: its rates.
    pub rates: Vec<RetailTariffRate>,
}

/// A rate; the server wants all of its values.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct RetailTariffRate {
    /// `rate_price`: the price, in the tariff's currency.
    #[mor(rename = "rate_price")]
    pub price: Decimal,
    /// `rate_round_by`: seconds to which the duration is rounded up.
    #[mor(rename = "rate_round_by")]
    pub round_by: u64,
    /// `rate_type`: what it is the price of.
    #[mor(rename = "rate_type")]
    pub rate_type: RateType,
    /// `rate_start_time`: from this time of day on.
    #[mor(rename = "rate_start_time")]
    pub start_time: Time,
    /// `rate_end_time`: to this time of day, its second included.
    #[mor(rename = "rate_end_time")]
    pub end_time: Time,
    /// `rate_duration`: for how long of a call it holds.
    #[mor(rename = "rate_duration")]
    pub duration: RateDuration,
    /// `day_type`: on which days; on all if left out.
    pub day_type: Option<DayType>,
}

impl Param for RetailTariff {
    const KIND: Kind = Kind::Xml;

    #[inline]
    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str("<tariff>")?;
        element(out, "name", &self.name)?;
        element(out, "id", self.id)?;
        out.write_str("<destinations>")?;
        self.destinations.iter().try_for_each(|destination| destination.wire(out))?;
        out.write_str("</destinations></tariff>")
    }

    /// From the document.
    #[inline]
    fn read(text: &str) -> Option<Self> {
        from_xml(text).ok()
    }
}

impl RetailTariffDestination {
    #[inline]
    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str("<destination>")?;
        element(out, "direction", &self.direction)?;
        element(out, "destination_group_name", &self.group)?;
        if let Some(group_type) = &self.group_type {
            element(out, "destination_group_type", group_type)?;
        }
        self.rates.iter().try_for_each(|rate| rate.wire(out))?;
        out.write_str("</destination>")
    }
}

impl RetailTariffRate {
    #[inline]
    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str("<rates>")?;
        element(out, "rate_price", self.price)?;
        element(out, "rate_round_by", self.round_by)?;
        element(out, "rate_type", &self.rate_type)?;
        element(out, "rate_start_time", clock(self.start_time))?;
        element(out, "rate_end_time", clock(self.end_time))?;
        element(out, "rate_duration", self.duration)?;
        element(out, "day_type", self.day_type.as_ref().map_or("", DayType::as_str))?;
        out.write_str("</rates>")
    }
}

/// `HH:MM:SS`, whatever fraction of a second there is.
#[inline]
fn clock(time: Time) -> String {
    format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())
}

fn element(out: &mut dyn Write, name: &str, value: impl fmt::Display) -> fmt::Result {
    write!(out, "<{name}>")?;
    write!(Escaped(out), "{value}")?;
    write!(out, "</{name}>")
}

/// Escapes what is markup in XML.
struct Escaped<'a>(&'a mut dyn Write);

impl Write for Escaped<'_> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|character| match character {
            '&' => self.0.write_str("&amp;"),
            '<' => self.0.write_str("&lt;"),
            '>' => self.0.write_str("&gt;"),
            other => self.0.write_char(other),
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    #[test]
    fn the_document_and_back() {
        let tariff = RetailTariff {
            name: "Fish & <Chips>".to_owned(),
            id: TariffId(6),
            destinations: vec![RetailTariffDestination {
                direction: "Albania".to_owned(),
                group: "Albania Mobile".to_owned(),
                group_type: Some("MOB".to_owned()),
                rates: vec![RetailTariffRate {
                    price: Decimal::new(125, 3),
                    round_by: 1,
                    rate_type: RateType::Minute,
                    start_time: time(8, 0, 0, 5),
                    end_time: time(22, 59, 59, 0),
                    duration: RateDuration::ToTheEnd,
                    day_type: Some(DayType::WorkDay),
                }],
            }],
        };
        let mut xml = String::new();
        tariff.wire(&mut xml).unwrap();
        assert_eq!(
            xml,
            "<tariff><name>Fish &amp; &lt;Chips&gt;</name><id>6</id><destinations><destination>\
             <direction>Albania</direction><destination_group_name>Albania Mobile</destination_group_name>\
             <destination_group_type>MOB</destination_group_type><rates><rate_price>0.125</rate_price>\
             <rate_round_by>1</rate_round_by><rate_type>minute</rate_type>\
             <rate_start_time>08:00:00</rate_start_time><rate_end_time>22:59:59</rate_end_time>\
             <rate_duration>-1</rate_duration><day_type>WD</day_type></rates></destination></destinations></tariff>"
        );
        let mut again = String::new();
        RetailTariff::read(&xml).unwrap().wire(&mut again).unwrap();
        assert_eq!(again, xml);
        assert_eq!(RetailTariff::read("<tariff><name>no rates</name></tariff>"), None);
    }
}
