//! HTTP that is broken on purpose, from a server that writes bytes by hand.

use std::time::{Duration, Instant};

use mor_api::{
    Advice, Client, DecodeErrorKind, Endpoint, Error, ErrorKind, Outcome, RetryPolicy, TransportError,
    Unexpected,
};
use mor_endpoints::Done;
use mor_endpoints::autodialer::{PollFault, PollResults};
use mor_endpoints::balance::UserBalanceGetByPsw;
use mor_endpoints::call::{UserCallsFault, UserCallsGet};
use mor_endpoints::card::{CcGroupCreate, CcGroupUpdate};
use mor_endpoints::lcr::LcrDelete;

use crate::hostile::seeds::gzipped;
use crate::support::raw::RawServer;
use crate::support::{assert_nothing_is_said_twice, poll};

const ANSWER: &str = "<page><status><ivr_poll_results_string>1111</ivr_poll_results_string></status></page>";

fn client(server: &RawServer) -> Client {
    let builder = Client::builder(server.url()).username("some_user").api_key("secret").password("password");
    // What each of these answers makes of one try.
    builder.timeout(Duration::from_secs(20)).retries(RetryPolicy::none()).build().unwrap()
}

async fn send(server: &RawServer) -> Result<PollResults, Error<PollFault>> {
    let result = client(server).send(&poll()).await;
    assert_eq!(server.requests(), 1, "nothing is sent twice");
    if let Err(error) = &result {
        assert!(error.may_have_been_sent());
        assert_nothing_is_said_twice(error);
    }
    result
}

/// The same over [`Client::rows`](mor_api::Call::rows).
async fn rows(server: &RawServer) -> (u64, Option<Error<UserCallsFault>>) {
    let (client, request) = (client(server), UserCallsGet::new());
    let mut rows = client.call(&request).rows();
    while let Some(row) = rows.next().await {
        if let Err(error) = row {
            return (rows.count(), Some(error));
        }
    }
    (rows.count(), None)
}

fn transport<F: std::fmt::Debug>(error: &Error<F>) -> &TransportError {
    match error.kind() {
        ErrorKind::Transport(error) => error,
        other => panic!("{other:?}"),
    }
}

fn with_length(length: usize) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{ANSWER}")
}

#[tokio::test]
async fn the_right_length_is_a_success() {
    let results = send(&RawServer::answering(with_length(ANSWER.len()))).await.unwrap();
    assert_eq!(results.records()[0].number, "1111");
}

/// What is behind the announced length is not looked at; the document ends before its end.
#[tokio::test]
async fn a_length_that_is_too_short_cuts_the_answer() {
    let error = send(&RawServer::answering(with_length(ANSWER.len() - 1))).await.unwrap_err();
    let ErrorKind::Decode(decode) = error.kind() else { panic!("{error:?}") };
    assert_eq!(decode.to_string(), "the answer ends in the middle of `page` (line 1, byte 84)");
}

#[tokio::test]
async fn a_length_that_is_too_long_is_a_broken_connection() {
    let error = send(&RawServer::answering(with_length(ANSWER.len() + 1))).await.unwrap_err();
    assert_eq!(transport(&error).to_string(), "the connection broke before the answer was whole");
    assert!(error.is_retryable(), "it only reads");
}

