//! What `SECURITY.md` says about the hash is computed here, and tried on the simulator's check.

use mor_api::{CallOptions, Credentials, HttpTransport, PreparedRequest, Server, Transport};
use mor_endpoints::UserId;
use mor_endpoints::payment::PaymentCreate;
use mor_sim::{Simulator, Verdict};

use crate::listener;

const DOCUMENT: &str = include_str!("../../SECURITY.md");

/// User 7 pays 10 EUR; the transaction has an ID.
fn payment(amount: i64, transaction: Option<&str>) -> PaymentCreate {
    let payment = PaymentCreate::new(UserId(7), "EUR", mor_api::rust_decimal::Decimal::from(amount));
    match transaction {
        Some(transaction) => payment.transaction(transaction),
        None => payment,
    }
}

fn prepared(server: &Server, payment: &PaymentCreate) -> PreparedRequest {
    let caller = Credentials::new("admin").with_key("secret");
    server.prepare(payment, &caller, &CallOptions::default()).unwrap()
}

fn hash_of(request: &PreparedRequest) -> String {
    request.form().find(|(name, _)| name == "hash").expect("it is signed").1
}

#[tokio::test]
async fn digits_of_the_transaction_can_become_digits_of_the_amount() {
    listener::listen();
    let simulator = Simulator::start().unwrap();
    let server = Server::new(&simulator.url()).unwrap();
    let meant = prepared(&server, &payment(10, Some("55")));
    let forged = prepared(&server, &payment(1055, None));
    assert_eq!(hash_of(&meant), hash_of(&forged));
    assert!(DOCUMENT.contains(&hash_of(&meant)), "the document has another hash than {}", hash_of(&meant));
    let transport = HttpTransport::new().unwrap();
    for request in [meant, forged] {
        transport.send(request).await.unwrap();
        let verdict = simulator.last_request().unwrap().verdict;
        assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict}");
    }
}

/// The same request twice, and one with a value that is not hashed changed.
#[tokio::test]
async fn requests_can_be_repeated_and_partly_altered() {
    listener::listen();
    let simulator = Simulator::start().unwrap();
    let server = Server::new(&simulator.url()).unwrap();
    let meant = payment(10, None);
    let altered = payment(10, None).comments_for_user("paid twice, please send it back to another account");
    let transport = HttpTransport::new().unwrap();
    for payment in [&meant, &meant, &altered] {
        let request = prepared(&server, payment);
        assert_eq!(hash_of(&request), hash_of(&prepared(&server, &meant)));
        transport.send(request).await.unwrap();
        assert!(matches!(simulator.last_request().unwrap().verdict, Verdict::Accepted(_)));
    }
}
