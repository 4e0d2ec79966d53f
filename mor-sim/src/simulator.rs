//! Starting, stopping and steering the simulator.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, mpsc},
    thread::{self, JoinHandle},
};

use tokio::{runtime, sync::oneshot};

use crate::{
    Account, Campaign, Chaos, LedgerEntry, On, Recording, Request, Seed, Settings,
    door::{Bell, Door, Order},
    recording::Recorder,
    replay::Replay,
    server::{Shared, serve},
    world::World,
};

/// A running simulator. It listens on the loopback address, in a thread of its own, until it is dropped.
///
/// It can be started from synchronous code and from inside any async runtime. The closures given to its methods run
/// while the server stands still: they must not call the simulator themselves.
#[derive(Debug)]
pub struct Simulator {
    world: Arc<Mutex<World>>,
    address: SocketAddr,
    bell: Bell,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

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
        let mut world = World::new(self.seed, self.settings);
        let mut recording = Recording::default();
        for path in &self.replay {
            recording.exchanges.extend(Recording::load(path)?.exchanges);
        }
        world.replay = Replay::new(recording);
        world.recorder = self.records.then(Recorder::default);

        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let world = Arc::new(Mutex::new(world));

        let (stop, stopped) = oneshot::channel();
        let (report, ready) = mpsc::channel();
        let shared = Arc::clone(&world);
        let thread = thread::Builder::new()
            .name("mor-sim".to_owned())
            .spawn(move || run(listener, shared, stopped, &report))?;
        let bell = ready.recv().map_err(io::Error::other)??;
        Ok(Simulator { world, address, bell, stop: Some(stop), thread: Some(thread) })
    }
}

/// The runtime lives and dies in this thread: it could not be dropped inside the async context of a caller.
fn run(
    listener: TcpListener,
    world: Arc<Mutex<World>>,
    stopped: oneshot::Receiver<()>,
    report: &mpsc::Sender<io::Result<Bell>>,
) {
    let started = runtime::Builder::new_current_thread().enable_all().build().and_then(|runtime| {
        let (door, bell) = {
            let _context = runtime.enter();
            Door::new(tokio::net::TcpListener::from_std(listener)?)?
        };
        runtime.spawn(serve(door, Shared { world, bell: bell.clone() }));
        Ok((runtime, bell))
    });
    match started {
        Ok((runtime, bell)) => {
            let _ = report.send(Ok(bell));
            // Either a message or the end of the sender: both mean stop.
            let _ = runtime.block_on(stopped);
        }
        Err(error) => {
            let _ = report.send(Err(error));
        }
    }
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
        change(&mut World::lock(&self.world).settings)
    }

    /// Reads or changes the account with this username; `None` if there is none.
    pub fn account<R>(&self, username: &str, change: impl FnOnce(&mut Account) -> R) -> Option<R> {
        World::lock(&self.world).accounts.find_mut(username).map(change)
    }

    /// Adds an account, in place of the one with the same username if there is one.
    pub fn add_account(&self, account: Account) {
        let mut world = World::lock(&self.world);
        world.accounts.0.retain(|known| known.username != account.username);
        world.accounts.0.push(account);
    }

    /// Reads or changes the campaign with this id; `None` if there is none.
    pub fn campaign<R>(&self, id: u64, change: impl FnOnce(&mut Campaign) -> R) -> Option<R> {
        World::lock(&self.world).campaigns.iter_mut().find(|campaign| campaign.id == id).map(change)
    }

    /// Adds a campaign, in place of the one with the same id if there is one.
    pub fn add_campaign(&self, campaign: Campaign) {
        let mut world = World::lock(&self.world);
        world.campaigns.retain(|known| known.id != campaign.id);
        world.campaigns.push(campaign);
    }

    /// Orders an answer or a fault for the requests to a function, by its current or an older name. The function need
    /// not be in the catalog.
    pub fn on(&self, function: &str) -> On<'_> {
        On::new(&self.world, function)
    }

    /// Takes back everything ordered with [`on`](Self::on).
    pub fn reset_rules(&self) {
        World::lock(&self.world).rules.clear();
    }

    /// Lets faults happen by chance, in place of an earlier chaos. What is ordered with [`on`](Self::on) goes first.
    pub fn chaos(&self, chaos: Chaos) {
        World::lock(&self.world).chaos = Some(chaos);
    }

    /// Ends the [`chaos`](Self::chaos).
    pub fn calm(&self) {
        World::lock(&self.world).chaos = None;
    }

    /// Resets all connections and closes the port: the operating system refuses new connections until
    /// [`open_port`](Self::open_port). When this returns, it does.
    pub fn close_port(&self) {
        let (done, is_done) = mpsc::sync_channel(1);
        let _ = self.bell.send(Order::Shut { time: None, done: Some(done) });
        let _ = is_done.recv();
    }

    /// Opens the port that was closed by [`close_port`](Self::close_port) or by
    /// [`Fault::GoDown`](crate::Fault::GoDown). When this returns, connections are accepted.
    pub fn open_port(&self) {
        let (done, is_done) = mpsc::sync_channel(1);
        let _ = self.bell.send(Order::Open { done });
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
        World::lock(&self.world).ledger.entries().to_vec()
    }

    /// Writes what was recorded since the start, without its secrets, to a file for [`Builder::replay`]. Answers that
    /// were not sent whole are left out.
    ///
    /// # Errors
    ///
    /// Those of writing, and [`InvalidInput`](io::ErrorKind::InvalidInput) without [`Builder::record`].
    pub fn save_recording(&self, path: impl AsRef<Path>) -> io::Result<()> {
        let recording =
            World::lock(&self.world).recorder.as_ref().map(|recorder| recorder.0.clone()).ok_or_else(
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
        World::lock(&self.world).requests.clone()
    }

    /// The newest request.
    #[must_use]
    pub fn last_request(&self) -> Option<Request> {
        World::lock(&self.world).requests.last().cloned()
    }

    /// Forgets the requests received so far.
    pub fn clear_requests(&self) {
        World::lock(&self.world).requests.clear();
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
