//! One round: a simulator with a seed, and many calls at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use mor_api::{Client, RetryBudget, RetryPolicy};
use mor_endpoints::UserId;
use mor_endpoints::payment::PaymentCreate;
use mor_sim::{Account, Chaos, Decimal, Fault, LedgerEntry, Request, Role, Simulator};

use crate::soak::calls::{
    KNOWN, Kind, Told, amount, call, known_transaction, known_username, payments_of, tag,
};

/// Calls under way at once.
const AT_ONCE: u64 = 24;

/// Of a call; a fault that hangs costs it.
const TIMEOUT: Duration = Duration::from_millis(300);

/// Of a call while nothing goes wrong.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How many calls are dropped by their caller, one of so many.
const ABANDONED: u64 = 37;

/// How many calls begin while the port is closed: so many that some of them end before it is opened.
const OUTAGE: u64 = AT_ONCE + 40;

/// How many payments with an unknown outcome are looked up afterwards.
const LOOKED_UP: usize = 40;

/// What became of a call, as its caller knows it.
#[derive(Debug, Clone)]
pub struct Report {
    pub kind: Kind,
    pub tag: String,
    pub told: Told,
}

/// Both sides of a round.
#[derive(Debug)]
pub struct Round {
    pub seed: u64,
    pub reports: Vec<Report>,
    pub ledger: Vec<LedgerEntry>,
    pub requests: Vec<Request>,
    /// What the payer's balance moved by.
    pub moved: Decimal,
    /// Of payments with an unknown outcome: how often `payments_get` lists them afterwards.
    pub looked_up: Vec<(String, usize)>,
}

/// Every fault there is, and its share of the requests in thousandths.
pub fn faults() -> Vec<(Fault, u32)> {
    let ms = Duration::from_millis;
    vec![
        (Fault::Refuse, 25),
        (Fault::ResetBeforeRequest, 25),
        (Fault::GoDown(ms(15)), 4),
        (Fault::Hang, 15),
        (Fault::ServerError, 20),
        (Fault::BadGateway, 20),
        (Fault::ServiceUnavailable { retry_after: Some(ms(0)) }, 20),
        (Fault::TooManyRequests { retry_after: Some(ms(0)) }, 20),
        (Fault::HtmlPage, 15),
        (Fault::LoginRedirect, 15),
        (Fault::EmptyBody, 15),
        (Fault::ResetAfterCommit, 40),
        (Fault::HangAfterCommit, 15),
        (Fault::ServerErrorAfterCommit, 20),
        (Fault::GatewayTimeout, 20),
        (Fault::Truncate(90), 20),
        (Fault::CutConnection { after: 60 }, 20),
        // In time, and when the client has given up or repeated the call.
        (Fault::Delay(ms(20)), 20),
        (Fault::Delay(ms(450)), 15),
        (Fault::SlowDrip { bytes: 40, every: ms(2) }, 20),
    ]
}

pub async fn run(seed: u64, count: u64) -> Round {
    let chaos = faults().into_iter().fold(Chaos::seeded(seed), |chaos, (fault, thousandths)| {
        chaos.with(fault, f64::from(thousandths) / 1000.0)
    });
    run_with(chaos, TIMEOUT, count).await
}

pub async fn run_with(chaos: Chaos, timeout: Duration, count: u64) -> Round {
    let seed = chaos.seed();
    let simulator = Arc::new(Simulator::start().expect("loopback has a free port"));
    prepare(&simulator).await;
    let before = balance(&simulator);
    let known = simulator.ledger().len();
    simulator.clear_requests();

    simulator.chaos(chaos);
    let reports = reports(&simulator, timeout, count).await;
    simulator.calm();
    simulator.open_port();
    settle(&simulator).await;

    let (ledger, requests) = (simulator.ledger().split_off(known), simulator.requests());
    let moved = balance(&simulator) - before;
    let looked_up = look_up(&simulator, &reports).await;
    Round { seed, reports, ledger, requests, moved, looked_up }
}

