//! `main_page`: the figures of the GUI's start page.

use mor_api::{Endpoint, FromXml, Limit, Money, Secret, WireEnum};
use rust_decimal::Decimal;

use super::AccountKind;
use crate::{Seconds, UserId};

/// The figures of the caller's start page in the GUI: missed calls, calls of the month and of the day, balance
/// and credit.
///
/// Neither a hash nor a password is checked, and the call marks the user as logged in.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(function = "main_page", effect = read, hash = none, response = StartPage)]
pub struct MainPage {
    /// `p`: password of the caller; old versions read it, X5 and X8 do not.
    #[mor(rename = "p")]
    #[nohash]
    pub password: Option<Secret>,
}

/// The figures of a start page.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct StartPage {
    /// Title of the page in the server's language.
    pub pagename: Option<String>,
    /// Username of the caller.
    pub username: String,
    /// `userid`: ID of the caller.
    #[mor(rename = "userid")]
    pub user_id: UserId,
    /// Language of the caller: `en`.
    pub language: Option<String>,
    /// Missed calls of today.
    #[mor(path = "stats/missed_calls/missed_today")]
    pub missed_today: u64,
    /// All missed calls.
    #[mor(path = "stats/missed_calls/missed_total")]
    pub missed_total: u64,
    /// The calls of the month, then those of the day.
    #[mor(path = "stats/call_history/calls")]
    pub calls: Vec<CallFigures>,
    /// How the account is paid.
    #[mor(path = "stats/finances/account")]
    pub account: AccountKind,
    /// Balance, in the system's currency.
    #[mor(path = "stats/finances/balance")]
    pub balance: Money,
    /// Credit limit; older servers do not send it.
    #[mor(path = "stats/finances/credit")]
    pub credit: Option<Limit<Decimal>>,
}

/// The calls of a period.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct CallFigures {
    /// Which period.
    pub period: Period,
    /// `call_counts`: how many calls there were.
    #[mor(rename = "call_counts")]
    pub count: u64,
    /// `call_duration`: how long they were together. Written as `MM:SS` or `HH:MM:SS` by a setting of the server; empty
    /// if zero.
    #[mor(rename = "call_duration")]
    pub duration: Option<Seconds>,
    /// `call_profit`: what was earned; for resellers and the admin.
    #[mor(rename = "call_profit")]
    pub profit: Option<Decimal>,
}

/// A period of the start page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum Period {
    /// This month.
    #[mor(value = "Month")]
    Month,
    /// Today.
    #[mor(value = "Day")]
    Day,
    /// The word of a server that speaks another language.
    #[mor(other)]
    Other(String),
}

#[cfg(test)]
mod tests {
    use mor_api::from_xml;

    use super::*;

    #[test]
    fn durations_of_both_settings_are_seconds() {
        let calls = |duration: &str| {
            format!(
                "<calls><call_counts>1</call_counts><period>Day</period><call_duration>{duration}</call_duration></calls>"
            )
        };
        let xml = format!(
            "<page><username>ona</username><userid>2</userid><stats><missed_calls><missed_today>0</missed_today>\
             <missed_total>0</missed_total></missed_calls><call_history>{}</call_history><finances>\
             <account>Prepaid</account><balance>1.00 EUR</balance><credit>0</credit></finances></stats></page>",
            ["67:07", "01:07:07", ""].map(calls).concat()
        );
        let page = from_xml::<StartPage>(&xml).unwrap();
        let durations: Vec<_> = page.calls.iter().map(|figures| figures.duration).collect();
        assert_eq!(durations, [Some(Seconds(4027)), Some(Seconds(4027)), None]);
    }
}
