//! The TCP port. It can be closed while the simulator runs: the operating system then refuses new connections.

use std::{io, net::SocketAddr, sync::mpsc::SyncSender, time::Duration};

use axum::serve::Listener;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    time::{Instant, sleep, sleep_until},
};

use super::connection::{Break, Connection, Handle, WeakHandle};

/// The pause between two attempts when the port cannot be taken again at once, or the system has no more sockets.
const AGAIN: Duration = Duration::from_millis(5);

/// A command to the port, with a channel that reports its completion.
#[derive(Debug)]
pub(crate) enum PortCommand {
    /// Close until the next `Open` or until the time is over, and reset all connections.
    Close {
        time: Option<Duration>,
        done: Option<SyncSender<()>>,
    },
    Open {
        done: SyncSender<()>,
    },
}

/// Closes and opens the port from another task or thread.
pub(crate) type PortControl = UnboundedSender<PortCommand>;

/// A listener that can be closed and opened again at the same address.
#[derive(Debug)]
pub(crate) struct Port {
    /// None while the port is closed.
    listener: Option<TcpListener>,
    address: SocketAddr,
    /// When the port opens by itself.
    opens: Option<Instant>,
    commands: UnboundedReceiver<PortCommand>,
    connections: Vec<WeakHandle>,
}

impl Port {
    pub(crate) fn new(listener: TcpListener) -> io::Result<(Self, PortControl)> {
        let address = listener.local_addr()?;
        let (control, commands) = unbounded_channel();
        Ok((
            Self { listener: Some(listener), address, opens: None, commands, connections: Vec::new() },
            control,
        ))
    }

    async fn execute(&mut self, command: PortCommand) {
        match command {
            PortCommand::Close { time, done } => {
                self.listener = None;
                self.opens = time.and_then(|time| Instant::now().checked_add(time));
                for connection in self.connections.drain(..).filter_map(|connection| connection.upgrade()) {
                    connection.break_off(Break::Reset);
                }
                if let Some(done) = done {
                    let _ = done.send(());
                }
            }
            PortCommand::Open { done } => {
                self.open().await;
                let _ = done.send(());
            }
        }
    }

    /// Binds the port again. It may be in use for a moment: by the other end of a connection that was reset, or by a
    /// program that received the same port from the system.
    async fn open(&mut self) {
        self.opens = None;
        while self.listener.is_none() {
            match TcpListener::bind(self.address).await {
                Ok(listener) => self.listener = Some(listener),
                Err(_) => sleep(AGAIN).await,
            }
        }
    }

    fn track(&mut self, stream: TcpStream) -> Connection {
        self.connections.retain(|connection| !connection.is_gone());
        let handle = Handle::default();
        self.connections.push(handle.downgrade());
        Connection::new(stream, handle)
    }
}

/// Waits until the port opens by itself; forever without a time.
async fn opening(at: Option<Instant>) {
    match at {
        Some(at) => sleep_until(at).await,
        None => std::future::pending().await,
    }
}

/// Waits for the next connection; forever while the port is closed.
async fn next(listener: Option<&TcpListener>) -> io::Result<(TcpStream, SocketAddr)> {
    match listener {
        Some(listener) => listener.accept().await,
        None => std::future::pending().await,
    }
}

impl Listener for Port {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        loop {
            tokio::select! {
                biased;
                Some(command) = self.commands.recv() => self.execute(command).await,
                () = opening(self.opens) => self.open().await,
                accepted = next(self.listener.as_ref()) => match accepted {
                    Ok((stream, address)) => return (self.track(stream), address),
                    Err(_) => sleep(AGAIN).await,
                },
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}