fn client(simulator: &Simulator, timeout: Duration) -> Client {
    let quick = RetryPolicy {
        base_delay: Duration::from_millis(4),
        budget: RetryBudget::unlimited(),
        ..RetryPolicy::default()
    };
    let builder = Client::builder(simulator.url()).username("admin").api_key("secret");
    builder.timeout(timeout).retries(quick).build().expect("the settings are right")
}

fn balance(simulator: &Simulator) -> Decimal {
    simulator.account("some_user", |account| account.balance).expect("the seed has him")
}

/// Accounts and payments whose amounts the reads know.
async fn prepare(simulator: &Simulator) {
    for index in 1..=KNOWN {
        let mut account = Account::new(1000 + index, &known_username(index), Role::User);
        account.balance = index.into();
        simulator.add_account(account);
    }
    let client = client(simulator, PATIENCE);
    for index in 1..=KNOWN {
        let payment = PaymentCreate::new(UserId(1), "EUR", Decimal::from(index));
        client.send(&payment.transaction(known_transaction(index))).await.expect("nothing goes wrong yet");
    }
}

/// Makes the calls with the numbers from 1 on. For some of them in the middle there is no server.
async fn reports(simulator: &Arc<Simulator>, timeout: Duration, count: u64) -> Vec<Report> {
    let client = client(simulator, timeout);
    let next = Arc::new(AtomicU64::new(1));
    // A short round has none.
    let outage = if count > 4 * OUTAGE { count / 2 } else { u64::MAX - OUTAGE };
    let worker = || {
        let (client, next, simulator) = (client.clone(), Arc::clone(&next), Arc::clone(simulator));
        tokio::spawn(async move {
            let mut reports = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number > count {
                    return reports;
                }
                if number == outage {
                    simulator.close_port();
                } else if number == outage + OUTAGE {
                    simulator.open_port();
                }
                reports.push(report(&client, number).await);
            }
        })
    };
    let workers: Vec<_> = (0..AT_ONCE).map(|_| worker()).collect();
    let mut reports = Vec::new();
    for worker in workers {
        reports.extend(worker.await.expect("no call panics"));
    }
    reports
}

async fn report(client: &Client, number: u64) -> Report {
    let kind = Kind::of(number);
    let told = if number.is_multiple_of(ABANDONED) {
        let patience = Duration::from_micros(number % 4000);
        tokio::time::timeout(patience, call(client, number)).await.unwrap_or(Told::Abandoned)
    } else {
        call(client, number).await
    };
    Report { kind, tag: tag(number), told }
}

/// Waits until the server has read and executed what is still under way: requests whose clients have given up.
async fn settle(simulator: &Simulator) {
    let mut seen = (0, 0);
    loop {
        tokio::time::sleep(Duration::from_millis(60)).await;
        let now = (simulator.requests().len(), simulator.ledger().len());
        if now == seen {
            return;
        }
        seen = now;
    }
}

/// What a user does about an unknown outcome: he looks for the payment by its transaction.
async fn look_up(simulator: &Simulator, reports: &[Report]) -> Vec<(String, usize)> {
    let client = client(simulator, PATIENCE);
    let mut found = Vec::new();
    let unknown =
        reports.iter().filter(|report| report.kind == Kind::Payment && report.told == Told::Unknown);
    for Report { tag, .. } in unknown.take(LOOKED_UP) {
        let payments = client.send(&payments_of(tag)).await.expect("nothing goes wrong any more");
        found.push((tag.clone(), payments.of_transaction(tag).count()));
    }
    found
}

/// The amount a report's write moves the payer's balance by.
pub fn amount_of(report: &Report) -> Decimal {
    match report.kind {
        Kind::BalanceUpdate => report.tag.parse().expect("the tag is the amount"),
        Kind::Payment => {
            let number = report.tag.trim_start_matches("call-").parse().expect("the tag has a number");
            amount(number)
        }
        _ => Decimal::ZERO,
    }
}
