//! Starting a simulator.

use std::{
    io,
    net::{Ipv4Addr, TcpListener},
    path::PathBuf,
    sync::{Arc, Mutex, mpsc},
    thread,
};

use tokio::{runtime, sync::oneshot};

use super::Simulator;
use crate::{
    catalog::Function,
    http::{Port, PortControl, Shared, serve},
    script::{Recorder, Recording, Replay},
    state::{Seed, ServerState, Settings},
};

/// Starts a [`Simulator`] that differs from the default one.
#[derive(Debug, Default)]
#[must_use = "nothing is started yet"]
pub struct Builder {
    seed: Seed,
    settings: Settings,
    port: u16,
    functions: Vec<Function>,
    replay: Vec<PathBuf>,
    records: bool,
}

impl Builder {
    /// Sets the accounts, campaigns, devices and DIDs to start with, and the faults.
    pub fn seed(mut self, seed: Seed) -> Self {
        self.seed = seed;
        self
    }

    /// Sets the settings to start with.
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// Sets the port to listen on; 0, the default, lets the system choose a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Adds a function that is not in the catalog: one of a newer server, or of your own. Call it again for more.
    ///
    /// The simulator checks the hash of its requests by the list in the description, refuses requests without a required
    /// parameter, answers the others by the first success sample, and records executed writes in the ledger.
    /// [`Simulator::on`], seeds, recordings and the page know it like any other function.
    ///
    /// ```
    /// use mor_sim::{Answer, Simulator, catalog::{Effect, Function, Param}};
    ///
    /// let function = Function::new("fax_box_create", Effect::Write)
    ///     .with_param(Param::new("user_id").hashed(1).required())
    ///     .with_sample("<page><status><success>Fax box created</success></status></page>");
    /// let sim = Simulator::builder().function(function).start()?;
    ///
    /// sim.on("fax_box_create").respond_with(|request| {
    ///     Answer::error("page/status/error", &format!("user {} has one", request.param("user_id").unwrap_or_default()))
    /// });
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// There are three ways to describe a function: [`Function::new`], [`Function::from_toml`], and with the feature
    /// `spec` the declaration of a `mor_api` endpoint: `.function(MyEndpoint::SPEC)`. A seed can hold tables
    /// `[[function]]`.
    pub fn function(mut self, function: impl Into<Function>) -> Self {
        self.functions.push(function.into());
        self
    }

    /// Answers requests from a recording: a file, or the files of a folder; see [`Recording`]. Call it again for more.
    ///
    /// A request is answered by the exchange of the same function whose parameters, without the hash, are all the same;
    /// `[hidden]` in the recording matches any value. If several exchanges match, they are used in their order, and the
    /// last one is then repeated. The recorded response is sent before any check, and nothing is executed. If a function
    /// occurs in the recording, but not with these parameters, the response has status 501 and lists the recorded ones;
    /// functions that do not occur are simulated. Orders made with [`Simulator::on`] take precedence.
    pub fn replay(mut self, path: impl Into<PathBuf>) -> Self {
        self.replay.push(path.into());
        self
    }

    /// Records requests and responses for [`Simulator::save_recording`]. All of them are kept in memory.
    pub fn record(mut self) -> Self {
        self.records = true;
        self
    }

    /// Starts the simulator. When this returns, it accepts connections.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) if a described function or the seed is not valid,
    /// [`InvalidData`](io::ErrorKind::InvalidData) if a recording is not, and the errors of reading files and of
    /// listening.
    pub fn start(self) -> io::Result<Simulator> {
        let mut state = ServerState::new(self.seed, self.settings, self.functions)
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
        let mut recording = Recording::default();
        for path in &self.replay {
            recording.exchanges.extend(Recording::load(path)?.exchanges);
        }
        state.replay = Replay::new(recording, &state.functions)
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, format!("recording: {error}")))?;
        state.recorder = self.records.then(Recorder::default);

        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let state = Arc::new(Mutex::new(state));

        let (stop, stopped) = oneshot::channel();
        let (report, ready) = mpsc::channel();
        let shared = Arc::clone(&state);
        let thread = thread::Builder::new()
            .name("mor-sim".to_owned())
            .spawn(move || run(listener, shared, stopped, &report))?;
        let control = ready.recv().map_err(io::Error::other)??;
        Ok(Simulator { state, address, control, stop: Some(stop), thread: Some(thread) })
    }
}

/// Creates and drops the runtime in this thread: it could not be dropped in the async context of a caller.
fn run(
    listener: TcpListener,
    state: Arc<Mutex<ServerState>>,
    stopped: oneshot::Receiver<()>,
    report: &mpsc::Sender<io::Result<PortControl>>,
) {
    let started = runtime::Builder::new_current_thread().enable_all().build().and_then(|runtime| {
        let (port, control) = {
            let _context = runtime.enter();
            Port::new(tokio::net::TcpListener::from_std(listener)?)?
        };
        runtime.spawn(serve(port, Shared { state, control: control.clone() }));
        Ok((runtime, control))
    });
    match started {
        Ok((runtime, control)) => {
            let _ = report.send(Ok(control));
            // Either a message or the end of the sender: both mean stop.
            let _ = runtime.block_on(stopped);
        }
        Err(error) => {
            let _ = report.send(Err(error));
        }
    }
}
