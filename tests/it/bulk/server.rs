//! A server that takes its time: a thread for each connection, which stays open.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

/// Longer than any request needs to come, shorter than a test may hang.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Server {
    url: String,
    shared: Arc<Shared>,
}

struct Shared {
    log: Mutex<Log>,
    asked: Condvar,
    /// A campaign is answered when so many were asked for, and not before: however slow the machine is, so many are
    /// under way then.
    wanted: Box<dyn Fn(u64) -> usize + Send + Sync>,
    script: Box<Script>,
}

/// What happened so far.
#[derive(Debug, Default, Clone)]
pub struct Log {
    /// The campaigns that were asked for.
    pub asked: Vec<u64>,
    /// The users that asked.
    pub users: Vec<String>,
    /// Requests under way now, and the most there ever were.
    pub open: usize,
    pub most: usize,
}

/// How long a campaign takes; none for one that does not exist.
type Script = dyn Fn(u64) -> Option<Duration> + Send + Sync;

impl Server {
    pub fn start(script: impl Fn(u64) -> Option<Duration> + Send + Sync + 'static) -> Self {
        Self::start_when(|_| 0, script)
    }

    pub fn start_when(
        wanted: impl Fn(u64) -> usize + Send + Sync + 'static,
        script: impl Fn(u64) -> Option<Duration> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let shared = Arc::new(Shared {
            log: Mutex::default(),
            asked: Condvar::new(),
            wanted: Box::new(wanted),
            script: Box::new(script),
        });
        let server = Self { url, shared: Arc::clone(&shared) };
        thread::spawn(move || {
            while let Ok((stream, _)) = listener.accept() {
                let shared = Arc::clone(&shared);
                thread::spawn(move || {
                    // Clients come and go as they like.
                    let _ = shared.serve(&stream);
                });
            }
        });
        server
    }

    /// Takes equally long for every campaign.
    pub fn taking(time: Duration) -> Self {
        Self::start(move |_| Some(time))
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn log(&self) -> Log {
        self.shared.log.lock().unwrap().clone()
    }
}

impl Shared {
    fn serve(&self, stream: &TcpStream) -> std::io::Result<()> {
        stream.set_nodelay(true)?;
        let mut input = BufReader::new(stream);
        loop {
            let form = read_form(&mut input)?;
            let id: u64 = form["id"].parse().unwrap();
            self.note(id, &form["u"]);
            let body = match (self.script)(id) {
                Some(time) => {
                    thread::sleep(time);
                    format!(
                        "<page><status><ivr_poll_results_string>{id}</ivr_poll_results_string></status></page>"
                    )
                }
                None => "<page><error>Campaign was not found</error></page>".to_owned(),
            };
            self.log.lock().unwrap().open -= 1;
            let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
            let mut output = stream;
            output.write_all((head + &body).as_bytes())?;
        }
    }

    /// Notes a request, and waits for the others it is to wait for.
    fn note(&self, id: u64, user: &str) {
        let mut log = self.log.lock().unwrap();
        log.asked.push(id);
        log.users.push(user.to_owned());
        log.open += 1;
        log.most = log.most.max(log.open);
        self.asked.notify_all();
        let wanted = (self.wanted)(id);
        drop(self.asked.wait_timeout_while(log, PATIENCE, |log| log.asked.len() < wanted).unwrap());
    }
}

fn read_form(input: &mut impl BufRead) -> std::io::Result<BTreeMap<String, String>> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if let Some((name, value)) = line.trim_end().split_once(": ")
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.parse().unwrap();
        }
        if line.trim_end().is_empty() {
            break;
        }
    }
    let mut form = Vec::new();
    input.take(length).read_to_end(&mut form)?;
    Ok(form_urlencoded::parse(&form).into_owned().collect())
}
