//! Servers that speak no TLS, or none that is good enough; and that verification cannot be turned off.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use mor_api::{Client, ErrorKind, TlsProblem};
use mor_sim::Simulator;

use crate::support::{poll, texts};
use crate::tls::server::{TlsServer, self_signed};

/// What a client makes of a server that answers a handshake with these bytes.
async fn problem_with(answer: &'static [u8]) -> (Option<TlsProblem>, String) {
    let server = TlsServer::serve(move |mut stream, _| {
        let _ = stream.read(&mut [0; 4096])?;
        stream.write_all(answer)
    });
    problem_at(&server.url("localhost")).await
}

async fn problem_at(url: &str) -> (Option<TlsProblem>, String) {
    let client = Client::builder(url).username("some_user").api_key("secret").build().unwrap();
    let error = client.send(&poll()).await.unwrap_err();
    let said = texts(&error).join(": ");
    assert!(!error.may_have_been_sent(), "{said}");
    let ErrorKind::Transport(transport) = error.kind() else { panic!("{said}") };
    (transport.tls_problem(), said)
}

#[tokio::test]
async fn plain_http_on_the_port_of_https() {
    let simulator = Simulator::start().unwrap();
    let (problem, said) = problem_at(&simulator.url().replace("http://", "https://")).await;
    assert_eq!(problem, Some(TlsProblem::NotTls), "{said}");
    assert!(said.contains("check the port") && said.contains("http:// is accepted"), "{said}");
    assert_eq!(simulator.requests().len(), 0);
}

/// A TLS server takes the request for a broken handshake and ends the connection, with an alert or without.
#[tokio::test]
async fn plain_http_on_the_port_of_tls() {
    let (identity, _) = self_signed(&["localhost"]);
    let alerts = TlsServer::start(identity);
    let closes = TlsServer::serve(|mut stream, _| stream.read(&mut [0; 4096]).map(drop));
    for server in [alerts, closes] {
        let url = server.url("localhost").replace("https://", "http://");
        let client = Client::builder(url).username("some_user").api_key("secret").build().unwrap();
        let error = client.send(&poll()).await.unwrap_err();
        let ErrorKind::Transport(transport) = error.kind() else { panic!("{error:?}") };
        assert!(transport.may_need_tls() && transport.may_have_been_sent(), "{error}");
        assert!(error.to_string().contains("if the port expects TLS, write https://"), "{error}");
    }
}

#[tokio::test]
async fn something_that_greets_like_a_mail_server() {
    let (problem, said) = problem_with(b"220 mail.example.com ESMTP\r\n").await;
    assert_eq!(problem, Some(TlsProblem::NotTls), "{said}");
}

/// Alerts of a server that is too old: `protocol_version` and `handshake_failure` (RFC 8446, section 6).
#[tokio::test]
async fn a_server_that_knows_only_old_versions() {
    for alert in [[21, 3, 1, 0, 2, 2, 70], [21, 3, 1, 0, 2, 2, 40]] {
        let (problem, said) = problem_with(Box::leak(Box::new(alert))).await;
        assert_eq!(problem, Some(TlsProblem::NoCommonVersion), "{said}");
        assert!(said.contains("TLS 1.2 or 1.3"), "{said}");
    }
}

/// Certificates are always verified: no source of the crates calls what turns that off, and no public name promises it.
#[test]
fn nothing_turns_verification_off() {
    let words = ["danger_accept", "danger_", "dangerous()", "verify_none", "set_verify", "accept_invalid"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut read = 0;
    for source in ["mor-api/src", "mor-cli/src", "mor-export/src", "endpoints/src"]
        .iter()
        .flat_map(|dir| sources(&root.join(dir)))
    {
        let text = std::fs::read_to_string(&source).unwrap().to_lowercase();
        for word in words {
            assert!(!text.contains(word), "{word} in {}", source.display());
        }
        read += 1;
    }
    assert!(read > 200, "{read} files were read");
}

fn sources(directory: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}
