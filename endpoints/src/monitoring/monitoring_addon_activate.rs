//! `monitoring_addon_activate`: carries out what a monitoring says.

use mor_api::{Endpoint, FlagWord, FromXml, Secret, WireEnum};

use super::MonitoringFault;
use crate::{MonitoringId, UserId};

/// Blocks users and sends e-mails as a monitoring says. It is meant for the script that runs
/// the monitorings.
///
/// X5 and X8 do not have the function any more: they say that there is no such API. The hash is that of X3.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "monitoring_addon_activate",
    aliases = ["ma_activate"],
    since = "9",
    addon = "Monitorings",
    effect = write,
    response = MonitoringResult,
    fault = MonitoringFault,
)]
pub struct MonitoringAddonActivate {
    /// The monitoring.
    #[hash(order = 1)]
    pub monitoring_id: MonitoringId,
    /// The users that the monitoring has found.
    #[hash(order = 2)]
    pub users: Vec<UserId>,
    /// Blocks the users; must be what the monitoring's setting says.
    #[hash(order = 3)]
    pub block: FlagWord,
    /// Sends e-mails; must be what the monitoring's setting says.
    #[hash(order = 4)]
    pub email: FlagWord,
    /// `mtype`: what the monitoring watches for.
    #[mor(rename = "mtype")]
    #[hash(order = 5)]
    pub monitoring_type: MonitoringType,
    /// List of calls for the e-mail, percent-encoded once more; `my_empty_line_123` stands for a line break.
    #[hash(order = 6)]
    pub calls_string: Option<String>,
    /// `p`: password of the caller; it is not checked.
    #[mor(rename = "p")]
    #[nohash]
    pub password: Option<Secret>,
}

/// What was done to each user. Look at every one: some may have failed.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "status", partial = Self::left_out)]
pub struct MonitoringResult {
    /// `success`: there is such a monitoring.
    pub monitoring_found: String,
    /// One for each user.
    #[mor(path = "users/user", default, rows)]
    pub users: Vec<MonitoredUser>,
}

impl MonitoringResult {
    fn left_out(&self) -> Option<String> {
        let unknown = self.users.iter().filter(|user| user.is_unknown());
        let unknown: Vec<String> = unknown.map(|user| user.id.to_string()).collect();
        (!unknown.is_empty()).then(|| format!("users that were not found: {}", unknown.join(", ")))
    }
}

/// What was done to a user.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct MonitoredUser {
    /// The user.
    pub id: UserId,
    /// What was done, and what was not, one after the other and with a blank before each: ` blocked email sent`,
    /// ` already blocked email not sent`.
    pub status: String,
}

impl MonitoredUser {
    /// Whether there is no such user, so that nothing was done.
    #[must_use]
    #[inline]
    pub fn is_unknown(&self) -> bool {
        self.status.trim().eq_ignore_ascii_case("error: not found")
    }
}

/// What a monitoring watches for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum MonitoringType {
    /// Something rises by more than a limit.
    #[mor(value = "1")]
    IncreasesMoreThan,
    /// Something falls below a limit.
    #[mor(value = "2")]
    DropsBelow,
}
