//! A running simulator: reading and changing its state, ordering faults, stopping it.

mod builder;
mod state;

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
    catalog::{Function, FunctionError, UnknownFunction},
    http::{PortCommand, PortControl, Request},
    script::{Chaos, On},
    state::{LedgerEntry, ServerState},
};

/// A running simulator. It listens on the loopback address, in its own thread, until it is dropped.
///
/// It can be started from synchronous code and from inside any async runtime. The closures passed to its methods run
/// while the server is locked: they must not call the simulator themselves.
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

    /// Orders an answer or a fault for the requests to a function, by its current or an older name.
    ///
    /// ```
    /// use mor_sim::{Fault, Simulator};
    ///
    /// let sim = Simulator::start()?;
    /// sim.on("payment_create").fail(Fault::HangAfterCommit).times(1);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Panics
    ///
    /// Panics if there is no function of this name: an order for a misspelt name would never take effect, and the test
    /// would pass for the wrong reason. The message names the caller's line and similar functions. Names in tests are
    /// literals, so the method panics, as assertions do; for a name that comes from input there is
    /// [`try_on`](Self::try_on). Add a function that is not in the catalog first, with [`Builder::function`] or
    /// [`add_function`](Self::add_function).
    ///
    /// ```should_panic
    /// # let sim = mor_sim::Simulator::start().unwrap();
    /// sim.on("payment_creat"); // there is no function `payment_creat`; did you mean `payment_create`?
    /// ```
    #[track_caller]
    pub fn on(&self, function: &str) -> On<'_> {
        // A closure would lose the caller's line.
        match self.try_on(function) {
            Ok(on) => on,
            Err(error) => misuse("on", &error),
        }
    }

    /// Does the same as [`on`](Self::on) for a name that comes from input.
    ///
    /// # Errors
    ///
    /// [`UnknownFunction`] if there is no function of this name.
    pub fn try_on(&self, function: &str) -> Result<On<'_>, UnknownFunction> {
        On::new(&self.state, function)
    }

    /// Cancels everything ordered with [`on`](Self::on).
    pub fn reset_rules(&self) {
        ServerState::lock(&self.state).rules.clear();
    }

    /// Starts faults by chance, and ends an earlier chaos. Orders made with [`on`](Self::on) take precedence.
    ///
    /// # Panics
    ///
    /// Panics, for the same reason as [`on`](Self::on), if [`Chaos::only`] names a function that does not exist.
    #[track_caller]
    pub fn chaos(&self, chaos: Chaos) {
        let resolved = chaos.resolve(&ServerState::lock(&self.state).functions);
        match resolved {
            Ok(chaos) => ServerState::lock(&self.state).chaos = Some(chaos),
            Err(error) => misuse("chaos", &error),
        }
    }

    /// Ends the [`chaos`](Self::chaos).
    pub fn calm(&self) {
        ServerState::lock(&self.state).chaos = None;
    }

    /// Adds a function that is not in the catalog; see [`Builder::function`].
    ///
    /// # Errors
    ///
    /// [`FunctionError`] if the description contradicts itself, or if one of the names is in use.
    pub fn add_function(&self, function: impl Into<Function>) -> Result<(), FunctionError> {
        ServerState::lock(&self.state).add_function(function.into())
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

    /// Returns every write that was executed, oldest first, whatever response the client received. A test compares it
    /// with the client's reports.
    ///
    /// The ledger records each executed call of a function with the effect *write*: of the functions that have a state
    /// (see the [crate documentation](crate)), and of all others when they are answered by a success sample. It does not
    /// record refused calls, nor calls that were answered by a fault, by [`respond`](crate::On::respond) or from a
    /// recording. A response made by [`respond_with`](crate::On::respond_with) counts as executed if it has status 200
    /// and no error element.
    #[must_use]
    pub fn ledger(&self) -> Vec<LedgerEntry> {
        ServerState::lock(&self.state).ledger.entries().to_vec()
    }

    /// Writes the exchanges recorded since the start, without secrets, to a file for [`Builder::replay`]. Responses that
    /// were not sent completely, and requests to functions that do not exist, are left out.
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

    /// Returns every request received so far, oldest first, without secrets.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        ServerState::lock(&self.state).requests.clone()
    }

    /// Returns the newest request.
    #[must_use]
    pub fn last_request(&self) -> Option<Request> {
        ServerState::lock(&self.state).requests.last().cloned()
    }

    /// Discards the requests received so far.
    pub fn clear_requests(&self) {
        ServerState::lock(&self.state).requests.clear();
    }
}

/// The one way in which the simulator panics: a test named a function that does not exist.
#[track_caller]
#[expect(clippy::panic, reason = "documented: a test that continued would pass for the wrong reason")]
fn misuse<T>(method: &str, error: &UnknownFunction) -> T {
    panic!("Simulator::{method}: {error}")
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
