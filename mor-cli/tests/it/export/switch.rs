//! A switch with calls, among them some on the very seconds where windows meet.

use std::time::Duration;

use jiff::Timestamp;
use mor_sim::{Answer, Simulator};

pub(crate) const FUNCTION: &str = "user_calls_get";
/// 2021-07-08 12:00 UTC.
pub(crate) const START: i64 = 1_625_745_600;
pub(crate) const HOURS: i64 = 24;

/// A simulator that answers as MOR does, with both ends of the period, after this delay; and how many calls it has.
pub(crate) fn switch(delay: Duration) -> (Simulator, usize) {
    let regular = (0..HOURS * 3600).step_by(97);
    let edges = (0..HOURS).flat_map(|hour| [hour * 3600, hour * 3600, hour * 3600 + 3599]);
    let mut seconds: Vec<i64> = regular.chain(edges).map(|second| START + second).collect();
    seconds.sort_unstable();
    let calls = seconds.len();
    let simulator = Simulator::start().unwrap();
    simulator.on(FUNCTION).respond_with(move |request| {
        std::thread::sleep(delay);
        let end = |name: &str| request.param(name).unwrap().parse::<i64>().unwrap();
        let (first, last) = (end("period_start"), end("period_end"));
        let rows: String = (seconds.iter().enumerate())
            .filter(|(_, second)| (first..=last).contains(*second))
            .map(|(id, second)| row(id, *second))
            .collect();
        let calls = if rows.is_empty() { rows } else { format!("<calls>{rows}</calls>") };
        Answer::xml(format!("<page><calls_stat>{calls}</calls_stat></page>"))
    });
    (simulator, calls)
}

fn row(id: usize, second: i64) -> String {
    let time = Timestamp::from_second(second).unwrap().strftime("%Y-%m-%d %H:%M:%S").to_string();
    format!(
        "<call><calldate2>{time}</calldate2><id>{id}</id><dispod>ANSWERED(16)</dispod><user_price>1.5</user_price></call>"
    )
}
