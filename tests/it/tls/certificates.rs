//! Certificates, good and bad.

use mor_api::{Client, ErrorKind, TlsProblem};
use rcgen::{ExtendedKeyUsagePurpose, date_time_ymd};

use crate::support::{PollError, poll, texts};
use crate::tls::server::{Authority, Identity, TlsServer, authority_as_server, self_signed};

fn builder(server: &TlsServer, host: &str) -> mor_api::ClientBuilder {
    Client::builder(server.url(host)).username("some_user").api_key("secret")
}

/// The call is refused for this reason before anything of it is sent. Returns all that is said about it.
#[track_caller]
fn assert_refused(server: &TlsServer, error: &PollError, problem: TlsProblem) -> String {
    let ErrorKind::Transport(transport) = error.kind() else { panic!("{error:?}") };
    let said = texts(error).join(": ");
    assert_eq!(transport.tls_problem(), Some(problem), "{said}");
    assert!(!error.may_have_been_sent(), "{said}");
    assert!(transport.is_permanent() && !error.is_retryable(), "{said}");
    assert_eq!(server.received(), 0, "{said}");
    let expected = format!("no secure connection, nothing was sent: {problem}; {}", problem.advice());
    assert!(said.contains(&expected), "{said}");
    said
}

/// A client that trusts the authority calls a server with this identity.
async fn refused(authority: &Authority, identity: Identity, host: &str, problem: TlsProblem) -> String {
    refused_with(authority.pem(), identity, host, problem).await
}

async fn refused_with(root: String, identity: Identity, host: &str, problem: TlsProblem) -> String {
    let server = TlsServer::start(identity);
    let client = builder(&server, host).root_certificate(root).build().unwrap();
    assert_refused(&server, &client.send(&poll()).await.unwrap_err(), problem)
}

#[tokio::test]
async fn the_authority_of_ones_own_is_trusted_when_it_is_given() {
    let authority = Authority::new("Mine");
    let server = TlsServer::start(authority.identity(&["localhost", "127.0.0.1"], |_| {}));
    for host in ["localhost", "127.0.0.1"] {
        let client = builder(&server, host).root_certificate(authority.pem()).build().unwrap();
        assert_eq!(client.send(&poll()).await.unwrap().records()[0].number, "1111", "{host}");
    }
    // Among others in one file, too.
    let bundle = format!("{}{}", Authority::new("Other").pem(), authority.pem());
    let client = builder(&server, "localhost").root_certificate(bundle).build().unwrap();
    assert_eq!(client.send(&poll()).await.unwrap().records().len(), 1);
    assert!(server.received() > 0);
}

#[tokio::test]
async fn an_authority_nobody_knows() {
    let authority = Authority::new("Mine");
    let server = TlsServer::start(authority.identity(&["localhost"], |_| {}));
    let client = builder(&server, "localhost").build().unwrap();
    let error = client.send(&poll()).await.unwrap_err();
    let said = assert_refused(&server, &error, TlsProblem::UnknownAuthority);
    assert!(said.contains("root_certificate"), "{said}");
    // Neither does another one help.
    let identity = authority.identity(&["localhost"], |_| {});
    let said =
        refused(&Authority::new("Other"), identity, "localhost", TlsProblem::NotTheGivenAuthority).await;
    assert!(!said.contains("ca_file"), "one was given: {said}");
}

#[tokio::test]
async fn a_certificate_that_has_signed_itself() {
    let (identity, _) = self_signed(&["localhost"]);
    let server = TlsServer::start(identity);
    let error = builder(&server, "localhost").build().unwrap().send(&poll()).await.unwrap_err();
    assert_refused(&server, &error, TlsProblem::UnknownAuthority);
}

/// What the advice for it says is true.
#[tokio::test]
async fn a_certificate_that_has_signed_itself_is_trusted_when_it_is_given() {
    let (identity, pem) = self_signed(&["localhost"]);
    let server = TlsServer::start(identity);
    let client = builder(&server, "localhost").root_certificate(pem).build().unwrap();
    assert_eq!(client.send(&poll()).await.unwrap().records().len(), 1);
}

/// `openssl req -x509` makes it by default. Giving it to the client does not help, so that is no advice.
#[tokio::test]
async fn an_authoritys_own_certificate_serves_no_one() {
    let (identity, pem) = authority_as_server(&["localhost"]);
    let said = refused_with(pem, identity, "localhost", TlsProblem::AuthorityAsServer).await;
    assert!(said.contains("basicConstraints=critical,CA:FALSE") && !said.contains("ca_file"), "{said}");
}

/// The server has a new certificate of the same name.
#[tokio::test]
async fn a_certificate_that_was_replaced() {
    let (_, old) = self_signed(&["localhost"]);
    let (identity, _) = self_signed(&["localhost"]);
    let said = refused_with(old, identity, "localhost", TlsProblem::NotTheGivenAuthority).await;
    assert!(said.contains("the server may have a new certificate"), "{said}");
}

#[tokio::test]
async fn a_certificate_for_another_name() {
    let authority = Authority::new("Mine");
    let identity = authority.identity(&["switch.example.com"], |_| {});
    let said = refused(&authority, identity, "localhost", TlsProblem::WrongName).await;
    assert!(said.contains("switch.example.com"), "the name it is for is told: {said}");
    let identity = authority.identity(&["localhost"], |_| {});
    refused(&authority, identity, "127.0.0.1", TlsProblem::WrongName).await;
}

#[tokio::test]
async fn a_certificate_whose_time_is_not_now() {
    let authority = Authority::new("Mine");
    let expired = authority.identity(&["localhost"], |params| {
        params.not_before = date_time_ymd(2019, 1, 1);
        params.not_after = date_time_ymd(2020, 1, 1);
    });
    let said = refused(&authority, expired, "localhost", TlsProblem::Expired).await;
    assert!(said.contains("renew"), "{said}");
    let early = authority.identity(&["localhost"], |params| params.not_before = date_time_ymd(4000, 1, 1));
    let said = refused(&authority, early, "localhost", TlsProblem::NotYetValid).await;
    assert!(said.contains("clock"), "{said}");
}

#[tokio::test]
async fn a_certificate_that_is_not_for_servers() {
    let authority = Authority::new("Mine");
    let identity = authority.identity(&["localhost"], |params| {
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
    });
    refused(&authority, identity, "localhost", TlsProblem::BadCertificate).await;
}

#[test]
fn the_blocking_client_says_the_same() {
    let authority = Authority::new("Mine");
    let server = TlsServer::start(authority.identity(&["localhost"], |_| {}));
    let refused = builder(&server, "localhost").build_blocking().unwrap().send(&poll()).unwrap_err();
    assert_refused(&server, &refused, TlsProblem::UnknownAuthority);
    let trusting = builder(&server, "localhost").root_certificate(authority.pem()).build_blocking().unwrap();
    assert_eq!(trusting.send(&poll()).unwrap().records().len(), 1);
}
