//! Plain http is for this machine; whatever only looks like it is another one.

use mor_api::{Client, Server};
use mor_sim::Simulator;
use proptest::prelude::*;
use url::{Host, Url};

use crate::support::poll;

/// Whether the URL that the HTTP library makes of it leads to this machine.
fn leads_home(url: &str) -> bool {
    match Url::parse(url).expect("a base URL that was taken is a URL").host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

#[test]
fn names_and_addresses_of_this_machine() {
    for host in
        ["localhost", "LOCALHOST", "127.0.0.1", "127.0.0.1:3000", "127.255.255.254", "[::1]", "[::1]:3000"]
    {
        let base = format!("http://{host}");
        let server = Server::new(&base).unwrap_or_else(|error| panic!("{base}: {error}"));
        assert!(leads_home(server.api_url()), "{base}");
    }
}

#[test]
fn what_only_looks_like_it() {
    for host in [
        "127.0.0.1.example.com",
        "127.0.0.1.nip.io",
        "localhost.evil.com",
        "evil.com/localhost",
        "evil.com:80/127.0.0.1",
        "localhost-evil.com",
        "mylocalhost",
        "localhost.",
        "localhost.localdomain",
        "127.0.0.1.",
        "127.1",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "0.0.0.0",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[fe80::1]",
        "126.255.255.255",
        "128.0.0.1",
        "10.0.0.1",
        "169.254.169.254",
        "lοcalhost",
        "evil.com#127.0.0.1",
        "evil.com\\.localhost",
        "127.0.0.1\\.evil.com",
        "localhost%2eevil.com",
        "localhost\t.evil.com",
        "[::1].evil.com",
        "[::1]evil.com",
    ] {
        let base = format!("http://{host}");
        assert!(Server::new(&base).is_err(), "{base}");
    }
}

/// A name before an `@` is no host; the error repeats nothing of it.
#[test]
fn credentials_are_refused_and_not_repeated() {
    for base in [
        "http://localhost@evil.com",
        "http://localhost:80@evil.com",
        "https://sesame:sesame@switch.example.com",
        "https://sesame@switch.example.com",
        "https://:sesame@switch.example.com",
        "https://switch.example.com?key=sesame",
        "https://sesame:p@ss@switch.example.com",
        "https://sesame:s#s@switch.example.com/sesame",
        "https://sesame#s@switch.example.com",
        "https://sesame:sesame",
    ] {
        for error in [
            Server::new(base).unwrap_err(),
            Server::allowing_http(base).unwrap_err(),
            Client::builder(base).username("bob").build().unwrap_err(),
        ] {
            let said = format!("{error} {error:?}");
            assert!(!said.contains("sesame") && !said.contains("evil"), "{said}");
            assert!(said.starts_with("base URL: "), "{said}");
        }
        assert!(!format!("{:?}", Client::builder(base)).contains("sesame"));
    }
}

proptest! {
    /// The check and the HTTP library read URLs with different parsers: what the one lets through as this machine must
    /// be this machine for the other.
    #[test]
    fn the_check_and_the_library_agree(
        host in r#"(localhost|127\.0\.0\.1|\[::1\]|evil\.com|[.@:/\\#?%0-9a-z\[\]-]{0,6}){1,4}"#,
    ) {
        if let Ok(server) = Server::new(&format!("http://{host}")) {
            let url = server.url_of("users_get").unwrap();
            prop_assert!(leads_home(&url), "{url}");
        }
    }
}

#[tokio::test]
async fn calls_to_this_machine_arrive() {
    let simulator = Simulator::start().unwrap();
    for url in [simulator.url(), simulator.url().replace("127.0.0.1", "localhost")] {
        let client = Client::builder(url).username("some_user").api_key("secret").build().unwrap();
        assert_eq!(client.send(&poll()).await.unwrap().records().len(), 2);
    }
    assert_eq!(simulator.requests().len(), 2);
}