/// The only protection of an answer that is a bare number.
#[tokio::test]
async fn a_number_that_is_shorter_than_announced_is_no_success() {
    let request = UserBalanceGetByPsw::new("jonas");
    for (head, is_whole) in
        [("content-length: 7", true), ("content-length: 8", false), ("transfer-encoding: chunked", false)]
    {
        let body = if head.starts_with("transfer") { "8\r\n66.0000" } else { "66.0000" };
        let server = RawServer::answering(format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n{body}"));
        let result = client(&server).send(&request).await;
        assert_eq!(result.is_ok(), is_whole, "{head}: {result:?}");
    }
}

/// Two functions of X8 never close their root. Only the transport can tell such an answer from one that was cut.
#[tokio::test]
async fn a_root_that_the_server_never_closes_is_a_success_if_nothing_is_missing() {
    let body = "<page>\n <status>\n  <success>Card Group was saved</success>\n </status>\n";
    let done = Done("Card Group was saved".to_owned());
    let (create, update) = (CcGroupCreate::new("Summer"), CcGroupUpdate::new(7));
    for head in [
        format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len()),
        format!(
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{:x}\r\n{body}\r\n0\r\n\r\n",
            body.len()
        ),
    ] {
        let server = RawServer::answering(head.as_str());
        let created = client(&server).send(&create).await.unwrap();
        let updated = client(&server).send(&update).await.unwrap();
        assert_eq!((created.0, updated.0), (done.clone(), done.clone()), "{head}");
    }
    for head in [
        format!("HTTP/1.0 200 OK\r\n\r\n{body}"),
        format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{body}"),
        format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len() + 8),
        format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{:x}\r\n{body}\r\n", body.len()),
    ] {
        let error = client(&RawServer::answering(head.as_str())).send(&create).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown(Advice::of(CcGroupCreate::SPEC)), "{head}");
    }
    // Of any other function it is an answer that was cut.
    let length = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    let error = client(&RawServer::answering(length)).send(&LcrDelete::new(7)).await.unwrap_err();
    let ErrorKind::Decode(decode) = error.kind() else { panic!("{error:?}") };
    assert_eq!(*decode.kind(), DecodeErrorKind::Truncated);
    assert!(error.outcome().is_unknown());
}

