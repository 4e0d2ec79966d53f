//! The comparison of what the client told with what the server did.

use std::collections::HashMap;

use mor_sim::{Change, Decimal, LedgerEntry};

use crate::soak::calls::{Kind, Told};
use crate::soak::round::{Report, Round, amount_of};

/// Function and tag.
type Key = (String, String);

/// Every contradiction, in words.
pub fn violations(round: &Round) -> Vec<String> {
    let mut executed: HashMap<Key, Vec<&LedgerEntry>> = HashMap::new();
    for entry in &round.ledger {
        executed
            .entry(key(&entry.function, |name| entry.param(name).map(str::to_owned)))
            .or_default()
            .push(entry);
    }
    let mut received: HashMap<Key, usize> = HashMap::new();
    for request in &round.requests {
        *received.entry(key(&request.function, |name| request.param(name))).or_default() += 1;
    }

    let mut found = Vec::new();
    let mut reported = 0;
    for report in &round.reports {
        let key = (report.kind.function().to_owned(), report.tag.clone());
        let entries = executed.get(&key).map_or(&[][..], Vec::as_slice);
        let requests = received.get(&key).copied().unwrap_or(0);
        reported += entries.len();
        let wrong = if report.kind.is_write() { write(report, entries, requests) } else { read(report) };
        found.extend(wrong.map(|wrong| format!("{} {}: {wrong}", key.0, key.1)));
    }
    if reported != round.ledger.len() {
        found.push(format!("{} of {} executed writes were asked for", reported, round.ledger.len()));
    }
    found.extend(money(round));
    found.extend(looked_up(round, &executed));
    found
}

fn key(function: &str, param: impl Fn(&str) -> Option<String>) -> Key {
    let kinds = [
        Kind::Payment,
        Kind::Sms,
        Kind::BalanceUpdate,
        Kind::Device,
        Kind::Balance,
        Kind::Payments,
        Kind::Rows,
    ];
    let kind = kinds.into_iter().find(|kind| kind.function() == function);
    let tag = kind.and_then(|kind| param(kind.tag_parameter()));
    (function.to_owned(), tag.unwrap_or_default())
}

/// No write is executed twice, nor sent twice: the client repeats it only when nothing of it was sent. No executed write
/// is told as not sent or refused, and one that is told as done was executed, as the one with the ID that was told.
fn write(report: &Report, entries: &[&LedgerEntry], requests: usize) -> Option<String> {
    let times = entries.len();
    if times > 1 {
        return Some(format!("executed {times} times"));
    }
    if requests > 1 {
        return Some(format!("sent {requests} times"));
    }
    match &report.told {
        Told::Done(id) => match entries.first().map(|entry| id_of(&entry.change)) {
            None => Some("told as done, and not executed".to_owned()),
            Some(executed) if id.is_some() && *id != executed => {
                Some(format!("told as done with the ID {id:?}, and executed with {executed:?}"))
            }
            Some(_) => None,
        },
        Told::NotSent if requests > 0 => Some("told as not sent, and received".to_owned()),
        Told::NotSent | Told::Refused if times > 0 => {
            Some(format!("told as {:?}, and executed", report.told))
        }
        Told::NotSent | Told::Refused | Told::Unknown | Told::Abandoned => None,
        Told::Right | Told::Wrong(_) | Told::Failed => Some(format!("a write was told as {:?}", report.told)),
    }
}

/// A read comes right or not at all.
fn read(report: &Report) -> Option<String> {
    match &report.told {
        Told::Right | Told::Failed | Told::NotSent | Told::Abandoned => None,
        Told::Wrong(values) => Some(format!("wrong values: {values}")),
        Told::Done(_) | Told::Refused | Told::Unknown => {
            Some(format!("a read was told as {:?}", report.told))
        }
    }
}

fn id_of(change: &Change) -> Option<u64> {
    match change {
        Change::Payment { id, .. } | Change::Sms { id } => Some(*id),
        _ => None,
    }
}

/// The balance moved by what is in the ledger: by all that was told as done, and by some of what is unknown.
fn money(round: &Round) -> Option<String> {
    let in_ledger: Decimal = round
        .ledger
        .iter()
        .map(|entry| match entry.change {
            Change::Payment { amount, .. } | Change::Balance { amount, .. } => amount,
            _ => Decimal::ZERO,
        })
        .sum();
    let told = |which: fn(&Told) -> bool| -> Decimal {
        round.reports.iter().filter(|report| which(&report.told)).map(amount_of).sum()
    };
    let done = told(|told| matches!(told, Told::Done(_)));
    let open = told(|told| matches!(told, Told::Unknown | Told::Abandoned));
    let is_right = round.moved == in_ledger && (done..=done + open).contains(&in_ledger);
    (!is_right).then(|| {
        format!("the balance moved by {}, the ledger has {in_ledger}, done {done}, open {open}", round.moved)
    })
}

/// Whoever looks for a payment afterwards finds what the ledger has.
fn looked_up(round: &Round, executed: &HashMap<Key, Vec<&LedgerEntry>>) -> Vec<String> {
    let mut found = Vec::new();
    for (tag, listed) in &round.looked_up {
        let times = executed.get(&("payment_create".to_owned(), tag.clone())).map_or(0, Vec::len);
        if times != *listed {
            found.push(format!("payment_create {tag}: executed {times} times, and listed {listed} times"));
        }
    }
    found
}
