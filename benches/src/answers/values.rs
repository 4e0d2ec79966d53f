//! What stands in the elements: plausible, and different from row to row.

use core::fmt::Write;

use fastrand::Rng;

/// Makes values in the order of the holes.
pub(super) struct Values {
    random: Rng,
    rows: u64,
    row: u64,
}

const DESTINATIONS: &[&str] = &[
    "Exampleland MOB Exampleland mobile",
    "Exampleland FIX Exampleland proper",
    "Lithuania MOB Lithuania Telia mobile",
    "Lithuania FIX Lithuania Vilnius proper",
    "Germany FIX Germany Berlin city",
    "Germany MOB Germany Telekom mobile",
    "France FIX France Paris and suburbs",
    // Old servers write letters beyond ASCII so.
    "Lithuania MOB Lithuania Bit&#233; mobile",
];
const DISPOSITIONS: &[&str] =
    &["ANSWERED(16)", "ANSWERED(16)", "ANSWERED(16)", "BUSY(17)", "NO ANSWER(19)", "FAILED(34)"];
const LIMITS: &[&str] = &["Unlimited", "10", "2"];
const PREFIXES: &[&str] = &["3706", "3705", "49", "4930"];
const PROVIDERS: &[&str] = &["Carrier One wholesale", "Acme Carrier premium", "Nordic Transit route 7"];
const RESELLERS: &[&str] = &[" ", "Nordic Reseller", "Baltic Telecom"];
const STATUSES: &[&str] = &["Active", "Reserved", "Free", "Closed"];
// One user in eight has a name that must be escaped.
const USERS: &[&str] = &[
    "Jane Roe, Vilnius office",
    "Anna Client, warehouse",
    "John Doe Consulting",
    "Smith &amp; Sons Trading",
    "Ona Petraitis, sales",
    "Test User of the support",
    "Call Centre 7, night shift",
    "Max Muster Logistics",
];

impl Values {
    pub(super) fn new(rows: u64, seed: u64) -> Self {
        Self { random: Rng::with_seed(seed), rows, row: 0 }
    }

    pub(super) fn next_row(&mut self) {
        self.row += 1;
    }

    /// Writes a value of the kind that `hole` names; nothing if there is no such kind.
    pub(super) fn write(&mut self, hole: &str, out: &mut String) {
        let Self { random, rows, row } = self;
        // Writing to a string cannot fail.
        let _ = match hole {
            "rows" => write!(out, "{rows}"),
            "id" => write!(out, "{row}"),
            "time" => {
                write!(out, "2021-07-08 {:02}:{:02}:{:02}", *row / 3600 % 24, *row / 60 % 60, *row % 60)
            }
            "number" => write!(out, "370{}", random.u32(60_000_000..70_000_000)),
            "seconds" => write!(out, "{}", random.u32(0..900)),
            "money" => write!(out, "{}.{:04}", random.u32(0..20), random.u32(0..10_000)),
            "rate" => write!(out, "0.{:04}", random.u32(0..10_000)),
            "server" => write!(out, "{}", random.u32(1..5)),
            "flag" => write!(out, "{}", random.u32(0..2)),
            "uniqueid" => write!(out, "{}.{row}", 1_625_691_600 + *row % 86_400),
            "destination" => write!(out, "{}", pick(random, DESTINATIONS)),
            "disposition" => write!(out, "{}", pick(random, DISPOSITIONS)),
            "limit" => write!(out, "{}", pick(random, LIMITS)),
            "prefix" => write!(out, "{}", pick(random, PREFIXES)),
            "provider" => write!(out, "{}", pick(random, PROVIDERS)),
            "reseller" => write!(out, "{}", pick(random, RESELLERS)),
            "status" => write!(out, "{}", pick(random, STATUSES)),
            "user" => write!(out, "{}", pick(random, USERS)),
            _ => Ok(()),
        };
    }
}

fn pick<'a>(random: &mut Rng, words: &[&'a str]) -> &'a str {
    random.choice(words).copied().unwrap_or_default()
}
