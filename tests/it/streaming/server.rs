//! A server that sends piece by piece and says how far it came.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};

use mor_api::Client;

/// Sends the header of an answer whose end is the end of the connection, then what the script sends.
pub struct Server {
    url: String,
    sent: Arc<AtomicUsize>,
    thread: JoinHandle<std::io::Result<()>>,
}

/// Sends pieces and counts their bytes.
pub struct Sender {
    stream: TcpStream,
    sent: Arc<AtomicUsize>,
}

impl Sender {
    pub fn send(&mut self, text: &str) -> std::io::Result<()> {
        self.stream.write_all(text.as_bytes())?;
        self.sent.fetch_add(text.len(), Ordering::SeqCst);
        Ok(())
    }

    /// Waits until the client closes the connection.
    pub fn wait_for_close(&mut self) {
        let _ = self.stream.read(&mut [0; 1]);
    }
}

impl Server {
    /// Serves one request.
    pub fn once(script: impl FnOnce(&mut Sender) -> std::io::Result<()> + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let sent = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&sent);
        let thread = thread::spawn(move || {
            let (mut stream, _) = listener.accept()?;
            let mut request = Vec::new();
            // The form is the request's last line and ends in the hash or a parameter; one read brings it.
            while !request.windows(4).any(|end| end == b"\r\n\r\n") {
                let mut piece = [0; 4096];
                let count = stream.read(&mut piece)?;
                request.extend_from_slice(&piece[..count]);
            }
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n")?;
            script(&mut Sender { stream, sent: counter })
        });
        Self { url, sent, thread }
    }

    pub fn client(&self) -> mor_api::ClientBuilder {
        Client::builder(&self.url).username("admin").api_key("secret").retries(mor_api::RetryPolicy::none())
    }

    pub fn sent(&self) -> usize {
        self.sent.load(Ordering::SeqCst)
    }

    /// How the script ended.
    pub fn join(self) -> std::io::Result<()> {
        self.thread.join().unwrap()
    }
}
