//! Follows the answer to an executed write until it is sent or lost.

use std::sync::{Arc, Mutex};

use crate::state::{Reply, ServerState};

/// Says in the ledger what became of an answer. Dropped early, because the client went away or the simulator stopped,
/// it says that the answer was lost.
#[derive(Debug)]
pub(crate) struct Receipt {
    state: Arc<Mutex<ServerState>>,
    /// None for what is not in the ledger.
    entry: Option<u64>,
    reply: Reply,
}

impl Receipt {
    pub(crate) fn new(state: Arc<Mutex<ServerState>>, entry: Option<u64>) -> Self {
        Self { state, entry, reply: Reply::Lost }
    }

    /// The whole answer has been handed over.
    pub(crate) fn answered(mut self) {
        self.reply = Reply::Answered;
    }
}

impl Drop for Receipt {
    fn drop(&mut self) {
        if let Some(entry) = self.entry {
            ServerState::lock(&self.state).ledger.settle(entry, self.reply);
        }
    }
}
