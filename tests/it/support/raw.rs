//! A server without manners: answers are bytes written by hand.
#![allow(dead_code, reason = "no test crate uses all of it")]

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};

/// Runs a script for each connection, once the request has arrived.
pub struct RawServer {
    address: std::net::SocketAddr,
    requests: Arc<AtomicUsize>,
    sent: Arc<AtomicU64>,
    stopped: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// The server's end of a connection; counts what it sends.
pub struct Connection {
    stream: TcpStream,
    sent: Arc<AtomicU64>,
}

impl RawServer {
    pub fn start(script: impl Fn(&mut Connection) -> io::Result<()> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (requests, sent, stopped) = <(Arc<AtomicUsize>, Arc<AtomicU64>, Arc<AtomicBool>)>::default();
        let (count, script) =
            ((Arc::clone(&requests), Arc::clone(&sent), Arc::clone(&stopped)), Arc::new(script));
        let thread = thread::spawn(move || {
            for stream in listener.incoming() {
                if count.2.load(Ordering::SeqCst) {
                    return;
                }
                let Ok(mut stream) = stream else { continue };
                let (script, requests, sent) =
                    (Arc::clone(&script), Arc::clone(&count.0), Arc::clone(&count.1));
                thread::spawn(move || {
                    if read_request(&mut stream).is_ok() {
                        requests.fetch_add(1, Ordering::SeqCst);
                        // The client may leave in the middle: that is what some tests want.
                        let _ = script(&mut Connection { stream, sent });
                    }
                });
            }
        });
        Self { address, requests, sent, stopped, thread: Some(thread) }
    }

    /// Answers every request with the same bytes and closes the connection.
    pub fn answering(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        Self::start(move |connection| connection.send(&bytes))
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }

    /// Bytes that the operating system took from all scripts.
    pub fn sent(&self) -> u64 {
        self.sent.load(Ordering::SeqCst)
    }
}

impl Drop for RawServer {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for connections.
        if TcpStream::connect(self.address).is_ok()
            && let Some(thread) = self.thread.take()
        {
            let _ = thread.join();
        }
    }
}

impl Connection {
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) -> io::Result<()> {
        let bytes = bytes.as_ref();
        self.stream.write_all(bytes)?;
        self.sent.fetch_add(bytes.len() as u64, Ordering::SeqCst);
        Ok(())
    }

    /// The same bytes over and over, until so many are sent.
    pub fn flood(&mut self, bytes: &[u8], total: u64) -> io::Result<()> {
        let lot = bytes.repeat((64 << 10) / bytes.len() + 1);
        let mut left = total;
        while left > 0 {
            let count = usize::try_from(left).unwrap_or(usize::MAX).min(lot.len());
            self.send(&lot[..count])?;
            left -= count as u64;
        }
        Ok(())
    }

    /// The head of an answer whose end is the end of the connection.
    pub fn head(&mut self) -> io::Result<()> {
        self.send("HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\nconnection: close\r\n\r\n")
    }

    /// Waits until the client closes the connection.
    pub fn wait_for_close(&mut self) {
        let _ = self.stream.read(&mut [0; 1]);
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}

/// Reads head and body: closing a socket with unread bytes would reset the connection.
fn read_request(stream: &mut TcpStream) -> io::Result<()> {
    let (mut request, mut piece) = (Vec::new(), [0; 4096]);
    loop {
        let count = stream.read(&mut piece)?;
        if count == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        request.extend_from_slice(&piece[..count]);
        let Some(end) = request.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&request[..end]).to_ascii_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
        let length = length.and_then(|length| length.trim().parse::<usize>().ok()).unwrap_or(0);
        if request.len() >= end + 4 + length {
            return Ok(());
        }
    }
}
