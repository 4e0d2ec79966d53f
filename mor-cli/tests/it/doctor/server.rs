//! A web server that answers as a function of the request says.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use mor_api::Hash;

/// A request, as far as a server looks at it.
#[derive(Debug)]
pub struct Asked {
    pub is_get: bool,
    pub function: String,
    /// Whether the hash is the one of the key `secret`.
    pub is_signed: bool,
}

impl Asked {
    pub fn is_version(&self) -> bool {
        self.function == "system_version_get"
    }
}

/// A status line, headers and a body.
pub struct Reply(pub &'static str, pub String, pub String);

pub fn ok(body: &str) -> Reply {
    Reply("200 OK", "date: Sun, 06 Nov 1994 08:49:37 GMT\r\n".to_owned(), body.to_owned())
}

pub fn status(status: &'static str, body: &str) -> Reply {
    Reply(status, String::new(), body.to_owned())
}

pub fn redirect(to: &str) -> Reply {
    Reply("302 Found", format!("location: {to}\r\n"), String::new())
}

/// Serves until the test ends. Returns the URL, and the names of the functions that were asked.
pub fn serve(answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(Mutex::new(Vec::new()));
    let (functions, answer) = (Arc::clone(&asked), Arc::new(answer));
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (functions, answer) = (Arc::clone(&functions), Arc::clone(&answer));
            thread::spawn(move || respond(stream, &functions, &*answer));
        }
    });
    (url, asked)
}

fn respond(
    mut stream: TcpStream,
    functions: &Mutex<Vec<String>>,
    answer: &(dyn Fn(&Asked) -> Reply + Send + Sync),
) -> std::io::Result<()> {
    let asked = read(&stream)?;
    functions.lock().unwrap().push(asked.function.clone());
    let Reply(status, headers, body) = answer(&asked);
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n{body}"
    )
}

fn read(stream: &TcpStream) -> std::io::Result<Asked> {
    let mut reader = BufReader::new(stream);
    let (mut first, mut length) = (String::new(), 0);
    reader.read_line(&mut first)?;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? <= 2 {
            break;
        }
        if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let target = first.split(' ').nth(1).unwrap();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let form = if query.is_empty() { String::from_utf8(body).unwrap() } else { query.to_owned() };
    let params: HashMap<&str, &str> = form.split('&').filter_map(|pair| pair.split_once('=')).collect();
    let hashed = params.get("username").copied();
    let right = Hash::of(hashed, "secret");
    Ok(Asked {
        is_get: first.starts_with("GET "),
        function: path.rsplit('/').next().unwrap().to_owned(),
        is_signed: params.get("hash").copied() == Some(right.as_str()),
    })
}
