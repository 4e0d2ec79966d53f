//! The proxy variables of the environment: they are obeyed, except for this machine, and their passwords are shown
//! nowhere.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use crate::support::{Run, bare, run};
use mor_sim::Simulator;

const PASSWORD: &str = "planted-proxy-password";

/// A proxy that refuses whoever comes, and tells the request line and headers.
fn proxy() -> (u16, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (send, receive) = channel();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let _ = send.send(refuse(stream).unwrap_or_default());
        }
    });
    (port, receive)
}

fn refuse(mut stream: TcpStream) -> std::io::Result<String> {
    let mut head = String::new();
    let mut reader = BufReader::new(stream.try_clone()?);
    while reader.read_line(&mut head)? > 2 {}
    stream.write_all(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")?;
    Ok(head)
}

/// What came to the proxy, if anything did.
fn seen(receive: &Receiver<String>) -> Option<String> {
    receive.recv_timeout(Duration::from_millis(500)).ok()
}

fn mor(url: &str, variables: &[(&str, &str)]) -> Run {
    let mut command = bare();
    for name in [
        "HTTP_PROXY",
        "http_proxy",
        "HTTPS_PROXY",
        "https_proxy",
        "ALL_PROXY",
        "all_proxy",
        "NO_PROXY",
        "no_proxy",
    ] {
        command.env_remove(name);
    }
    command.env("MOR_URL", url).env("MOR_USERNAME", "admin").env("MOR_API_KEY", "secret");
    command.envs(variables.iter().copied());
    let run = run(&mut command, &["call", "system_version_get", "--timeout", "5"]);
    for written in [&run.out, &run.err] {
        assert!(!written.contains(PASSWORD), "{written}");
    }
    run
}

#[test]
fn https_goes_through_the_proxy_which_learns_the_host_alone() {
    let (port, receive) = proxy();
    let proxy = format!("http://bob:{PASSWORD}@127.0.0.1:{port}");
    for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"] {
        mor("https://switch.example.com", &[(name, &proxy)]).fails(7, &["nothing was sent"]);
        let head = seen(&receive).expect("the proxy was asked");
        assert!(head.starts_with("CONNECT switch.example.com:443 HTTP/1.1\r\n"), "{head}");
        assert!(head.to_lowercase().contains("proxy-authorization: basic "), "{head}");
        assert!(!head.contains("hash") && !head.contains("admin"), "{head}");
    }
}

#[test]
fn no_proxy_is_obeyed() {
    let (port, receive) = proxy();
    let proxy = format!("http://127.0.0.1:{port}");
    // A name that never resolves (RFC 6761): without the proxy, nobody is reached.
    mor("https://switch.invalid", &[("HTTPS_PROXY", &proxy), ("NO_PROXY", "switch.invalid")]).fails(7, &[]);
    assert_eq!(seen(&receive), None);
    mor("https://switch.invalid", &[("HTTPS_PROXY", &proxy), ("NO_PROXY", "other.invalid")]).fails(7, &[]);
    assert!(seen(&receive).is_some());
}

/// Plain http is taken for this machine because it does not leave it. Through a proxy it would.
#[test]
fn requests_to_this_machine_go_through_no_proxy() {
    let (port, receive) = proxy();
    let proxy = format!("http://127.0.0.1:{port}");
    let simulator = Simulator::start().unwrap();
    let variables = [("HTTP_PROXY", proxy.as_str()), ("http_proxy", &proxy), ("ALL_PROXY", &proxy)];
    for url in [simulator.url(), simulator.url().replace("127.0.0.1", "localhost")] {
        mor(&url, &variables).ok();
    }
    assert_eq!(simulator.requests().len(), 2);
    assert_eq!(seen(&receive), None);
}

#[test]
fn a_proxy_that_is_not_there_or_is_none() {
    // The port of a connection that stays open: nobody else gets it, and nobody answers there.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let connection = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
    let deserted = connection.local_addr().unwrap();
    for proxy in [
        format!("http://bob:{PASSWORD}@{deserted}"),
        format!("http://bob:{PASSWORD}@proxy.invalid:3128"),
        format!("ftp://bob:{PASSWORD}@{deserted}"),
        format!("http://bob:{PASSWORD}@[not a host"),
    ] {
        mor("https://switch.invalid", &[("HTTPS_PROXY", &proxy)]).fails(7, &["nothing was sent"]);
    }
}
