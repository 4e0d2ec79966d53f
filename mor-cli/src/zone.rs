//! The time zone of times on the command line and in messages.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::exit::{Failure, Result};

/// The zone of `--tz`, or the machine's, which the variable `TZ` sets.
pub(crate) fn zone(name: Option<&str>) -> Result<TimeZone> {
    match name {
        None => machine(),
        Some(name) => TimeZone::get(name).map_err(|_| {
            Failure::usage(format!(
                "--tz: `{name}` is not a time zone of the IANA database; expected, for example, Europe/Vilnius or UTC"
            ))
        }),
    }
}

fn machine() -> Result<TimeZone> {
    match (TimeZone::try_system(), std::env::var_os("TZ")) {
        (Ok(zone), _) => Ok(zone),
        (Err(_), Some(value)) => Err(Failure::config(format!(
            "TZ: `{}` is not a time zone; expected, for example, Europe/Vilnius or UTC",
            value.to_string_lossy()
        ))
        .hint("--tz sets the zone for one command")),
        // A machine without a time zone, such as a minimal container, runs in UTC.
        (Err(_), None) => Ok(TimeZone::UTC),
    }
}

/// What to call a zone in a message.
pub(crate) fn name(zone: &TimeZone) -> String {
    match zone.iana_name() {
        Some(name) => name.to_owned(),
        None => format!("UTC{}", zone.to_offset(Timestamp::now())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_zone_is_a_usage_error() {
        assert_eq!(
            zone(Some("Europe/Nowhere")).unwrap_err().message,
            "--tz: `Europe/Nowhere` is not a time zone of the IANA database; expected, for example, Europe/Vilnius \
             or UTC"
        );
        assert_eq!(name(&TimeZone::UTC), "UTC");
    }
}
