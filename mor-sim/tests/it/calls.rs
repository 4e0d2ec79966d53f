//! The list of calls keeps to the period.

use mor_sim::Simulator;

use crate::support::{post, signed};

/// 2021-07-08 00:00 UTC; the sample has a call at 09:10:11 and one at 10:11:12.
const DAY: i64 = 1_625_702_400;

fn calls(sim: &Simulator, from: i64, till: i64) -> String {
    let (start, end) = (DAY + from, DAY + till);
    let form = format!("u=admin&period_start={start}&period_end={end}&s_user=all");
    post(sim, "user_calls_get", &signed(&form, &format!("{start}{end}secret"))).text()
}

#[test]
fn every_call_is_in_the_period_in_which_it_began() {
    let sim = Simulator::start().unwrap();
    let (first, second) = (9 * 3600 + 10 * 60 + 11, 10 * 3600 + 11 * 60 + 12);
    for (from, till, expected) in [
        (0, 86_399, vec!["09:10:11", "10:11:12"]),
        (first, first, vec!["09:10:11"]),
        (first + 1, second, vec!["10:11:12"]),
        (first + 1, second - 1, vec![]),
    ] {
        let text = calls(&sim, from, till);
        let began: Vec<&str> =
            text.split("<calldate2>2021-07-08 ").skip(1).filter_map(|rest| rest.get(..8)).collect();
        assert_eq!(began, expected, "{from} to {till}");
        assert!(text.contains(&format!("<total_calls>{}</total_calls>", expected.len())), "{text}");
        assert_eq!(text.contains("<calls>"), !expected.is_empty(), "{text}");
    }
}

#[test]
fn without_a_period_the_sample_is_the_answer() {
    let sim = Simulator::start().unwrap();
    let text = post(&sim, "user_calls_get", &signed("u=admin&s_user=all", "secret")).text();
    assert_eq!(text.matches("<call>").count(), 2, "{text}");
}