#[tokio::test]
async fn lengths_that_make_no_sense() {
    for head in [
        "content-length: -1",
        "content-length: a lot",
        "content-length: 99999999999999999999999",
        "content-length: 5\r\ncontent-length: 6",
    ] {
        let server = RawServer::answering(format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n{ANSWER}"));
        let error = send(&server).await.unwrap_err();
        assert!(!transport(&error).is_timeout(), "{head}");
    }
}

#[tokio::test]
async fn chunks_that_are_garbage() {
    let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    let length = ANSWER.len();
    let whole = send(&RawServer::answering(format!("{head}{length:x}\r\n{ANSWER}\r\n0\r\n\r\n"))).await;
    assert!(whole.is_ok(), "{whole:?}");
    for body in [
        "garbage\r\n".to_owned(),
        format!("-1\r\n{ANSWER}\r\n0\r\n\r\n"),
        format!("ffffffffffffffff1\r\n{ANSWER}"),
        format!("{length:x}\r\n{ANSWER}\r\n"),
        format!("{length:x}\r\n{ANSWER}garbage"),
        format!("fffffff\r\n{ANSWER}"),
        format!("{length:x};{}", "x".repeat(1 << 20)),
        format!("{length:x}\r\n{ANSWER}\r\n0\r\n{}", "trailer: x\r\n".repeat(100_000)),
    ] {
        let server = RawServer::answering(format!("{head}{body}"));
        let error = send(&server).await.unwrap_err();
        assert!(!transport(&error).is_timeout(), "{:.40}", body);
        let list = body.replace(ANSWER, "<page><calls_stat><calls></calls></calls_stat></page>");
        assert!(rows(&RawServer::answering(format!("{head}{list}"))).await.1.is_some(), "{list:.40}");
    }
}

#[tokio::test]
async fn what_is_not_http() {
    for bytes in [
        "",
        "\r\n\r\n",
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/9.9 200 OK\r\n\r\n",
        "HTTP/1.1 two hundred\r\n\r\n",
        ANSWER,
    ] {
        let error = send(&RawServer::answering(bytes)).await.unwrap_err();
        assert!(!transport(&error).is_timeout(), "{bytes}");
    }
}

#[tokio::test]
async fn floods_of_headers() {
    let many = "x-flood: 1\r\n".repeat(1_000_000);
    let long = format!("x-flood: {}\r\n", "1".repeat(64 << 20));
    let started = Instant::now();
    for headers in [many, long] {
        let server = RawServer::answering(format!("HTTP/1.1 200 OK\r\n{headers}\r\n{ANSWER}"));
        let error = send(&server).await.unwrap_err();
        assert!(!transport(&error).is_timeout(), "{error:?}");
        assert!(server.sent() < 32 << 20, "the client has left long before: {}", server.sent());
    }
    assert!(started.elapsed() < Duration::from_secs(15), "{:?}", started.elapsed());
}

#[tokio::test]
async fn redirect_loops_are_not_entered() {
    for status in
        ["301 Moved", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"]
    {
        let to = format!("/billing/api/again?hash=secret{}", "x".repeat(30_000));
        let server =
            RawServer::answering(format!("HTTP/1.1 {status}\r\nlocation: {to}\r\ncontent-length: 0\r\n\r\n"));
        let error = send(&server).await.unwrap_err();
        let expected = Unexpected::Redirect("/billing/api/again".to_owned());
        assert!(matches!(error.kind(), ErrorKind::Unexpected(found) if *found == expected), "{error:?}");
        assert!(matches!(
            rows(&server).await.1.unwrap().kind(),
            ErrorKind::Unexpected(Unexpected::Redirect(_))
        ));
        assert_eq!(server.requests(), 2, "one for each call");
    }
}

#[tokio::test]
async fn a_place_to_go_of_thirty_thousand_letters_is_cut_in_the_error() {
    let to = "x".repeat(30_000);
    let server =
        RawServer::answering(format!("HTTP/1.1 302 Found\r\nlocation: /{to}\r\ncontent-length: 0\r\n\r\n"));
    let text = send(&server).await.unwrap_err().to_string();
    assert!(text.len() < 400 && text.contains("the server redirects to /xxx"), "{text}");
}

/// A byte now and then keeps the connection alive, but not the call.
#[tokio::test]
async fn a_slow_drip_runs_out_of_time() {
    let limit = Duration::from_millis(400);
    for in_head in [true, false] {
        let server = RawServer::start(move |connection| {
            if !in_head {
                connection.head()?;
            }
            let text = if in_head { "HTTP/1.1 200 OK\r\nx: " } else { "<page>" };
            connection.send(text)?;
            loop {
                connection.send(" ")?;
                std::thread::sleep(Duration::from_millis(20));
            }
        });
        let client = Client::builder(server.url())
            .username("some_user")
            .api_key("secret")
            .timeout(limit)
            .retries(RetryPolicy::none())
            .build()
            .unwrap();
        let started = Instant::now();
        let error = client.send(&poll()).await.unwrap_err();
        assert!(transport(&error).is_timeout(), "{error:?}");
        assert!(started.elapsed() >= limit && started.elapsed() < 20 * limit, "{:?}", started.elapsed());
    }
}

/// The client asks for gzip and unpacks it; what is packed otherwise, or twice, is said to be so.
#[tokio::test]
async fn compressed_answers() {
    let packed = gzipped(ANSWER.as_bytes());
    let answer = |encoding: &str, body: &[u8]| {
        let head = format!("HTTP/1.1 200 OK\r\ncontent-encoding: {encoding}\r\nconnection: close\r\n\r\n");
        RawServer::answering([head.as_bytes(), body].concat())
    };
    assert_eq!(send(&answer("gzip", &packed)).await.unwrap().records()[0].number, "1111");
    for length in [0, 5, packed.len() / 2] {
        let error = send(&answer("gzip", &packed[..length])).await.unwrap_err();
        if length > 0 {
            assert!(!transport(&error).is_timeout());
        }
    }
    assert!(!transport(&send(&answer("gzip", ANSWER.as_bytes())).await.unwrap_err()).is_timeout());
    for server in [answer("br", &packed), answer("identity", &packed), answer("gzip", &gzipped(&packed))] {
        let error = send(&server).await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unexpected(Unexpected::Compressed)), "{error:?}");
        assert!(
            error.to_string().ends_with("the answer is compressed by gzip where a text should be"),
            "{error}"
        );
    }
}
