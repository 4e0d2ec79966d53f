//! An HTTP client of a few lines, and the caller's side of the hash.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::{Duration, Instant},
};

use mor_sim::{LedgerEntry, Simulator, Verdict};
use sha1::{Digest as _, Sha1};

pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The status line and all headers but `Date`: two answers may have been made in different seconds.
    pub(crate) fn undated_head(&self) -> Vec<&str> {
        self.head.lines().filter(|line| !line.starts_with("date: ")).collect()
    }
}

pub(crate) fn sha1(text: &str) -> String {
    hex::encode(Sha1::digest(text))
}

/// Sends the head and body as they are, and reads until the server closes.
pub(crate) fn raw(sim: &Simulator, request: &[u8]) -> Reply {
    let mut stream = TcpStream::connect(("127.0.0.1", sim.port())).unwrap();
    stream.write_all(request).unwrap();
    let mut answer = Vec::new();
    // A cut connection is an error here only if nothing at all came.
    let read = stream.read_to_end(&mut answer);
    let split = answer.windows(4).position(|window| window == b"\r\n\r\n");
    let split = split.unwrap_or_else(|| panic!("no head: {read:?}"));
    let head = String::from_utf8(answer[..split].to_vec()).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Reply { status, head, body: answer[split + 4..].to_vec() }
}

pub(crate) fn send(sim: &Simulator, method: &str, path: &str, content_type: &str, body: &[u8]) -> Reply {
    let mut request = format!(
        "{method} {path} HTTP/1.1\r\nHost: mor\r\nConnection: close\r\nContent-Type: {content_type}\r\n\
         Content-Length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    request.extend(body);
    raw(sim, &request)
}

pub(crate) fn post(sim: &Simulator, function: &str, form: &str) -> Reply {
    let path = format!("/billing/api/{function}");
    send(sim, "POST", &path, "application/x-www-form-urlencoded", form.as_bytes())
}

/// Adds the hash of a text that is made of the hashed values and the key.
pub(crate) fn signed(form: &str, hashed: &str) -> String {
    format!("{form}&hash={}", sha1(hashed))
}

pub(crate) fn get(sim: &Simulator, path: &str) -> Reply {
    raw(sim, format!("GET {path} HTTP/1.1\r\nHost: mor\r\nConnection: close\r\n\r\n").as_bytes())
}

pub(crate) fn last_verdict(sim: &Simulator) -> Verdict {
    sim.last_request().unwrap().verdict
}

/// The ledger, once the server has noted of every answer what became of it: a client may see that first.
pub(crate) fn settled(sim: &Simulator) -> Vec<LedgerEntry> {
    let start = Instant::now();
    loop {
        let ledger = sim.ledger();
        if ledger.iter().all(|entry| entry.reply != mor_sim::Reply::Pending) {
            return ledger;
        }
        assert!(start.elapsed() < Duration::from_secs(5), "{ledger:?}");
        std::thread::sleep(Duration::from_millis(1));
    }
}
