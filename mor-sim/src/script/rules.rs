//! Scripted answers and faults that a test ordered for the next requests to a function.

use std::{
    fmt,
    sync::{Arc, Mutex},
};

use super::{fault::Fault, fault_order::FaultOrder};
use crate::{
    catalog::{Functions, UnknownFunction},
    http::{Answer, Request},
    state::ServerState,
};

/// What happens in place of the normal answer, or to it.
#[derive(Debug, Clone)]
pub(crate) enum Action {
    Respond(Answer),
    RespondWith(Responder),
    Sample(usize),
    Fail(Fault),
}

/// Makes an answer for each request.
#[derive(Clone)]
pub(crate) struct Responder(Arc<dyn Fn(&Request) -> Answer + Send + Sync>);

impl Responder {
    pub(crate) fn answer(&self, request: &Request) -> Answer {
        (self.0)(request)
    }
}

impl fmt::Debug for Responder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Responder")
    }
}

#[derive(Debug)]
struct Scripted {
    id: u64,
    function: String,
    action: Action,
    times: Option<u32>,
}

/// All orders, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    orders: Vec<Scripted>,
    last_id: u64,
}

impl Rules {
    fn add(&mut self, function: String, action: Action) -> u64 {
        self.last_id += 1;
        self.orders.push(Scripted { id: self.last_id, function, action, times: None });
        self.last_id
    }

    /// Puts a fault of a seed in force.
    pub(crate) fn order(&mut self, order: FaultOrder, functions: &Functions) -> Result<(), UnknownFunction> {
        let function = functions.current_name(&order.function)?.to_owned();
        let id = self.add(function, Action::Fail(order.fault));
        if let Some(times) = order.times {
            self.limit(id, times);
        }
        Ok(())
    }

    fn limit(&mut self, id: u64, times: u32) {
        if let Some(order) = self.orders.iter_mut().find(|order| order.id == id) {
            order.times = Some(times);
        }
    }

    pub(crate) fn clear(&mut self) {
        self.orders.clear();
    }

    /// The action for the next request: limited orders first, oldest first; then the newest unlimited one.
    pub(crate) fn next(&mut self, function: &str) -> Option<Action> {
        for order in self.orders.iter_mut().filter(|order| order.function == function) {
            if let Some(left @ 1..) = order.times {
                order.times = Some(left - 1);
                return Some(order.action.clone());
            }
        }
        let unlimited = |order: &&Scripted| order.function == function && order.times.is_none();
        self.orders.iter().rev().find(unlimited).map(|order| order.action.clone())
    }
}

/// The start of an order for one function; see [`Simulator::on`](crate::Simulator::on).
#[derive(Debug)]
#[must_use = "nothing is ordered yet"]
pub struct On<'a> {
    state: &'a Mutex<ServerState>,
    function: String,
}

#[expect(clippy::must_use_candidate, reason = "the order is in force whether or not it is then limited")]
impl<'a> On<'a> {
    pub(crate) fn new(state: &'a Mutex<ServerState>, name: &str) -> Result<Self, UnknownFunction> {
        let function = ServerState::lock(state).functions.current_name(name)?.to_owned();
        Ok(Self { state, function })
    }

    /// Sends this answer before any check: neither caller nor hash are checked, and nothing changes on the server.
    pub fn respond(self, answer: Answer) -> Rule<'a> {
        self.order(Action::Respond(answer))
    }

    /// Makes the answer of each request with a closure, after the checks that come before the function (API and GET
    /// allowed, hash). Use it for answers that depend on the parameters. The server is locked while the closure runs: it
    /// must not call the simulator itself.
    pub fn respond_with(self, answer: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> Rule<'a> {
        self.order(Action::RespondWith(Responder(Arc::new(answer))))
    }

    /// Sends this sample of the function, counted from 0, after the checks that come before the function (API and GET
    /// allowed, hash). The function itself does not run: neither the caller nor the parameters are checked.
    pub fn sample(self, number: usize) -> Rule<'a> {
        self.order(Action::Sample(number))
    }

    /// Lets the call fail in this way.
    ///
    /// ```
    /// use mor_sim::{Fault, Simulator};
    ///
    /// let sim = Simulator::start()?;
    /// sim.on("payment_create").fail(Fault::ResetAfterCommit).times(2);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn fail(self, fault: Fault) -> Rule<'a> {
        self.order(Action::Fail(fault))
    }

    fn order(self, action: Action) -> Rule<'a> {
        let id = ServerState::lock(self.state).rules.add(self.function, action);
        Rule { state: self.state, id }
    }
}

/// An order that is in force until [`Simulator::reset_rules`](crate::Simulator::reset_rules), unless it is limited.
#[derive(Debug)]
pub struct Rule<'a> {
    state: &'a Mutex<ServerState>,
    id: u64,
}

impl Rule<'_> {
    /// Limits the order to the next N requests. Limited orders of the same function are used one after the other, before
    /// an unlimited one takes effect.
    pub fn times(self, times: u32) {
        ServerState::lock(self.state).rules.limit(self.id, times);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next_sample(rules: &mut Rules, function: &str) -> Option<usize> {
        match rules.next(function)? {
            Action::Sample(number) => Some(number),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn limited_orders_come_first_and_then_the_newest_unlimited_one() {
        let mut rules = Rules::default();
        rules.add("a".to_owned(), Action::Sample(0));
        for number in [1, 2] {
            let id = rules.add("a".to_owned(), Action::Sample(number));
            rules.limit(id, 1);
        }
        rules.add("a".to_owned(), Action::Sample(3));
        rules.add("b".to_owned(), Action::Sample(9));

        let order: Vec<_> = (0..4).map(|_| next_sample(&mut rules, "a").unwrap()).collect();
        assert_eq!(order, [1, 2, 3, 3]);
        rules.clear();
        assert_eq!(next_sample(&mut rules, "b"), None);
    }
}
