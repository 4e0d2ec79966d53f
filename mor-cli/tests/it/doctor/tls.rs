//! Certificates, and http and https on each other's ports.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use assert_cmd::Command;
use mor_sim::Simulator;
use rcgen::{BasicConstraints, CertificateParams, IsCa, KeyPair};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use tempfile::TempDir;

use crate::doctor::server::{serve, status};
use crate::doctor::{assert_lines, doctor};
use crate::support::{file, run};

/// A server with a self-signed certificate for localhost, as `openssl req -x509` makes it by default or for servers.
/// Returns its port and the certificate.
fn tls_server(is_authority: bool) -> (u16, String) {
    let mut params = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
    if is_authority {
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    }
    let key = KeyPair::generate().unwrap();
    let certificate = params.self_signed(&key).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let private = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], private)
        .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let config = Arc::clone(&config);
            thread::spawn(move || answer(stream, config));
        }
    });
    (port, certificate.pem())
}

/// Serves a web server's own page to everything.
fn answer(stream: TcpStream, config: Arc<ServerConfig>) -> std::io::Result<()> {
    let mut stream = StreamOwned::new(ServerConnection::new(config).unwrap(), stream);
    let _ = stream.read(&mut [0; 4096])?;
    stream.write_all(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")?;
    stream.flush()
}

/// The command with a profile that trusts this certificate.
fn trusting(port: u16, directory: &TempDir, pem: &str) -> Command {
    let pem = file(directory, "ca.pem", pem, 0o600);
    let profile = format!("[profiles.default]\nca_file = \"{}\"\n", pem.display());
    let config = file(directory, "config.toml", profile, 0o600);
    let mut command = doctor(&format!("https://localhost:{port}"));
    command.arg("--config").arg(config);
    command
}

#[test]
fn an_authoritys_certificate_is_named_and_ca_file_not_asked_for_twice() {
    let directory = TempDir::new().unwrap();
    let (port, pem) = tls_server(true);
    let words = ["CA:TRUE", "basicConstraints=critical,CA:FALSE", "nothing was sent"];
    let mut command = trusting(port, &directory, &pem);
    assert_lines("as ca_file", &mut command, "ok, TLS failed", 7, &words);
    let untrusted = &mut doctor(&format!("https://localhost:{port}"));
    assert_lines("without ca_file", untrusted, "ok, TLS failed", 7, &words);
    let called = run(&mut trusting(port, &directory, &pem), &["call", "system_version_get"]).fails(7, &words);
    // The path of the file is not shown, and no advice is to set it.
    assert!(!called.err.contains("ca_file"), "{}", called.err);
}

#[test]
fn a_self_signed_certificate_is_trusted_when_it_is_given() {
    let directory = TempDir::new().unwrap();
    let (port, pem) = tls_server(false);
    let reached = "ok, network ok, URL failed";
    assert_lines(
        "given",
        &mut trusting(port, &directory, &pem),
        reached,
        9,
        &["the certificate is valid", "404"],
    );
    let untrusted = &mut doctor(&format!("https://localhost:{port}"));
    assert_lines(
        "not given",
        untrusted,
        "ok, TLS failed",
        7,
        &["not signed by a trusted authority", "ca_file"],
    );
    let (_, other) = tls_server(false);
    let mut command = trusting(port, &directory, &other);
    assert_lines("another given", &mut command, "ok, TLS failed", 7, &["was given did not sign it"]);
    let called = run(&mut trusting(port, &directory, &other), &["call", "system_version_get"]).fails(7, &[]);
    assert!(!called.err.contains("ca_file"), "{}", called.err);
}

#[test]
fn https_on_the_port_of_http() {
    let simulator = Simulator::start().unwrap();
    let words = ["does not speak TLS", "http://", "only for this machine"];
    let url = simulator.url().replace("http:", "https:");
    assert_lines("https", &mut doctor(&url), "ok, TLS failed", 7, &words);
    assert!(simulator.requests().is_empty());
}

#[test]
fn http_on_the_port_of_https() {
    let (port, _) = tls_server(false);
    let url = format!("http://localhost:{port}");
    let advice = format!("write url = \"https://localhost:{port}\"");
    assert_lines("ends", &mut doctor(&url), "ok, network failed", 7, &["the port expects TLS", &advice]);
    run(&mut doctor(&url), &["call", "system_version_get"]).fails(7, &["https://"]);
    let page = "<html><title>400 The plain HTTP request was sent to HTTPS port</title></html>";
    let (url, _) = serve(move |_| status("400 Bad Request", page));
    let advice = format!("write url = \"{}\"", url.replace("http:", "https:"));
    assert_lines("says so", &mut doctor(&url), "ok, TLS failed", 7, &["the port expects TLS", &advice]);
    run(&mut doctor(&url), &["call", "system_version_get"]).fails(9, &["https://"]);
}
