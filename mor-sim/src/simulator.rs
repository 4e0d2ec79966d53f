//! Starting, stopping and steering the simulator.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::{Arc, Mutex, mpsc},
    thread::{self, JoinHandle},
};

use tokio::{runtime, sync::oneshot};

use crate::{Account, Campaign, On, Request, Seed, Settings, server::serve, world::World};

/// A running simulator. It listens on the loopback address, in a thread of its own, until it is dropped.
///
/// It can be started from synchronous code and from inside any async runtime. The closures given to its methods run
/// while the server stands still: they must not call the simulator themselves.
#[derive(Debug)]
pub struct Simulator {
    world: Arc<Mutex<World>>,
    address: SocketAddr,
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
}

impl Builder {
    /// Accounts and campaigns to start with.
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

    /// Starts it. When this returns, connections are accepted.
    pub fn start(self) -> io::Result<Simulator> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let world = Arc::new(Mutex::new(World::new(self.seed, self.settings)));

        let (stop, stopped) = oneshot::channel();
        let (report, ready) = mpsc::channel();
        let shared = Arc::clone(&world);
        let thread = thread::Builder::new()
            .name("mor-sim".to_owned())
            .spawn(move || run(listener, shared, stopped, &report))?;
        ready.recv().map_err(io::Error::other)??;
        Ok(Simulator { world, address, stop: Some(stop), thread: Some(thread) })
    }
}

/// The runtime lives and dies in this thread: it could not be dropped inside the async context of a caller.
fn run(
    listener: TcpListener,
    world: Arc<Mutex<World>>,
    stopped: oneshot::Receiver<()>,
    report: &mpsc::Sender<io::Result<()>>,
) {
    let started = runtime::Builder::new_current_thread().enable_all().build().and_then(|runtime| {
        let listener = {
            let _context = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        runtime.spawn(serve(listener, world));
        Ok(runtime)
    });
    match started {
        Ok(runtime) => {
            let _ = report.send(Ok(()));
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

    /// Every request received so far, oldest first.
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
