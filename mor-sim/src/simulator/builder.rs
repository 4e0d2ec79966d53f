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
    replay: Vec<PathBuf>,
    records: bool,
}

impl Builder {
    /// Accounts and campaigns to start with, and what is to go wrong.
    pub fn seed(mut self, seed: Seed) -> Self {
        self.seed = seed;
        self
    }

    /// Settings to start with.
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// Port to listen on; 0, the default, lets the system choose a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Answers what was recorded, from a file or the files of a folder; see [`Recording`]. Call it again for more.
    ///
    /// A request is answered by the exchange of the same function whose parameters are all the same but for the hash;
    /// a `[hidden]` one stands for any value. Of several, the next one is taken each time, and the last one again and
    /// again. The answer comes before any check, and nothing is executed. A function that occurs in the recording, but
    /// not with these parameters, is answered by status 501 and what was recorded; functions that do not occur are
    /// simulated. Whatever is ordered by [`Simulator::on`] comes first.
    pub fn replay(mut self, path: impl Into<PathBuf>) -> Self {
        self.replay.push(path.into());
        self
    }

    /// Records requests and answers for [`Simulator::save_recording`]. It keeps all of them in memory.
    pub fn record(mut self) -> Self {
        self.records = true;
        self
    }

    /// Starts it. When this returns, connections are accepted.
    pub fn start(self) -> io::Result<Simulator> {
        let mut state = ServerState::new(self.seed, self.settings);
        let mut recording = Recording::default();
        for path in &self.replay {
            recording.exchanges.extend(Recording::load(path)?.exchanges);
        }
        state.replay = Replay::new(recording);
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

/// The runtime lives and dies in this thread: it could not be dropped inside the async context of a caller.
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
