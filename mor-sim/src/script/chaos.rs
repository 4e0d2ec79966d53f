//! Random faults that are reproducible: the same seed and the same requests meet the same faults.

use super::fault::Fault;
use crate::catalog::{self, Functions, UnknownFunction};

/// Faults by chance, for all functions or some of them; [`Simulator::chaos`](crate::Simulator::chaos) starts it.
///
/// The fault that a request meets depends on three things only: the seed, the function, and the number of earlier requests
/// to this function. The order of requests to *different* functions does not matter, and of concurrent requests to one
/// function the n-th to arrive always meets the same fault. [`fault`](Self::fault) returns it without a server.
///
/// ```
/// use std::time::Duration;
/// use mor_sim::{Chaos, Fault, Simulator};
///
/// let chaos = Chaos::seeded(42)
///     .with(Fault::ResetAfterCommit, 0.05)
///     .with(Fault::Delay(Duration::from_millis(20)), 0.1);
/// let again = chaos.clone();
/// assert!((0..100).all(|n| chaos.fault("users_get", n) == again.fault("users_get", n)));
///
/// let sim = Simulator::start()?;
/// sim.chaos(chaos);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "it has no effect until it is passed to a simulator"]
pub struct Chaos {
    seed: u64,
    faults: Vec<(Fault, f64)>,
    /// Current names; empty for all functions.
    functions: Vec<String>,
}

impl Chaos {
    /// A chaos without faults. The same seed gives the same faults on every machine, and with every version of this crate
    /// that has the same major number.
    pub fn seeded(seed: u64) -> Self {
        Self { seed, faults: Vec::new(), functions: Vec::new() }
    }

    /// Adds a fault for this share of the requests, between 0 and 1. A request meets at most one fault: if the shares add
    /// up to more than 1, the faults that were added last occur less often or never.
    pub fn with(mut self, fault: Fault, share: f64) -> Self {
        self.faults.push((fault, share));
        self
    }

    /// Limits the faults to this function, by its current or an older name; call it again for further ones.
    pub fn only(mut self, function: &str) -> Self {
        self.functions.push(catalog::current_name(function).to_owned());
        self
    }

    /// Resolves the older names of functions, and refuses names that are not functions.
    pub(crate) fn resolve(mut self, functions: &Functions) -> Result<Self, UnknownFunction> {
        for name in &mut self.functions {
            *name = functions.current_name(name)?.to_owned();
        }
        Ok(self)
    }

    /// Returns the seed.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Returns the fault of a request that `earlier` requests to the same function precede.
    #[must_use]
    pub fn fault(&self, function: &str, earlier: u64) -> Option<&Fault> {
        let function = catalog::current_name(function);
        if !self.functions.is_empty() && !self.functions.iter().any(|known| known == function) {
            return None;
        }
        let mut rest = unit(mix(self.seed ^ mix(fnv(function).wrapping_add(earlier.wrapping_mul(GOLDEN)))));
        self.faults.iter().find_map(|(fault, share)| {
            let is_met = rest < *share;
            rest -= share.max(0.0);
            is_met.then_some(fault)
        })
    }
}

/// The increment of `SplitMix64`: 2^64 divided by the golden ratio.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// One step of `SplitMix64` (Steele, Lea, Flood 2014), from a state to its output. A generator with a state of its own
/// would make the fault of a request depend on all requests before it.
fn mix(state: u64) -> u64 {
    let mut z = state.wrapping_add(GOLDEN);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// FNV-1a: the standard library's hash may differ from version to version.
fn fnv(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Evenly between 0 and 1, without 1.
#[expect(clippy::cast_precision_loss, reason = "53 bits are what an f64 holds")]
fn unit(bits: u64) -> f64 {
    (bits >> 11) as f64 / (1_u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(chaos: &Chaos, function: &str, fault: &Fault) -> f64 {
        let met = (0..20_000).filter(|n| chaos.fault(function, *n) == Some(fault)).count();
        f64::from(u32::try_from(met).unwrap()) / 20_000.0
    }

    #[test]
    fn split_mix_gives_the_published_numbers() {
        // The reference implementation's first outputs for the seed 1234567.
        let outputs: Vec<u64> =
            (0..3).map(|n| mix(1_234_567_u64.wrapping_add(GOLDEN.wrapping_mul(n)))).collect();
        assert_eq!(
            outputs,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
        assert_eq!(fnv("a"), 0xaf63_dc4c_8601_ec8c);
    }

    #[test]
    fn each_fault_comes_as_often_as_asked_for() {
        let chaos = Chaos::seeded(7).with(Fault::Hang, 0.2).with(Fault::Refuse, 0.05);
        for function in ["users_get", "payment_create", "no_such_function"] {
            assert!((share(&chaos, function, &Fault::Hang) - 0.2).abs() < 0.01, "{function}");
            assert!((share(&chaos, function, &Fault::Refuse) - 0.05).abs() < 0.01, "{function}");
        }
    }

    #[test]
    fn shares_beyond_one_and_senseless_ones_do_no_harm() {
        let chaos = Chaos::seeded(7)
            .with(Fault::EmptyBody, f64::NAN)
            .with(Fault::BadGateway, -3.0)
            .with(Fault::Hang, 0.9)
            .with(Fault::Refuse, 0.9);
        assert!((share(&chaos, "users_get", &Fault::Hang) - 0.9).abs() < 0.01);
        assert!((share(&chaos, "users_get", &Fault::Refuse) - 0.1).abs() < 0.01);
        let always = Chaos::seeded(1).with(Fault::Hang, 1.0);
        assert_eq!((0..1000).find(|n| always.fault("a", *n).is_none()), None);
    }

    #[test]
    fn seed_function_and_place_decide() {
        let plan = |seed, function| {
            let chaos = Chaos::seeded(seed).with(Fault::Hang, 0.5);
            (0..64).map(|n| chaos.fault(function, n).is_some()).collect::<Vec<_>>()
        };
        assert_eq!(
            plan(1, "create_payment"),
            plan(1, "payment_create"),
            "the older name is the same function"
        );
        assert_ne!(plan(1, "payment_create"), plan(2, "payment_create"));
        assert_ne!(plan(1, "payment_create"), plan(1, "sms_send"));
        let only = Chaos::seeded(1).with(Fault::Hang, 1.0).only("create_payment");
        assert!(only.fault("payment_create", 0).is_some() && only.fault("sms_send", 0).is_none());
    }
}
