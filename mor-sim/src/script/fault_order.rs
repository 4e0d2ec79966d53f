//! Faults in a seed file.

use std::time::Duration;

use serde::{Deserialize, Deserializer, de::Error as _};

use super::{chaos::Chaos, fault::Fault};

/// A fault ordered by a seed file: a table `[[fault]]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultOrder {
    /// Current or older name of the function.
    pub function: String,
    /// The fault.
    pub fault: Fault,
    /// How many requests meet it; every one if not set.
    pub times: Option<u32>,
}

/// The table `[chaos]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChaosTable {
    seed: u64,
    faults: Vec<Share>,
    #[serde(default)]
    only: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Share {
    fault: Fault,
    share: f64,
}

impl ChaosTable {
    pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Chaos>, D::Error> {
        let table = Self::deserialize(deserializer)?;
        let chaos = Chaos::seeded(table.seed);
        let chaos =
            table.faults.into_iter().fold(chaos, |chaos, Share { fault, share }| chaos.with(fault, share));
        Ok(Some(table.only.iter().fold(chaos, |chaos, function| chaos.only(function))))
    }
}

/// Reads `"20ms"` and `"1.5s"`.
pub(crate) fn duration<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse(&text).ok_or_else(|| {
        D::Error::custom(format!("`{text}` is not a time; expected a value such as \"20ms\" or \"1.5s\""))
    })
}

/// The same for a time that may be missing.
pub(crate) fn optional_duration<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Duration>, D::Error> {
    duration(deserializer).map(Some)
}

fn parse(text: &str) -> Option<Duration> {
    let (number, unit) = match text.strip_suffix("ms") {
        Some(number) => (number, 0.001),
        None => (text.strip_suffix('s')?, 1.0),
    };
    Duration::try_from_secs_f64(number.trim().parse::<f64>().ok()? * unit).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Seed;

    const ADMIN: &str = "[[account]]\nid = 0\nusername = 'admin'\nrole = 'admin'\n";

    fn faults(text: &str) -> Result<Vec<Fault>, String> {
        let seed = Seed::from_toml(&format!("{ADMIN}{text}")).map_err(|error| error.to_string())?;
        Ok(seed.faults.into_iter().map(|order| order.fault).collect())
    }

    #[test]
    fn every_fault_can_be_written() {
        let text = |fault: &str| format!("[[fault]]\nfunction = 'users_get'\nfault = {fault}\n");
        let ms = Duration::from_millis;
        for (written, fault) in [
            ("'refuse'", Fault::Refuse),
            ("'hang_after_commit'", Fault::HangAfterCommit),
            ("{ go_down = '20ms' }", Fault::GoDown(ms(20))),
            ("{ delay = '1.5s' }", Fault::Delay(ms(1500))),
            ("{ truncate = 7 }", Fault::Truncate(7)),
            ("{ cut_connection = { after = 7 } }", Fault::CutConnection { after: 7 }),
            ("{ slow_drip = { bytes = 1, every = '2ms' } }", Fault::SlowDrip { bytes: 1, every: ms(2) }),
            ("{ service_unavailable = {} }", Fault::ServiceUnavailable { retry_after: None }),
            (
                "{ too_many_requests = { retry_after = '2s' } }",
                Fault::TooManyRequests { retry_after: Some(ms(2000)) },
            ),
        ] {
            assert_eq!(faults(&text(written)), Ok(vec![fault]), "{written}");
        }
        for (written, complaint) in [
            ("'explode'", "unknown variant `explode`"),
            ("{ delay = '20' }", "`20` is not a time"),
            ("{ delay = '-1s' }", "`-1s` is not a time"),
            ("{ delay = 'ms' }", "`ms` is not a time"),
        ] {
            let error = faults(&text(written)).unwrap_err();
            assert!(error.contains(complaint), "{error}");
        }
    }

    #[test]
    fn the_table_of_chaos_is_the_same_as_in_code() {
        let text =
            "[chaos]\nseed = 3\nfaults = [{ fault = 'hang', share = 0.5 }]\nonly = ['create_payment']\n";
        let chaos = Seed::from_toml(&format!("{ADMIN}{text}")).unwrap().chaos;
        assert_eq!(chaos, Some(Chaos::seeded(3).with(Fault::Hang, 0.5).only("payment_create")));
        assert_eq!(Seed::from_toml(ADMIN).unwrap().chaos, None);
    }
}
