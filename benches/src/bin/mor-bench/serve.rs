//! The least server that an HTTP client can talk to: one answer to everything, on connections that stay open. It runs
//! in a process of its own, on the core of what is measured.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use mor_bench::Result;
use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

/// Keeps this process, and all it starts from now on, on one core.
pub(crate) fn pin() -> Result<()> {
    let allowed = sched_getaffinity(None)?;
    let mut usable = (0..CpuSet::MAX_CPU).filter(|core| allowed.is_set(*core));
    let mut one = CpuSet::new();
    one.set(usable.next().ok_or("no core may be used")?);
    Ok(sched_setaffinity(None, &one)?)
}

/// A server in another process; it ends with this value.
pub(crate) struct Server {
    child: Child,
    /// Its base URL.
    pub(crate) url: String,
}

impl Server {
    /// Starts a server that answers with `xml` after `delay`.
    pub(crate) fn start(xml: &str, delay: Duration) -> Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["serve", &delay.as_millis().to_string()]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn()?;
        child.stdin.take().ok_or("no input")?.write_all(xml.as_bytes())?;
        let mut address = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut address)?;
        Ok(Self { child, url: format!("http://{}", address.trim()) })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It is of no use any more, whether it still runs or not.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The server's process: the answer comes from the standard input, the address goes to the standard output.
pub(crate) fn serve(delay_ms: u64) -> Result<()> {
    pin()?;
    let mut xml = String::new();
    std::io::stdin().read_to_string(&mut xml)?;
    let head = format!("HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\ncontent-length: {}\r\n\r\n", xml.len());
    let answer = head + &xml;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?);
    for connection in listener.incoming() {
        let (connection, answer) = (connection?, answer.clone());
        // A connection that breaks concerns nobody but its client.
        thread::spawn(move || converse(&connection, &answer, Duration::from_millis(delay_ms)));
    }
    Ok(())
}

fn converse(connection: &TcpStream, answer: &str, delay: Duration) -> std::io::Result<()> {
    connection.set_nodelay(true)?;
    let mut input = BufReader::new(connection);
    let mut line = String::new();
    let mut body = Vec::new();
    loop {
        let mut length = 0;
        loop {
            line.clear();
            if input.read_line(&mut line)? == 0 {
                return Ok(());
            }
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        body.resize(length, 0);
        input.read_exact(&mut body)?;
        thread::sleep(delay);
        (&mut &*connection).write_all(answer.as_bytes())?;
    }
}
