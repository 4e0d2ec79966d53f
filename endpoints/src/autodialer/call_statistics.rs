//! The numbers and calls of a campaign, as its statistics count them.

use jiff::civil::DateTime;
use mor_api::{DecodeError, Element, ElementMap, FromXml};

use super::Percent;

/// How many numbers a campaign has, and what became of its calls in a period.
///
/// Each element may be empty. The published sample ends after the busy calls: what follows is kept by name.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(with = Self::from_element)]
pub struct CallStatistics {
    /// Start of the period. The page does not name the time zone.
    #[mor(path = "period/period_start")]
    pub period_start: Option<DateTime>,
    /// End of the period.
    #[mor(path = "period/period_end")]
    pub period_end: Option<DateTime>,
    /// How many numbers the campaign has.
    pub total_numbers: Option<u64>,
    /// How many of them failed.
    pub failed: Option<u64>,
    /// How many of them are completed.
    pub completed: Option<u64>,
    /// The time of all calls. Its form is not documented: the published sample leaves it empty.
    pub total_call_time: Option<String>,
    /// The time of all calls that lasted more than ten seconds. Its form is not documented.
    pub total_call_time_longer_than_10s: Option<String>,
    /// How many calls were answered.
    #[mor(path = "answered/answered_calls")]
    pub answered_calls: Option<u64>,
    /// Their share of all calls.
    #[mor(path = "answered/answered_percent")]
    pub answered_percent: Option<Percent>,
    /// How many calls were not answered.
    #[mor(path = "no_answer/no_answer_calls")]
    pub no_answer_calls: Option<u64>,
    /// Their share of all calls.
    #[mor(path = "no_answer/no_answer_percent")]
    pub no_answer_percent: Option<Percent>,
    /// How many calls met a busy line.
    #[mor(path = "busy/busy_calls")]
    pub busy_calls: Option<u64>,
    /// Their share of all calls.
    #[mor(path = "busy/busy_percent")]
    pub busy_percent: Option<Percent>,
    /// What an element `failed` with children holds, if the server sends one next to the number: its content is not
    /// documented.
    #[mor(rename = "failed")]
    pub failed_parts: ElementMap,
    /// Elements that no source shows, by name.
    #[mor(rest)]
    pub other: ElementMap,
}

impl CallStatistics {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        Parts::from_xml(element).map(Self::from)
    }
}

/// The elements as they are sent: `failed` is a number and, perhaps, a second time what the other outcomes are.
#[derive(FromXml)]
struct Parts {
    #[mor(path = "period/period_start")]
    period_start: Option<DateTime>,
    #[mor(path = "period/period_end")]
    period_end: Option<DateTime>,
    total_numbers: Option<u64>,
    failed: Vec<Failed>,
    completed: Option<u64>,
    total_call_time: Option<String>,
    total_call_time_longer_than_10s: Option<String>,
    #[mor(path = "answered/answered_calls")]
    answered_calls: Option<u64>,
    #[mor(path = "answered/answered_percent")]
    answered_percent: Option<Percent>,
    #[mor(path = "no_answer/no_answer_calls")]
    no_answer_calls: Option<u64>,
    #[mor(path = "no_answer/no_answer_percent")]
    no_answer_percent: Option<Percent>,
    #[mor(path = "busy/busy_calls")]
    busy_calls: Option<u64>,
    #[mor(path = "busy/busy_percent")]
    busy_percent: Option<Percent>,
    #[mor(rest)]
    other: ElementMap,
}

#[derive(FromXml)]
struct Failed {
    #[mor(text)]
    numbers: Option<u64>,
    #[mor(rest)]
    parts: ElementMap,
}

impl From<Parts> for CallStatistics {
    fn from(parts: Parts) -> Self {
        let failed = parts.failed.iter().find_map(|failed| failed.numbers);
        let failed_parts = parts.failed.iter().flat_map(|failed| failed.parts.iter()).collect();
        Self {
            period_start: parts.period_start,
            period_end: parts.period_end,
            total_numbers: parts.total_numbers,
            failed,
            completed: parts.completed,
            total_call_time: parts.total_call_time,
            total_call_time_longer_than_10s: parts.total_call_time_longer_than_10s,
            answered_calls: parts.answered_calls,
            answered_percent: parts.answered_percent,
            no_answer_calls: parts.no_answer_calls,
            no_answer_percent: parts.no_answer_percent,
            busy_calls: parts.busy_calls,
            busy_percent: parts.busy_percent,
            failed_parts,
            other: parts.other,
        }
    }
}

#[cfg(test)]
mod tests {
    use mor_api::{AnswerError, Payload, Response};

    use super::super::CampaignStatistics;
    use super::*;

    fn read(statistics: &str) -> Result<CallStatistics, AnswerError> {
        let page = format!(
            "<page><status><campaign_name/><campaign_statistics>{statistics}</campaign_statistics></status></page>"
        );
        CampaignStatistics::read(Payload::Xml(&page), None).map(|answer| answer.campaign_statistics)
    }

    #[test]
    fn every_element_may_be_empty_or_missing() {
        let nothing = read("").unwrap();
        assert_eq!((nothing.failed, nothing.answered_percent), (None, None));
        let empty = "<period><period_start/></period><total_numbers></total_numbers><failed> </failed>\
            <total_call_time/><answered/><busy><busy_calls/><busy_percent></busy_percent></busy>";
        assert_eq!(read(empty).unwrap(), nothing);
    }

    #[test]
    fn failed_may_be_a_number_and_an_element_with_parts() {
        let both = "<failed>1</failed><busy><busy_calls>2</busy_calls></busy>\
            <failed>\n <failed_calls>4</failed_calls>\n</failed><fail_rate>5</fail_rate>";
        let statistics = read(both).unwrap();
        assert_eq!((statistics.failed, statistics.busy_calls), (Some(1), Some(2)));
        assert_eq!(statistics.failed_parts.get("failed_calls"), Some("4"));
        assert_eq!(statistics.other.get("fail_rate"), Some("5"));
    }
}
