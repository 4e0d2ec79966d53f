//! Where connections come in. It can be shut: the operating system then refuses new connections.

use std::{io, net::SocketAddr, sync::mpsc::SyncSender, time::Duration};

use axum::serve::Listener;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    time::{Instant, sleep, sleep_until},
};

use crate::connection::{Break, Connection, Handle, WeakHandle};

/// The pause between two attempts when the port cannot be taken again at once, or the system has no more sockets.
const AGAIN: Duration = Duration::from_millis(5);

/// What the door is told, and where to report that it is done.
#[derive(Debug)]
pub(crate) enum Order {
    /// Shut, until it is told to open or the time is over, and break all connections.
    Shut {
        time: Option<Duration>,
        done: Option<SyncSender<()>>,
    },
    Open {
        done: SyncSender<()>,
    },
}

/// Opens and shuts the door from outside.
pub(crate) type Bell = UnboundedSender<Order>;

/// A listener that can be closed and opened again at the same address.
#[derive(Debug)]
pub(crate) struct Door {
    /// None while it is shut.
    listener: Option<TcpListener>,
    address: SocketAddr,
    /// When it opens by itself.
    opens: Option<Instant>,
    orders: UnboundedReceiver<Order>,
    connections: Vec<WeakHandle>,
}

impl Door {
    pub(crate) fn new(listener: TcpListener) -> io::Result<(Self, Bell)> {
        let address = listener.local_addr()?;
        let (bell, orders) = unbounded_channel();
        Ok((Self { listener: Some(listener), address, opens: None, orders, connections: Vec::new() }, bell))
    }

    async fn obey(&mut self, order: Order) {
        match order {
            Order::Shut { time, done } => {
                self.listener = None;
                self.opens = time.and_then(|time| Instant::now().checked_add(time));
                for connection in self.connections.drain(..).filter_map(|connection| connection.upgrade()) {
                    connection.break_off(Break::Reset);
                }
                if let Some(done) = done {
                    let _ = done.send(());
                }
            }
            Order::Open { done } => {
                self.open().await;
                let _ = done.send(());
            }
        }
    }

    /// Takes the port again. Somebody may hold it for a moment: the other end of a connection that was broken, or a
    /// program that got it by chance.
    async fn open(&mut self) {
        self.opens = None;
        while self.listener.is_none() {
            match TcpListener::bind(self.address).await {
                Ok(listener) => self.listener = Some(listener),
                Err(_) => sleep(AGAIN).await,
            }
        }
    }

    fn admit(&mut self, stream: TcpStream) -> Connection {
        self.connections.retain(|connection| !connection.is_gone());
        let handle = Handle::default();
        self.connections.push(handle.downgrade());
        Connection::new(stream, handle)
    }
}

/// Until the door opens by itself, which may be never.
async fn opening(at: Option<Instant>) {
    match at {
        Some(at) => sleep_until(at).await,
        None => std::future::pending().await,
    }
}

/// The next connection; none ever while the door is shut.
async fn next(listener: Option<&TcpListener>) -> io::Result<(TcpStream, SocketAddr)> {
    match listener {
        Some(listener) => listener.accept().await,
        None => std::future::pending().await,
    }
}

impl Listener for Door {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        loop {
            tokio::select! {
                biased;
                Some(order) = self.orders.recv() => self.obey(order).await,
                () = opening(self.opens) => self.open().await,
                accepted = next(self.listener.as_ref()) => match accepted {
                    Ok((stream, address)) => return (self.admit(stream), address),
                    Err(_) => sleep(AGAIN).await,
                },
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}
