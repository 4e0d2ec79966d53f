//! A redirect is an answer, not an order: what was sent to one server is never sent to another one.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use mor_api::{Client, ErrorKind, FromXml, Method, Unexpected};
use mor_sim::{Answer, Simulator};

use crate::support::{POLL, poll};

#[derive(Debug, FromXml)]
struct Row {
    #[mor(rename = "id")]
    _id: u64,
}

/// A server that counts who comes, and answers what would be a success.
fn elsewhere() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let visits = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&visits);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            counter.fetch_add(1, Ordering::SeqCst);
            let _ = welcome(stream);
        }
    });
    (url, visits)
}

fn welcome(mut stream: TcpStream) -> std::io::Result<()> {
    let _ = stream.read(&mut [0; 4096])?;
    stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 13\r\nconnection: close\r\n\r\n<page></page>")
}

#[tokio::test]
async fn no_redirect_is_followed() {
    let (url, visits) = elsewhere();
    // The test would see a visit if there were one.
    assert!(Client::builder(&url).username("bob").build().unwrap().send(&poll()).await.is_err());
    assert_eq!(visits.load(Ordering::SeqCst), 1);

    for status in [301, 302, 303, 307, 308] {
        for method in [Method::Post, Method::PostQuery, Method::Get] {
            let simulator = Simulator::start().unwrap();
            let to = format!("{url}/billing/api/{POLL}?next=1");
            simulator.on(POLL).respond(Answer::redirect(&to).with_status(status)).times(2);
            let client =
                Client::builder(simulator.url()).username("some_user").api_key("secret").method(method);
            let client = client.build().unwrap();
            let whole = client.send(&poll()).await.unwrap_err();
            let row = client
                .call(&poll())
                .rows_at::<Row>("page/rows/row")
                .unwrap()
                .next()
                .await
                .unwrap()
                .unwrap_err();
            for error in [whole, row] {
                // By name, but without the query, which might repeat the request's.
                let expected = Unexpected::Redirect(format!("{url}/billing/api/{POLL}"));
                assert!(
                    matches!(error.kind(), ErrorKind::Unexpected(found) if *found == expected),
                    "{error:?}"
                );
                assert!(!error.is_retryable());
            }
            assert_eq!(simulator.requests().len(), 2, "{status} by {method:?}");
        }
    }
    assert_eq!(visits.load(Ordering::SeqCst), 1, "nobody went where the redirects lead");
}
