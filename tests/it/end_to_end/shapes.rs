//! Every shape in which MOR says no, as listed in the catalog's `COMMON.toml`.

use mor_api::{AnyFault, CommonFault, Endpoint, Error, Refused, Unexpected};
use mor_endpoints::autodialer::{PollFault, PollResults};
use mor_sim::{Answer, Simulator};

use self::catalog::shapes;
use crate::support::{POLL, PollError, client, poll, simulator};

/// What the catalog says.
mod catalog {
    const COMMON: &str = include_str!("../../../mor-sim/catalog/COMMON.toml");

    /// Place and document of every error shape; the document has `TEXT` where the message stands.
    pub(super) fn shapes() -> Vec<(String, String)> {
        let common: toml::Table = toml::from_str(COMMON).unwrap();
        let text = |shape: &toml::Value, key: &str| shape[key].as_str().unwrap().to_owned();
        let shapes = common["error_shape"].as_array().unwrap();
        shapes.iter().map(|shape| (text(shape, "at"), text(shape, "xml"))).collect()
    }

    /// Place and text of every common error.
    pub(super) fn errors() -> Vec<(String, String)> {
        let common: toml::Table = toml::from_str(COMMON).unwrap();
        let text = |error: &toml::Value, key: &str| error[key].as_str().unwrap().to_owned();
        let errors = common["error"].as_array().unwrap();
        errors.iter().map(|error| (text(error, "at"), text(error, "message"))).collect()
    }
}

/// A function without refusals of its own.
#[derive(Debug, Endpoint)]
#[mor(function = "autodialer_get_campaign_ivr_poll_results", effect = read, response = PollResults)]
struct AnyRefusal {
    #[hash(order = 1)]
    id: u64,
}

async fn error_for(simulator: &Simulator, answer: Answer) -> PollError {
    simulator.on(POLL).respond(answer).times(1);
    client(simulator).send(&poll()).await.unwrap_err()
}

async fn any_error_for(simulator: &Simulator, answer: Answer) -> Error<AnyFault> {
    simulator.on(POLL).respond(answer).times(1);
    client(simulator).send(&AnyRefusal::new(2_u64)).await.unwrap_err()
}

/// Whether a text in this place is a refusal whatever the function: bare texts, and the `Status` of
/// `callback_init`, may be successes of theirs.
fn is_refusal_of_any_function(at: &str) -> bool {
    !matches!(at, "text" | "Status / Error")
}

#[tokio::test]
async fn every_shape_becomes_the_typed_fault_whatever_its_text() {
    let simulator = simulator();
    let mut seen = Vec::new();
    for (at, xml) in shapes().into_iter().filter(|(at, _)| is_refusal_of_any_function(at)) {
        if at == "error/type" {
            let error = error_for(&simulator, Answer::xml(xml)).await;
            assert_eq!(error.common(), Some(&CommonFault::UndefinedMethod), "{at}");
            seen.push(at);
            continue;
        }
        for (text, refused) in [
            ("Incorrect hash", Refused::Common(CommonFault::IncorrectHash)),
            ("Access Denied", Refused::Common(CommonFault::AccessDenied)),
            ("Campaign was not found", Refused::Known(PollFault::CampaignNotFound)),
            ("Campaign does not have any Numbers", Refused::Known(PollFault::NoNumbers)),
            ("Something &amp; new", Refused::Other("Something & new".to_owned())),
        ] {
            let error = error_for(&simulator, Answer::xml(xml.replace("TEXT", text))).await;
            assert_eq!(error.refused(), Some(&refused), "{at}: {text}");
        }
        let error = any_error_for(&simulator, Answer::xml(xml.replace("TEXT", "No luck"))).await;
        assert_eq!(error.refused(), Some(&Refused::Other("No luck".to_owned())), "{at}");
        seen.push(at);
    }
    let expected =
        ["status/error", "page/status/error", "page/error", "error", "error/type", "action/status_message"];
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn what_is_a_refusal_of_some_functions_only_is_never_a_success_of_this_one() {
    let simulator = simulator();
    let other = shapes().into_iter().filter(|(at, _)| !is_refusal_of_any_function(at)).collect::<Vec<_>>();
    assert_eq!(other.len(), 2);
    for (at, xml) in other {
        let error = error_for(&simulator, Answer::xml(xml.replace("TEXT", "User was not found"))).await;
        match (at.as_str(), error.kind()) {
            ("text", mor_api::ErrorKind::Unexpected(Unexpected::Text(text))) => {
                assert_eq!(text, "User was not found");
            }
            ("Status / Error", mor_api::ErrorKind::Decode(decode)) => {
                assert_eq!(*decode.kind(), mor_api::DecodeErrorKind::WrongRoot("page".into()));
            }
            _ => panic!("{at}: {error:?}"),
        }
    }
}

/// The common texts, in their places, are common faults; those about add-ons belong to single functions.
#[tokio::test]
async fn every_common_text_is_a_common_fault() {
    let simulator = simulator();
    for (at, message) in catalog::errors() {
        let error = any_error_for(&simulator, Answer::error(&at, &message)).await;
        let expected = if message.starts_with("This is a limited version") {
            Refused::Other(message)
        } else {
            Refused::Common(CommonFault::from_message(&message).unwrap())
        };
        assert_eq!(error.refused(), Some(&expected), "{at}");
    }
}

#[tokio::test]
async fn several_errors_of_one_answer_are_all_kept() {
    let simulator = simulator();
    let xml = "<page><status><error>Email is not valid</error><error>Name is empty</error></status></page>";
    let error = any_error_for(&simulator, Answer::xml(xml)).await;
    assert_eq!(error.refused(), Some(&Refused::Other("Email is not valid; Name is empty".to_owned())));
    let xml = "<page><error>Oops</error><error>Campaign was not found</error></page>";
    let error = error_for(&simulator, Answer::xml(xml)).await;
    assert_eq!(error.fault(), Some(&PollFault::CampaignNotFound), "the known one tells more");
}

#[tokio::test]
async fn an_error_beside_results_wins() {
    let simulator = simulator();
    let xml = "<page><status><ivr_poll_results_string>1111</ivr_poll_results_string><error>Access Denied</error></status></page>";
    let error = error_for(&simulator, Answer::xml(xml)).await;
    assert_eq!(error.common(), Some(&CommonFault::AccessDenied));
}

#[tokio::test]
async fn an_error_behind_which_the_answer_breaks_off_is_still_told() {
    let simulator = simulator();
    for xml in ["<status><error>Incorrect hash</error>", "<status><error>Incorrect hash</error><error>and"] {
        let error = error_for(&simulator, Answer::xml(xml)).await;
        assert_eq!(error.common(), Some(&CommonFault::IncorrectHash), "{xml}");
        assert!(error.hint().is_some());
    }
}

#[tokio::test]
async fn a_refusal_with_a_bad_status_is_still_told() {
    let simulator = simulator();
    let answer = Answer::error("status/error", "Incorrect hash").with_status(500);
    let error = error_for(&simulator, answer).await;
    assert_eq!(error.common(), Some(&CommonFault::IncorrectHash));
}
