//! One accepted connection, which a fault can break while the HTTP server uses it.

use std::{
    io,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError, Weak},
    task::{Context, Poll, Waker},
};

use axum::{extract::connect_info::Connected, serve::IncomingStream};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};

use super::port::Port;

/// How a connection is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Break {
    /// By the ordinary end of the stream.
    Close,
    /// By a reset: the other side loses even what it has not read yet.
    Reset,
}

#[derive(Debug, Default)]
struct BreakState {
    broken: Option<Break>,
    /// Wakes the HTTP server when it waits for the next request.
    reader: Option<Waker>,
}

/// Breaks a connection from outside.
#[derive(Debug, Clone, Default)]
pub(crate) struct Handle(Arc<Mutex<BreakState>>);

impl Handle {
    /// From now on the HTTP server can neither read nor write, and gives the connection up.
    pub(crate) fn break_off(&self, how: Break) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.broken.get_or_insert(how);
        if let Some(reader) = state.reader.take() {
            reader.wake();
        }
    }

    pub(crate) fn downgrade(&self) -> WeakHandle {
        WeakHandle(Arc::downgrade(&self.0))
    }

    fn broken(&self) -> Option<Break> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).broken
    }
}

/// A handle that does not keep anything of a connection that is gone.
#[derive(Debug)]
pub(crate) struct WeakHandle(Weak<Mutex<BreakState>>);

impl WeakHandle {
    pub(crate) fn upgrade(&self) -> Option<Handle> {
        self.0.upgrade().map(Handle)
    }

    pub(crate) fn is_gone(&self) -> bool {
        self.0.strong_count() == 0
    }
}

impl Connected<IncomingStream<'_, Port>> for Handle {
    fn connect_info(stream: IncomingStream<'_, Port>) -> Self {
        stream.io().handle.clone()
    }
}

/// A connection as the HTTP server has it.
#[derive(Debug)]
pub(crate) struct Connection {
    stream: TcpStream,
    handle: Handle,
}

impl Connection {
    pub(crate) fn new(stream: TcpStream, handle: Handle) -> Self {
        // The answers are short: without this a second segment may wait for the acknowledgement of the first.
        let _ = stream.set_nodelay(true);
        Self { stream, handle }
    }

    /// An error once the connection is broken; dropping the stream then does the rest.
    fn check(&self) -> io::Result<()> {
        match self.handle.broken() {
            None => Ok(()),
            Some(how) => {
                if how == Break::Reset {
                    let _ = self.stream.set_zero_linger();
                }
                Err(io::ErrorKind::ConnectionAborted.into())
            }
        }
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        {
            let mut state = self.handle.0.lock().unwrap_or_else(PoisonError::into_inner);
            state.reader = Some(context.waker().clone());
        }
        self.check()?;
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
