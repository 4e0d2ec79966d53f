//! A running simulator: reading and changing its state, ordering faults, stopping it.

mod builder;

use std::{
    io,
    net::SocketAddr,
    path::Path,
    sync::{Arc, Mutex, mpsc},
    thread::JoinHandle,
};

use tokio::sync::oneshot;

pub use builder::Builder;

use crate::{
    http::{PortCommand, PortControl, Request},
    script::{Chaos, On},
    state::{Account, Campaign, LedgerEntry, ServerState, Settings},
};

/// A running simulator. It listens on the loopback address, in a thread of its own, until it is dropped.
///
/// It can be started from synchronous code and from inside any async runtime. The closures given to its methods run
/// while the server stands still: they must not call the simulator themselves.
#[derive(Debug)]
pub struct Simulator {
    state: Arc<Mutex<ServerState>>,
    address: SocketAddr,
    control: PortControl,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Simulator {
    /// Starts a simulator with the default seed and settings on a free port.
    pub fn start() -> io::Result<Self> {
        Self::builder().start()
    }

    /// Prepares a simulator with another seed, other settings or a fixed port.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Address such as `http://127.0.0.1:41234`, without a path.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The port it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Reads or changes the settings.
    pub fn settings<R>(&self, change: impl FnOnce(&mut Settings) -> R) -> R {
        change(&mut ServerState::lock(&self.state).settings)
    }

    /// Reads or changes the account with this username; `None` if there is none.
    pub fn account<R>(&self, username: &str, change: impl FnOnce(&mut Account) -> R) -> Option<R> {
        ServerState::lock(&self.state).accounts.find_mut(username).map(change)
    }

    /// Adds an account, in place of the one with the same username if there is one.
    pub fn add_account(&self, account: Account) {
        let mut state = ServerState::lock(&self.state);
        state.accounts.0.retain(|known| known.username != account.username);
        state.accounts.0.push(account);
    }

    /// Reads or changes the campaign with this id; `None` if there is none.
    pub fn campaign<R>(&self, id: u64, change: impl FnOnce(&mut Campaign) -> R) -> Option<R> {
        ServerState::lock(&self.state).campaigns.iter_mut().find(|campaign| campaign.id == id).map(change)
    }

    /// Adds a campaign, in place of the one with the same id if there is one.
    pub fn add_campaign(&self, campaign: Campaign) {
        let mut state = ServerState::lock(&self.state);
        state.campaigns.retain(|known| known.id != campaign.id);
        state.campaigns.push(campaign);
    }

    /// Orders an answer or a fault for the requests to a function, by its current or an older name. The function need
    /// not be in the catalog.
    pub fn on(&self, function: &str) -> On<'_> {
        On::new(&self.state, function)
    }

    /// Takes back everything ordered with [`on`](Self::on).
    pub fn reset_rules(&self) {
        ServerState::lock(&self.state).rules.clear();
    }

    /// Lets faults happen by chance, in place of an earlier chaos. What is ordered with [`on`](Self::on) goes first.
    pub fn chaos(&self, chaos: Chaos) {
        ServerState::lock(&self.state).chaos = Some(chaos);
    }

    /// Ends the [`chaos`](Self::chaos).
    pub fn calm(&self) {
        ServerState::lock(&self.state).chaos = None;
    }

    /// Resets all connections and closes the port: the operating system refuses new connections until
    /// [`open_port`](Self::open_port). When this returns, it does.
    pub fn close_port(&self) {
        let (done, is_done) = mpsc::sync_channel(1);
        let _ = self.control.send(PortCommand::Close { time: None, done: Some(done) });
        let _ = is_done.recv();
    }

    /// Opens the port that was closed by [`close_port`](Self::close_port) or by
    /// [`Fault::GoDown`](crate::Fault::GoDown). When this returns, connections are accepted.
    pub fn open_port(&self) {
        let (done, is_done) = mpsc::sync_channel(1);
        let _ = self.control.send(PortCommand::Open { done });
        let _ = is_done.recv();
    }

    /// Every write that was executed, oldest first, whatever the client was told about it: what a test compares the
    /// client's reports with.
    ///
    /// Written down is every call of a function with the effect *write* that the server has carried out: the ones the
    /// simulator keeps a state for (see the [crate documentation](crate)), and all others that were answered by a
    /// success sample. Refused calls are not in it, nor those that a fault or a scripted
    /// [`respond`](crate::On::respond) or a recorded answer stood in for. An answer made by
    /// [`respond_with`](crate::On::respond_with) counts as carried out if it has status 200 and no error element.
    #[must_use]
    pub fn ledger(&self) -> Vec<LedgerEntry> {
        ServerState::lock(&self.state).ledger.entries().to_vec()
    }

    /// Writes what was recorded since the start, without its secrets, to a file for [`Builder::replay`]. Answers that
    /// were not sent whole are left out.
    ///
    /// # Errors
    ///
    /// Those of writing, and [`InvalidInput`](io::ErrorKind::InvalidInput) without [`Builder::record`].
    pub fn save_recording(&self, path: impl AsRef<Path>) -> io::Result<()> {
        let recording =
            ServerState::lock(&self.state).recorder.as_ref().map(|recorder| recorder.0.clone()).ok_or_else(
                || {
                    io::Error::new(
                        io::ErrorKind::InvalidInput,
                        "nothing is recorded: start the simulator with Builder::record",
                    )
                },
            )?;
        recording.save(path)
    }

    /// Every request received so far, oldest first, without their secrets.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        ServerState::lock(&self.state).requests.clone()
    }

    /// The newest request.
    #[must_use]
    pub fn last_request(&self) -> Option<Request> {
        ServerState::lock(&self.state).requests.last().cloned()
    }

    /// Forgets the requests received so far.
    pub fn clear_requests(&self) {
        ServerState::lock(&self.state).requests.clear();
    }
}

impl Drop for Simulator {
    /// Closes all connections and frees the port. Joining the thread takes no longer than that.
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
