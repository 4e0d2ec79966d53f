//! Follows the answer to an executed write until it is sent or lost.

use std::sync::{Arc, Mutex};

use crate::{ledger::Reply, world::World};

/// Says in the ledger what became of an answer. Dropped early, because the client went away or the simulator stopped,
/// it says that the answer was lost.
#[derive(Debug)]
pub(crate) struct Receipt {
    world: Arc<Mutex<World>>,
    /// None for what is not in the ledger.
    entry: Option<u64>,
    reply: Reply,
}

impl Receipt {
    pub(crate) fn new(world: Arc<Mutex<World>>, entry: Option<u64>) -> Self {
        Self { world, entry, reply: Reply::Lost }
    }

    /// The whole answer has been handed over.
    pub(crate) fn answered(mut self) {
        self.reply = Reply::Answered;
    }
}

impl Drop for Receipt {
    fn drop(&mut self) {
        if let Some(entry) = self.entry {
            World::lock(&self.world).ledger.settle(entry, self.reply);
        }
    }
}
