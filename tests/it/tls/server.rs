//! A TLS server that answers every request with the same, and counts the bytes of requests that reached it.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use rcgen::{BasicConstraints, Certificate, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// What a server has to show.
pub struct Identity {
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
}

/// An authority of the test's own.
pub struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub fn new(name: &str) -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(rcgen::DnType::CommonName, name);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    /// Its certificate as a file has it.
    pub fn pem(&self) -> String {
        self.0.pem()
    }

    /// A certificate for these hosts, with what `change` changes about it.
    pub fn identity(&self, hosts: &[&str], change: impl FnOnce(&mut CertificateParams)) -> Identity {
        let (params, key) = leaf(hosts, change);
        let certificate = params.signed_by(&key, &self.0).unwrap();
        identity(&certificate, &key)
    }
}

/// An authority's own certificate for these hosts, and as a file has it.
pub fn authority_as_server(hosts: &[&str]) -> (Identity, String) {
    let (params, key) = leaf(hosts, |params| params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained));
    let certificate = params.self_signed(&key).unwrap();
    (identity(&certificate, &key), certificate.pem())
}

/// A certificate that nobody but itself has signed, and as a file has it.
pub fn self_signed(hosts: &[&str]) -> (Identity, String) {
    let (params, key) = leaf(hosts, |_| {});
    let certificate = params.self_signed(&key).unwrap();
    (identity(&certificate, &key), certificate.pem())
}

fn leaf(hosts: &[&str], change: impl FnOnce(&mut CertificateParams)) -> (CertificateParams, KeyPair) {
    let mut params =
        CertificateParams::new(hosts.iter().map(|host| (*host).to_owned()).collect::<Vec<_>>()).unwrap();
    change(&mut params);
    (params, KeyPair::generate().unwrap())
}

fn identity(certificate: &Certificate, key: &KeyPair) -> Identity {
    Identity {
        chain: vec![certificate.der().clone()],
        key: PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der())),
    }
}

/// A server that runs until the test ends.
pub struct TlsServer {
    address: SocketAddr,
    received: Arc<AtomicUsize>,
}

impl TlsServer {
    pub fn start(identity: Identity) -> Self {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(identity.chain, identity.key)
            .unwrap();
        let config = Arc::new(config);
        Self::serve(move |stream, received| {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            answer(StreamOwned::new(connection, stream), received)
        })
    }

    /// Serves connections, each on a thread of its own.
    pub fn serve(
        handle: impl Fn(TcpStream, &AtomicUsize) -> std::io::Result<()> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let received = Arc::new(AtomicUsize::new(0));
        let (counter, handle) = (Arc::clone(&received), Arc::new(handle));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (counter, handle) = (Arc::clone(&counter), Arc::clone(&handle));
                // A client that hangs up is what most of these tests are about.
                thread::spawn(move || drop(handle(stream, &counter)));
            }
        });
        Self { address, received }
    }

    pub fn url(&self, host: &str) -> String {
        format!("https://{host}:{}", self.address.port())
    }

    /// How many bytes of requests arrived.
    pub fn received(&self) -> usize {
        self.received.load(Ordering::SeqCst)
    }
}

fn answer(mut stream: impl Read + Write, received: &AtomicUsize) -> std::io::Result<()> {
    let mut request = Vec::new();
    // The form is short: it comes with the header or right behind it, and ends in the hash.
    while !request.windows(5).any(|text| text == b"hash=") {
        let mut piece = [0; 4096];
        let count = stream.read(&mut piece)?;
        if count == 0 {
            return Ok(());
        }
        received.fetch_add(count, Ordering::SeqCst);
        request.extend_from_slice(&piece[..count]);
    }
    let body = "<page><status><ivr_poll_results_string>1111</ivr_poll_results_string></status></page>";
    write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())?;
    stream.flush()
}
