//! Nothing that is printed shows a key, a password or a hash.

use std::error::Error as StdError;
use std::time::Duration;

use mor_api::{Client, ClientBuilder, Endpoint, Hash, Method};
use mor_endpoints::autodialer::PollResults;
use mor_sim::{Answer, Fault, Simulator};

use crate::support::{deserted_url, simulator, texts};

const KEY: &str = "key-5ac1f09d";
const PASSWORD: &str = "password-77e03b";

/// A function that wants a password.
#[derive(Debug, Endpoint)]
#[mor(function = "users_get", effect = read, response = PollResults, caller = hashed(1), password = sent)]
struct UsersGet {
    #[hash(order = 2)]
    id: u64,
}

fn builder(url: String, method: Method) -> ClientBuilder {
    Client::builder(url).username("bob").api_key(KEY).password(PASSWORD).method(method)
}

#[track_caller]
fn assert_hidden(printed: &str) {
    let hash = Hash::of(["bob", "5"], KEY);
    for secret in [KEY, PASSWORD, hash.as_str(), &hash.as_str()[..10]] {
        assert!(!printed.contains(secret), "{secret} in {printed}");
    }
}

/// Everything an error says, in every form.
fn printed(error: &(impl StdError + 'static)) -> String {
    format!("{error} {error:?} {error:#?} {:?}", texts(error))
}

#[test]
fn builders_clients_and_calls() {
    let builder = builder("https://switch.example.com".to_owned(), Method::Get);
    assert_hidden(&format!("{builder:?}"));
    let client = builder.build().unwrap();
    let request = UsersGet::new(5_u64);
    let call = client.call(&request);
    let printed = format!("{client:?} {client:#?} {call:?} {:?} {:?}", call.prepare(), call.explain());
    assert_hidden(&printed);
    assert!(printed.contains(r#"key: Some(***), password: Some(***)"#), "{printed}");
    let hash = Hash::of(["bob", "5"], KEY);
    let sent = call.prepare().unwrap().form().collect::<Vec<_>>();
    assert!(sent.contains(&("hash".to_owned(), hash.as_str().to_owned())), "the right hash was looked for");
}

#[test]
fn a_builder_with_a_password_in_its_url() {
    let builder = Client::builder(format!("https://bob:{PASSWORD}@switch.example.com"));
    assert_hidden(&format!("{builder:?}"));
}

async fn error_of(url: String, method: Method, timeout: Duration) -> mor_api::Error {
    let client = builder(url, method).timeout(timeout).build().unwrap();
    client.send(&UsersGet::new(5_u64)).await.unwrap_err()
}

const LONG: Duration = Duration::from_secs(20);

async fn errors_with(timeout: Duration, prepare: impl Fn(&Simulator)) {
    for method in [Method::Post, Method::PostQuery, Method::Get] {
        let simulator = simulator();
        prepare(&simulator);
        assert_hidden(&printed(&error_of(simulator.url(), method, timeout).await));
        let sent = simulator.last_request().unwrap();
        assert_eq!(sent.raw().param("p").as_deref(), Some(PASSWORD), "the secrets were there to be shown");
        assert_eq!(sent.raw().param("hash").as_deref(), Some(Hash::of(["bob", "5"], KEY).as_str()));
    }
}

#[tokio::test]
async fn errors_of_the_connection() {
    for method in [Method::Post, Method::PostQuery, Method::Get] {
        assert_hidden(&printed(&error_of(deserted_url(), method, LONG).await));
    }
    errors_with(LONG, |simulator| simulator.on("users_get").fail(Fault::CutConnection { after: 3 }).times(1))
        .await;
    errors_with(Duration::from_millis(500), |simulator| {
        simulator.on("users_get").fail(Fault::Delay(LONG)).times(1);
    })
    .await;
}

#[tokio::test]
async fn errors_of_answers() {
    errors_with(LONG, |_| {}).await;
    let redirect = format!("/billing/callc/login?p={PASSWORD}&hash={}", Hash::of(["bob", "5"], KEY).as_str());
    errors_with(LONG, |simulator| simulator.on("users_get").respond(Answer::redirect(&redirect)).times(1))
        .await;
    errors_with(LONG, |simulator| simulator.on("users_get").fail(Fault::ServerError).times(1)).await;
}
