//! Where on the wire secrets are: in the body, and in the URL only when a method was chosen that puts them there.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::thread::{self, JoinHandle};

use mor_api::{Method, Upload};
use mor_endpoints::autodialer::PollResults;

use crate::listener;
use crate::planted::*;

/// A request as it came.
struct Recorded {
    line: String,
    headers: String,
    body: String,
}

/// A server that writes down one request and answers nothing of use.
fn recorder() -> (String, JoinHandle<Recorded>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let thread = thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let mut headers = String::new();
        let mut length = 0;
        loop {
            let mut header = String::new();
            reader.read_line(&mut header).unwrap();
            if header.trim().is_empty() {
                break;
            }
            if let Some(value) = header.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            headers.push_str(&header);
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        let answer = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        reader.get_mut().write_all(answer.as_bytes()).unwrap();
        Recorded { line, headers, body: String::from_utf8(body).unwrap() }
    });
    (url, thread)
}

async fn sent<E: mor_api::Endpoint + Sync>(endpoint: &E, method: Method) -> Recorded {
    listener::listen();
    let (url, thread) = recorder();
    let client = builder(url, method).build().unwrap();
    let error = client.send(endpoint).await.err().expect("an empty answer is none");
    assert!(error.to_string().contains("the answer is empty"), "{error}");
    thread.join().unwrap()
}

/// Whether all the secrets that are sent stand there; the key is never sent.
fn holds_all(text: &str) -> bool {
    let encoded: String = form_urlencoded::byte_serialize(DEVICE_SECRET.as_bytes()).collect();
    [PASSWORD, &encoded, PIN, hash().as_str()].iter().all(|secret| text.contains(secret))
        && !text.contains(KEY)
}

#[tokio::test]
async fn by_default_they_are_in_the_body_alone() {
    let Recorded { line, headers, body } = sent(&request(), Method::default()).await;
    assert_eq!(line, "POST /billing/api/device_update HTTP/1.1\r\n");
    assert_hidden(&headers);
    assert!(
        headers.to_ascii_lowercase().contains("content-type: application/x-www-form-urlencoded"),
        "{headers}"
    );
    assert!(holds_all(&body), "{body}");
}

/// As the documentation of `Method` says.
#[tokio::test]
async fn the_other_methods_put_them_into_the_url() {
    for (method, verb) in [(Method::PostQuery, "POST"), (Method::Get, "GET")] {
        let Recorded { line, headers, body } = sent(&request(), method).await;
        assert!(line.starts_with(&format!("{verb} /billing/api/device_update?u=bob&p=")), "{line}");
        assert!(holds_all(&line), "{line}");
        assert_hidden(&headers);
        assert_eq!(body, "");
    }
}

/// An upload with the caller's password.
#[derive(Debug, mor_api::Endpoint)]
#[mor(function = "device_update", effect = write, response = PollResults, caller = hashed(1), password = sent)]
struct UploadWithPassword {
    #[hash(order = 2)]
    device: u64,
    #[hash(order = 3)]
    password: mor_api::Secret,
    #[nohash]
    pin: mor_api::Secret,
    #[nohash]
    file: Upload,
}

#[tokio::test]
async fn an_upload_never_puts_them_into_the_url() {
    for method in [Method::Post, Method::PostQuery] {
        let request = UploadWithPassword::new(5_u64, DEVICE_SECRET, PIN, Upload::from_bytes("a.csv", "1"));
        let Recorded { line, headers, body } = sent(&request, method).await;
        assert_eq!(line, "POST /billing/api/device_update HTTP/1.1\r\n");
        assert_hidden(&headers);
        for secret in [PASSWORD, DEVICE_SECRET, PIN, hash().as_str()] {
            assert!(body.contains(secret), "{body}");
        }
    }
}
