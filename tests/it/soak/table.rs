//! Faults against outcomes.

use std::collections::BTreeMap;
use std::fmt;

use mor_sim::{Fault, Request};

use crate::soak::calls::{Kind, Told};
use crate::soak::round::{Report, Round, faults};

const OUTCOMES: [&str; 7] = ["done", "not sent", "refused", "unknown", "abandoned", "right", "error"];

/// How often calls that met a fault had an outcome, writes and reads apart.
#[derive(Debug, Default)]
pub struct Table {
    cells: BTreeMap<(&'static str, String), [u64; OUTCOMES.len()]>,
    executed: BTreeMap<(&'static str, String), u64>,
    functions: BTreeMap<(&'static str, String), u64>,
}

impl Table {
    /// A call that was tried several times counts for each fault it met.
    pub fn add(&mut self, round: &Round) {
        let mut requests: BTreeMap<(&str, String), Vec<&Request>> = BTreeMap::new();
        for request in &round.requests {
            requests.entry((&request.function, tag(request))).or_default().push(request);
        }
        for report in &round.reports {
            let met = requests.get(&(report.kind.function(), report.tag.clone()));
            let sort = if report.kind.is_write() { "write" } else { "read" };
            for request in met.into_iter().flatten() {
                let row = (sort, name(request.fault.as_ref()));
                *self.functions.entry((report.kind.function(), row.1.clone())).or_default() += 1;
                let is_executed = round.ledger.iter().any(|entry| entry.request == request.number);
                *self.executed.entry(row.clone()).or_default() += u64::from(is_executed);
                self.count(row, report);
            }
            if met.is_none() {
                self.count((sort, "none seen: it did not arrive".to_owned()), report);
            }
        }
    }

    fn count(&mut self, row: (&'static str, String), report: &Report) {
        let outcome = outcome(&report.told);
        let counts = self.cells.entry(row).or_default();
        for (count, name) in counts.iter_mut().zip(OUTCOMES) {
            *count += u64::from(name == outcome);
        }
    }

    fn count_of(&self, sort: &str, outcome: &str) -> u64 {
        let rows = self.cells.iter().filter(|((of, _), _)| *of == sort);
        rows.flat_map(|(_, counts)| OUTCOMES.iter().zip(counts))
            .filter(|(name, _)| **name == outcome)
            .map(|(_, count)| count)
            .sum()
    }

    /// Faults that no write or no read has met, and outcomes that never came.
    pub fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        for sort in ["write", "read"] {
            for (fault, _) in faults() {
                // Its body is not read, so nobody knows which call it was.
                let is_met = self.cells.contains_key(&(sort, name(Some(&fault)))) || fault == Fault::Refuse;
                missing.extend((!is_met).then(|| format!("{sort}: {}", name(Some(&fault)))));
            }
        }
        for (sort, outcomes) in
            [("write", &OUTCOMES[..5]), ("read", &["not sent", "abandoned", "right", "error"])]
        {
            for outcome in outcomes {
                missing.extend((self.count_of(sort, outcome) == 0).then(|| format!("{sort}: {outcome}")));
            }
        }
        missing
    }
}

fn tag(request: &Request) -> String {
    let kinds = (0..20).map(Kind::of);
    let kind = kinds.into_iter().find(|kind| kind.function() == request.function);
    kind.and_then(|kind| request.param(kind.tag_parameter())).unwrap_or_default()
}

/// The name of a fault without its numbers.
fn name(fault: Option<&Fault>) -> String {
    let Some(fault) = fault else { return "none".to_owned() };
    let text = format!("{fault:?}");
    match fault {
        Fault::Delay(_) => text,
        _ => text.split([' ', '(']).next().unwrap_or_default().to_owned(),
    }
}

fn outcome(told: &Told) -> &'static str {
    match told {
        Told::Done(_) => "done",
        Told::NotSent => "not sent",
        Told::Refused => "refused",
        Told::Unknown => "unknown",
        Told::Abandoned => "abandoned",
        Told::Right => "right",
        Told::Wrong(_) | Told::Failed => "error",
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| calls | fault | executed | {} |", OUTCOMES.join(" | "))?;
        writeln!(f, "|---|---|{}", "---:|".repeat(OUTCOMES.len() + 1))?;
        for (row, counts) in &self.cells {
            let executed = self.executed.get(row).copied().unwrap_or(0);
            let counts: Vec<String> = counts.iter().map(u64::to_string).collect();
            writeln!(f, "| {} | {} | {executed} | {} |", row.0, row.1, counts.join(" | "))?;
        }
        writeln!(f)?;
        self.write_functions(f)
    }
}

impl Table {
    fn write_functions(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut functions: Vec<&'static str> = self.functions.keys().map(|(function, _)| *function).collect();
        functions.dedup();
        let mut faults: Vec<&str> = self.functions.keys().map(|(_, fault)| fault.as_str()).collect();
        faults.sort_unstable();
        faults.dedup();
        writeln!(f, "| fault | {} |", functions.join(" | "))?;
        writeln!(f, "|---|{}", "---:|".repeat(functions.len()))?;
        for fault in faults {
            let count = |function| self.functions.get(&(function, fault.to_owned())).copied().unwrap_or(0);
            let counts: Vec<String> = functions.iter().map(|function| count(*function).to_string()).collect();
            writeln!(f, "| {fault} | {} |", counts.join(" | "))?;
        }
        Ok(())
    }
}
