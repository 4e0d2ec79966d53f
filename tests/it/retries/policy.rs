//! The policy as a table, and what holds for any policy: neither a clock nor a network is needed.

use std::time::Duration;

use mor_api::retry::{Attempt, Decision};
use mor_api::{Effect, Failure, RetryBudget, RetryPolicy};
use proptest::prelude::*;

const SECOND: Duration = Duration::from_secs(1);

fn failed(effect: Effect, failure: Failure) -> Attempt {
    Attempt { effect, failure, tries: 1, elapsed: SECOND }
}

fn again(effect: Effect, failure: Failure) -> bool {
    RetryPolicy::default().decide(&failed(effect, failure), 0) != Decision::GiveUp
}

#[test]
fn every_failure_of_every_effect() {
    for (failure, read, write) in [
        (Failure::NotSent, true, true),
        (Failure::Timeout, true, false),
        (Failure::Lost, true, false),
        (Failure::Truncated, true, false),
        (Failure::Status(502, None), true, false),
        (Failure::Status(503, None), true, false),
        (Failure::Status(504, None), true, false),
        (Failure::Status(503, Some(SECOND)), true, false),
        (Failure::Status(429, Some(SECOND)), true, false),
        (Failure::Status(429, None), false, false),
        (Failure::Status(500, None), false, false),
        (Failure::Status(500, Some(SECOND)), false, false),
        (Failure::Status(302, None), false, false),
        (Failure::Status(404, None), false, false),
        (Failure::Refused, false, false),
        (Failure::Permanent, false, false),
    ] {
        assert_eq!(again(Effect::Read, failure), read, "{failure:?}");
        assert_eq!(again(Effect::Write, failure), write, "{failure:?}");
        assert_eq!(again(Effect::Session, failure), write, "{failure:?}");
    }
}

#[test]
fn waits_double_up_to_the_longest_one_and_jitter_takes_a_part() {
    let policy = RetryPolicy { max_tries: 9, max_delay: SECOND, ..RetryPolicy::default() };
    let wait = |tries, jitter| match policy
        .decide(&Attempt { tries, ..failed(Effect::Read, Failure::Lost) }, jitter)
    {
        Decision::RetryAfter(wait) => wait.as_millis(),
        Decision::GiveUp => panic!("{tries}"),
    };
    assert_eq!([1, 2, 3, 4, 8].map(|tries| wait(tries, u32::MAX)), [200, 400, 800, 1000, 1000]);
    assert_eq!([1, 2, 3, 4, 8].map(|tries| wait(tries, u32::MAX / 2)), [99, 199, 399, 499, 499]);
    assert_eq!(wait(8, 0), 0);
}

#[test]
fn three_tries_by_default_and_one_when_it_is_off() {
    let decide = |policy: RetryPolicy, tries| {
        policy.decide(&Attempt { tries, ..failed(Effect::Read, Failure::NotSent) }, 0)
    };
    assert_eq!(decide(RetryPolicy::default(), 2), Decision::RetryAfter(Duration::ZERO));
    assert_eq!(decide(RetryPolicy::default(), 3), Decision::GiveUp);
    assert_eq!(decide(RetryPolicy::none(), 1), Decision::GiveUp);
    assert_eq!(decide(RetryPolicy { max_tries: 0, ..RetryPolicy::default() }, 1), Decision::GiveUp);
}

#[test]
fn a_server_that_wants_to_be_left_alone_is_until_then_or_for_good() {
    let policy = RetryPolicy { max_delay: 10 * SECOND, deadline: 30 * SECOND, ..RetryPolicy::default() };
    let decide = |wanted: u64, elapsed: u64, jitter| {
        let failure = Failure::Status(429, Some(Duration::from_secs(wanted)));
        let elapsed = Duration::from_secs(elapsed);
        policy.decide(&Attempt { elapsed, ..failed(Effect::Read, failure) }, jitter)
    };
    assert_eq!(decide(10, 0, u32::MAX), Decision::RetryAfter(10 * SECOND));
    assert_eq!(decide(0, 0, u32::MAX), Decision::RetryAfter(Duration::from_millis(200)), "not at once");
    assert_eq!(decide(11, 0, 0), Decision::GiveUp, "longer than the longest wait");
    assert_eq!(decide(10, 19, 0), Decision::RetryAfter(10 * SECOND));
    assert_eq!(decide(10, 20, 0), Decision::GiveUp, "not before the deadline");
}

fn durations() -> impl Strategy<Value = Duration> {
    prop_oneof![
        Just(Duration::ZERO),
        Just(Duration::MAX),
        (0..200_000_u64).prop_map(Duration::from_millis),
        any::<u64>().prop_map(Duration::from_nanos),
    ]
}

fn failures() -> impl Strategy<Value = Failure> {
    prop_oneof![
        Just(Failure::NotSent),
        Just(Failure::Timeout),
        Just(Failure::Lost),
        Just(Failure::Truncated),
        Just(Failure::Refused),
        Just(Failure::Permanent),
        (prop_oneof![400_u16..600, Just(429), 502_u16..505], proptest::option::of(durations()))
            .prop_map(|(status, after)| Failure::Status(status, after)),
    ]
}

fn policies() -> impl Strategy<Value = RetryPolicy> {
    (0..10_u32, durations(), durations(), durations()).prop_map(
        |(max_tries, base_delay, max_delay, deadline)| RetryPolicy {
            max_tries,
            base_delay,
            max_delay,
            deadline,
            budget: RetryBudget::default(),
        },
    )
}

proptest! {
    #[test]
    fn no_wait_is_longer_than_allowed_nor_ends_behind_the_deadline(
        policy in policies(), failure in failures(), tries in 1..12_u32, elapsed in durations(), jitter: u32,
    ) {
        let attempt = Attempt { effect: Effect::Read, failure, tries, elapsed };
        if let Decision::RetryAfter(wait) = policy.decide(&attempt, jitter) {
            prop_assert!(tries < policy.max_tries);
            prop_assert!(wait <= policy.max_delay);
            prop_assert!(elapsed.checked_add(wait).is_some_and(|then| then < policy.deadline));
            if let Failure::Status(_, Some(wanted)) = failure {
                prop_assert!(wait >= wanted, "never earlier than the server wants");
            }
        }
    }

    #[test]
    fn what_changes_something_is_repeated_only_if_nothing_was_sent(
        policy in policies(), failure in failures(), tries in 0..12_u32, elapsed in durations(), jitter: u32,
    ) {
        for effect in [Effect::Write, Effect::Session] {
            let decision = policy.decide(&Attempt { effect, failure, tries, elapsed }, jitter);
            prop_assert!(decision == Decision::GiveUp || failure == Failure::NotSent);
        }
    }

    #[test]
    fn more_jitter_is_a_longer_wait(policy in policies(), tries in 1..12_u32, one: u32, other: u32) {
        let attempt = Attempt { effect: Effect::Read, failure: Failure::Lost, tries, elapsed: Duration::ZERO };
        let (short, long) = (policy.decide(&attempt, one.min(other)), policy.decide(&attempt, one.max(other)));
        if let (Decision::RetryAfter(short), Decision::RetryAfter(long)) = (short, long) {
            prop_assert!(short <= long);
        }
    }
}
