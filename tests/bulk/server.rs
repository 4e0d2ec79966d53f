//! A server that takes its time: a thread for each connection, which stays open.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

pub struct Server {
    url: String,
    log: Arc<Mutex<Log>>,
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
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let log = Arc::new(Mutex::new(Log::default()));
        let (shared, script) = (Arc::clone(&log), Arc::new(script));
        thread::spawn(move || {
            while let Ok((stream, _)) = listener.accept() {
                let (log, script) = (Arc::clone(&shared), Arc::clone(&script));
                thread::spawn(move || {
                    // Clients come and go as they like.
                    let _ = serve(&stream, &log, &*script);
                });
            }
        });
        Self { url, log }
    }

    /// Takes equally long for every campaign.
    pub fn taking(time: Duration) -> Self {
        Self::start(move |_| Some(time))
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn log(&self) -> Log {
        self.log.lock().unwrap().clone()
    }
}

fn serve(stream: &TcpStream, log: &Mutex<Log>, script: &Script) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut input = BufReader::new(stream);
    loop {
        let form = read_form(&mut input)?;
        let id: u64 = form["id"].parse().unwrap();
        {
            let mut log = log.lock().unwrap();
            log.asked.push(id);
            log.users.push(form["u"].clone());
            log.open += 1;
            log.most = log.most.max(log.open);
        }
        let body = match script(id) {
            Some(time) => {
                thread::sleep(time);
                format!(
                    "<page><status><ivr_poll_results_string>{id}</ivr_poll_results_string></status></page>"
                )
            }
            None => "<page><error>Campaign was not found</error></page>".to_owned(),
        };
        log.lock().unwrap().open -= 1;
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
        let mut output = stream;
        output.write_all((head + &body).as_bytes())?;
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
