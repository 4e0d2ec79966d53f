//! A server that treats connections badly, byte by byte.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// What it does with a connection, in order; after the last of them the connection is closed.
#[derive(Debug, Clone, Copy)]
pub enum Act {
    /// Reads a request and answers it, leaving the connection open.
    Answer,
    /// Reads a request, and no more.
    Read,
    /// Waits for the first byte of a request and reads nothing: closing resets the connection.
    Peek,
}

/// Counts what arrives: an answer is lost, a request that was read is not.
pub struct Server {
    url: String,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    connections: usize,
    /// The bodies that were read whole.
    requests: Vec<String>,
    scripts: VecDeque<Vec<Act>>,
}

impl Server {
    /// A script for each connection. When there are none left, everything is answered.
    pub fn start(scripts: impl IntoIterator<Item = Vec<Act>>, answer: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let state =
            Arc::new(Mutex::new(State { scripts: scripts.into_iter().collect(), ..State::default() }));
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&shared);
                thread::spawn(move || serve(stream, &state, answer));
            }
        });
        Self { url, state }
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn connections(&self) -> usize {
        lock(&self.state).connections
    }

    /// The bodies of the requests that were read whole: these a real server would have executed.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.state).requests.clone()
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn serve(mut stream: TcpStream, state: &Mutex<State>, answer: &str) -> Option<()> {
    let script = {
        let mut state = lock(state);
        state.connections += 1;
        state.scripts.pop_front()
    };
    let mut acts: Box<dyn Iterator<Item = Act>> = match script {
        Some(acts) => Box::new(acts.into_iter()),
        None => Box::new(std::iter::repeat(Act::Answer)),
    };
    acts.try_for_each(|act| {
        if let Act::Peek = act {
            return stream.peek(&mut [0]).ok().map(drop);
        }
        let body = read_request(&mut stream)?;
        lock(state).requests.push(body);
        if let Act::Answer = act {
            let length = answer.len();
            write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{answer}").ok()?;
        }
        Some(())
    })?;
    // Unread bytes make it a reset.
    stream.shutdown(Shutdown::Write).ok()
}

/// The body of a request with a `content-length`; `None` when the connection ends before.
fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).ok()?;
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).to_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:"))?;
    let mut body = vec![0; length.trim().parse().ok()?];
    stream.read_exact(&mut body).ok()?;
    String::from_utf8(body).ok()
}
