//! The comparison itself: whatever the client may say that is not so, it notices.

use mor_sim::Chaos;

use crate::soak::audit::violations;
use crate::soak::calls::{Kind, Told};
use crate::soak::round::{PATIENCE, Round, run_with};

/// A round without faults, in which all that can be done is done.
async fn honest() -> Round {
    let round = run_with(Chaos::seeded(1), PATIENCE, 40).await;
    assert_eq!(violations(&round), Vec::<String>::new());
    assert_eq!(round.ledger.len(), 24, "{:?}", round.reports);
    round
}

async fn assert_noticed(lie: impl FnOnce(&mut Round), expected: &str) {
    let mut round = honest().await;
    lie(&mut round);
    let found = violations(&round);
    assert!(found.iter().any(|violation| violation.contains(expected)), "{expected} in {found:?}");
}

/// Changes what was told of the first call of a kind.
fn tell(round: &mut Round, kind: Kind, told: Told) {
    let report =
        round.reports.iter_mut().find(|report| report.kind == kind && report.told != Told::Abandoned);
    report.expect("there are calls of every kind").told = told;
}

#[tokio::test]
async fn a_write_that_is_executed_twice() {
    assert_noticed(|round| round.ledger.push(round.ledger[0].clone()), "executed 2 times").await;
}

#[tokio::test]
async fn a_write_that_is_sent_twice() {
    let twice = |round: &mut Round| {
        let request = round.requests.iter().find(|request| request.function == "sms_send").cloned();
        round.requests.extend(request);
    };
    assert_noticed(twice, "sent 2 times").await;
}

#[tokio::test]
async fn an_executed_write_that_is_told_as_not_sent_or_refused() {
    for (told, expected) in
        [(Told::NotSent, "told as not sent, and received"), (Told::Refused, "told as Refused, and executed")]
    {
        for kind in [Kind::Payment, Kind::Sms, Kind::BalanceUpdate, Kind::Device] {
            assert_noticed(|round| tell(round, kind, told.clone()), expected).await;
        }
    }
}

#[tokio::test]
async fn a_write_that_is_told_as_done_and_was_not() {
    assert_noticed(
        |round| tell(round, Kind::RefusedPayment, Told::Done(None)),
        "told as done, and not executed",
    )
    .await;
    assert_noticed(|round| drop(round.ledger.pop()), "told as done, and not executed").await;
}

#[tokio::test]
async fn the_answer_to_another_payment() {
    let expected = "told as done with the ID Some(7), and executed with";
    assert_noticed(|round| tell(round, Kind::Payment, Told::Done(Some(7))), expected).await;
}

#[tokio::test]
async fn a_read_with_wrong_values() {
    assert_noticed(|round| tell(round, Kind::Rows, Told::Wrong("x".to_owned())), "wrong values: x").await;
}

#[tokio::test]
async fn money_that_went_elsewhere() {
    assert_noticed(|round| round.moved += mor_sim::Decimal::ONE, "the balance moved by").await;
}

#[tokio::test]
async fn a_payment_that_is_not_found_afterwards() {
    let lie = |round: &mut Round| round.looked_up.push((round.reports[0].tag.clone(), 3));
    assert_noticed(lie, "and listed 3 times").await;
}
