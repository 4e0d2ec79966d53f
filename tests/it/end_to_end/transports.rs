//! Other ways to send a request: a transport of one's own, and no transport at all.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use mor_api::{
    CallOptions, Client, Credentials, Effect, ErrorKind, HttpTransport, Method, PreparedRequest, Server,
    Transport, TransportError, decode_answer,
};
use mor_endpoints::autodialer::{AutodialerGetCampaignIvrPollResults, PollFault};
use mor_sim::{Fault, Simulator};

use crate::support::{POLL, PollError, poll, simulator};

type Poll = AutodialerGetCampaignIvrPollResults;

/// Keeps every request and lets another transport send it.
struct Recording<T> {
    inner: T,
    requests: Arc<Mutex<Vec<PreparedRequest>>>,
}

impl<T: Transport> Transport for Recording<T> {
    async fn send(&self, request: PreparedRequest) -> Result<http::Response<Vec<u8>>, TransportError> {
        self.requests.lock().unwrap().push(request.clone());
        self.inner.send(request).await
    }
}

/// Answers without a server.
struct Canned(Result<&'static [u8], fn() -> TransportError>);

impl Transport for Canned {
    async fn send(&self, _: PreparedRequest) -> Result<http::Response<Vec<u8>>, TransportError> {
        self.0.map(|body| http::Response::new(body.to_vec())).map_err(|error| error())
    }
}

#[tokio::test]
async fn a_transport_is_given_the_request_and_the_calls_limits() {
    let simulator = simulator();
    let requests = Arc::new(Mutex::new(Vec::new()));
    let transport = Recording { inner: HttpTransport::new().unwrap(), requests: Arc::clone(&requests) };
    let client = Client::builder(simulator.url())
        .username("some_user")
        .api_key("secret")
        .timeout(Duration::from_secs(7))
        .max_body(1000)
        .build_with(transport)
        .unwrap();
    assert_eq!(client.send(&poll()).await.unwrap().records().len(), 2);
    assert_eq!(client.call(&poll()).timeout(Duration::from_secs(8)).send().await.unwrap().records().len(), 2);

    let requests = requests.lock().unwrap();
    let limits: Vec<_> = requests.iter().map(|request| (request.timeout(), request.max_body())).collect();
    assert_eq!(limits, [(Some(Duration::from_secs(7)), 1000), (Some(Duration::from_secs(8)), 1000)]);
    assert_eq!(requests[0].effect(), Effect::Read);
    assert_eq!(requests[0].function(), POLL);
    assert_eq!(requests[0].form().collect::<Vec<_>>(), simulator.requests()[0].raw().form);
}

async fn canned(answer: Canned) -> Result<usize, PollError> {
    let client = Client::builder("https://switch.example.com").username("bob").build_with(answer).unwrap();
    client.send(&poll()).await.map(|results| results.records().len())
}

#[tokio::test]
async fn a_transport_needs_no_server() {
    let xml = b"<page><status><ivr_poll_results_string>1111</ivr_poll_results_string></status></page>";
    assert_eq!(canned(Canned(Ok(xml))).await.unwrap(), 1);
    let error = canned(Canned(Ok(b"<page><error>Campaign was not found</error></page>"))).await.unwrap_err();
    assert_eq!(error.fault(), Some(&PollFault::CampaignNotFound));
}

#[tokio::test]
async fn what_a_transport_says_decides_about_a_second_try() {
    for (make, may_have_been_sent, retryable) in [
        ((|| TransportError::not_sent("no route")) as fn() -> TransportError, false, true),
        (|| TransportError::timeout("late"), true, true),
        (|| TransportError::lost("reset"), true, true),
        (|| TransportError::too_large(9), true, false),
        (|| TransportError::misused("no runtime"), false, false),
    ] {
        let error = canned(Canned(Err(make))).await.unwrap_err();
        assert_eq!(
            (error.may_have_been_sent(), error.is_retryable()),
            (may_have_been_sent, retryable),
            "{error}"
        );
    }
}

/// A whole HTTP client, in as few lines as will do.
fn send_by_hand(request: PreparedRequest) -> (StatusCode, HeaderMap, Vec<u8>) {
    let (parts, body) = request.into_http().unwrap().into_parts();
    let authority = parts.uri.authority().unwrap().as_str();
    let mut head = format!("{} {} HTTP/1.1\r\n", parts.method, parts.uri.path_and_query().unwrap());
    head += &format!("host: {authority}\r\nconnection: close\r\ncontent-length: {}\r\n", body.len());
    for (name, value) in &parts.headers {
        head += &format!("{name}: {}\r\n", value.to_str().unwrap());
    }
    let mut stream = TcpStream::connect(authority).unwrap();
    write!(stream, "{head}\r\n").unwrap();
    stream.write_all(&body).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();

    let end = answer.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    let head = std::str::from_utf8(&answer[..end]).unwrap();
    let (status_line, fields) = head.split_once("\r\n").unwrap();
    let status = status_line.split(' ').nth(1).unwrap().parse().unwrap();
    let header = |field: &str| -> (HeaderName, HeaderValue) {
        let (name, value) = field.split_once(": ").unwrap();
        (name.parse().unwrap(), value.parse().unwrap())
    };
    (status, fields.split("\r\n").map(header).collect(), answer[end + 4..].to_vec())
}

fn by_hand(simulator: &Simulator, method: Method) -> Result<usize, PollError> {
    let server = Server::new(&simulator.url()).unwrap().with_method(method);
    let credentials = Credentials::new("some_user").with_key("secret");
    let request = server.prepare(&poll(), &credentials, &CallOptions::default()).unwrap();
    let (status, headers, body) = send_by_hand(request);
    decode_answer::<Poll>(status, &headers, &body).map(|results| results.records().len())
}

#[test]
fn without_any_client_the_bytes_can_be_sent_by_hand() {
    let simulator = simulator();
    simulator.settings(|settings| settings.allow_get = true);
    for method in [Method::Post, Method::PostQuery, Method::Get] {
        assert_eq!(by_hand(&simulator, method).unwrap(), 2, "{method:?}");
        assert!(simulator.last_request().unwrap().verdict.is_accepted());
    }
    simulator.on(POLL).fail(Fault::LoginRedirect);
    let error = by_hand(&simulator, Method::Post).unwrap_err();
    let to = "/billing/callc/login".to_owned();
    assert!(
        matches!(error.kind(), ErrorKind::Unexpected(mor_api::Unexpected::Redirect(place)) if *place == to)
    );
}
