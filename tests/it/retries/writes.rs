//! Calls that change something: executed once or not at all, and what is said when nobody knows.

use std::time::Duration;

use mor_api::{Advice, Client, Endpoint, ErrorKind, Outcome};
use mor_endpoints::payment::PaymentCreate;
use mor_endpoints::session::UserLogin;
use mor_sim::{Answer, Fault};

use super::{QUICK, builder, client, pay};
use crate::support::{assert_nothing_is_said_twice, deserted_url, simulator};

const PAY: &str = "payment_create";

#[tokio::test]
async fn whatever_happens_after_it_was_sent_it_is_sent_once_and_the_outcome_is_unknown() {
    for fault in [
        Fault::CutConnection { after: 0 },
        Fault::CutConnection { after: 60 },
        Fault::Truncate(60),
        Fault::Delay(Duration::from_secs(10)),
        Fault::ServerError,
        Fault::EmptyBody,
        Fault::HtmlPage,
        Fault::LoginRedirect,
    ] {
        let simulator = simulator();
        simulator.on(PAY).fail(fault.clone());
        let client = builder(&simulator).timeout(Duration::from_millis(500)).build().unwrap();
        let error = client.send(&pay("T-1")).await.unwrap_err();
        assert_eq!((error.tries(), simulator.requests().len()), (1, 1), "{fault:?}");
        assert_eq!(error.outcome(), Outcome::Unknown(Advice::of(PaymentCreate::SPEC)), "{fault:?}");
        assert!(!error.is_retryable(), "{fault:?}");
        let text = error.to_string();
        assert!(
            text.contains("The outcome is unknown") && text.contains("`payments_get` finds it"),
            "{text}"
        );
        assert_nothing_is_said_twice(&error);
    }
    for answer in [
        Answer::html("Bad Gateway", "nginx").with_status(502),
        Answer::html("Busy", "nginx").with_status(503).with_header("Retry-After", "0"),
        Answer::html("Busy", "nginx").with_status(429).with_header("Retry-After", "0"),
        Answer::xml("<page><response><payment/></response></page>"),
        Answer::xml("<page><response><status>ok</status></response>"),
        Answer::text("a text"),
    ] {
        let simulator = simulator();
        simulator.on(PAY).respond(answer.clone());
        let error = client(&simulator).send(&pay("T-1")).await.unwrap_err();
        assert_eq!((error.tries(), simulator.requests().len()), (1, 1), "{answer:?}");
        assert!(error.outcome().is_unknown(), "{answer:?}");
    }
}

/// The answer cannot be decoded, but the server says in it that it executed the request.
#[tokio::test]
async fn the_servers_own_statement_of_success_is_no_unknown_outcome() {
    let simulator = simulator();
    let odd = "<page><response><status>ok</status><payment currency=\"EUR\"><payment_id>seven</payment_id></payment></response></page>";
    simulator.on(PAY).respond(Answer::xml(odd));
    let error = client(&simulator).send(&pay("T-1")).await.unwrap_err();
    assert_eq!((error.tries(), error.outcome()), (1, Outcome::Done));
    assert!(!error.is_retryable());
    let ErrorKind::Decode(decode) = error.kind() else { panic!("{error:?}") };
    assert_eq!(decode.success(), Some("ok"));
    assert!(
        error.to_string().ends_with("The server reports success: the request was executed, do not repeat it")
    );
    assert_nothing_is_said_twice(&error);
    // With an error in the same answer a part was executed.
    let both = "<page><error>No currency</error><response><status>ok</status></response></page>";
    simulator.on(PAY).respond(Answer::xml(both));
    let error = client(&simulator).send(&pay("T-2")).await.unwrap_err();
    assert!(matches!(error.outcome(), Outcome::Partial(_)), "{error:?}");
}

#[tokio::test]
async fn a_refusal_is_known_to_have_done_nothing() {
    let simulator = simulator();
    simulator.on(PAY).respond(Answer::error("page/error", "No currency"));
    let error = client(&simulator).send(&pay("T-1")).await.unwrap_err();
    assert_eq!((error.tries(), error.outcome()), (1, Outcome::Refused));
    assert_eq!(error.to_string(), "payment_create: MOR refused: No currency");
}

#[tokio::test]
async fn a_server_that_is_not_there_is_asked_again_for_nothing_was_sent() {
    let client = Client::builder(deserted_url()).username("some_user").retries(QUICK).build().unwrap();
    let error = client.send(&pay("T-1")).await.unwrap_err();
    assert_eq!((error.tries(), error.outcome()), (3, Outcome::NotSent));
    assert!(!error.to_string().contains("unknown"), "{error}");
}

#[tokio::test]
async fn a_request_that_cannot_be_made_was_not_sent() {
    let simulator = simulator();
    let error = client(&simulator).call(&pay("T-1")).function_name("pay").send().await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert_eq!(simulator.requests().len(), 0);
}

#[tokio::test]
async fn logging_in_is_no_reading() {
    let simulator = simulator();
    simulator.on("user_login").respond(Answer::text("").with_status(503));
    let client = builder(&simulator).password("secret").build().unwrap();
    let error = client.send(&UserLogin::new()).await.unwrap_err();
    assert_eq!((error.tries(), simulator.requests().len()), (1, 1));
    assert_eq!(error.outcome(), Outcome::Unknown(Advice::new(None)));
    assert!(error.to_string().ends_with("it may do the thing twice"), "{error}");
}
