//! The simulator refuses on its own account: wrong keys, unknown callers, settings.

use mor_api::{CommonFault, ErrorKind, Method, Refused};
use mor_endpoints::CampaignId;
use mor_endpoints::autodialer::{AutodialerGetCampaignIvrPollResults, PollFault};
use mor_sim::{HashCheck, Simulator, Verdict};

use crate::support::{PollError, assert_nothing_is_said_twice, builder, client, poll, simulator};

async fn refused_by(simulator: &Simulator, campaign: u64) -> PollError {
    let request = AutodialerGetCampaignIvrPollResults::new(CampaignId(campaign));
    client(simulator).send(&request).await.unwrap_err()
}

/// What is true of every refusal.
#[track_caller]
fn assert_refused(error: &PollError, refused: &Refused<PollFault>) {
    assert_eq!(error.refused(), Some(refused));
    assert!(error.may_have_been_sent() && !error.is_retryable());
    let expected = format!("autodialer_get_campaign_ivr_poll_results: MOR refused: {refused}");
    assert_eq!(error.to_string(), expected);
    assert!(std::error::Error::source(error).is_none());
    let answer = error.answer_received().unwrap();
    assert_eq!((answer.status().as_u16(), answer.content_type()), (200, Some("text/html")));
    assert!(String::from_utf8_lossy(answer.body()).contains(&refused.to_string()));
    assert_eq!(answer.length(), answer.body().len());
    assert_nothing_is_said_twice(error);
}

fn common(fault: CommonFault) -> Refused<PollFault> {
    Refused::Common(fault)
}

fn refused_check(simulator: &Simulator) -> HashCheck {
    match simulator.last_request().unwrap().verdict {
        Verdict::Refused(check) => check,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_wrong_key_is_an_incorrect_hash_with_a_hint() {
    let simulator = simulator();
    let error = builder(&simulator).api_key("secret2").build().unwrap().send(&poll()).await.unwrap_err();
    assert_refused(&error, &common(CommonFault::IncorrectHash));
    assert!(error.hint().unwrap().contains("SETTINGS - Setup - Generate hash"));
    assert_eq!(refused_check(&simulator).parts(), [("id".to_owned(), "2".to_owned())]);
}

#[tokio::test]
async fn no_key_is_an_incorrect_hash() {
    let simulator = simulator();
    let client = mor_api::Client::builder(simulator.url()).username("some_user").build().unwrap();
    assert_refused(&client.send(&poll()).await.unwrap_err(), &common(CommonFault::IncorrectHash));
}

#[tokio::test]
async fn another_hash_order_is_refused_by_a_server_that_has_the_declared_one() {
    let simulator = simulator();
    let client = client(&simulator);
    let request = poll();
    let error = client.call(&request).hash_order(["u", "id"]).send().await.unwrap_err();
    assert_refused(&error, &common(CommonFault::IncorrectHash));
    // Only for that one call.
    assert_eq!(client.send(&request).await.unwrap().records().len(), 2);

    let always =
        builder(&simulator).hash_order("autodialer_get_campaign_ivr_poll_results", ["u", "id"]).build();
    let error = always.unwrap().send(&request).await.unwrap_err();
    assert_refused(&error, &common(CommonFault::IncorrectHash));
    let other = builder(&simulator).hash_order("users_get", ["u", "id"]).build().unwrap();
    assert_eq!(other.send(&request).await.unwrap().records().len(), 2);
}

#[tokio::test]
async fn a_hash_order_that_cannot_be_is_refused_before_anything_is_sent() {
    let simulator = simulator();
    let client = client(&simulator);
    let error = client.call(&poll()).hash_order(["campaign"]).send().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Request(_)), "{error:?}");
    assert!(error.to_string().contains("`campaign`"), "{error}");
    assert!(!error.may_have_been_sent() && !error.is_retryable() && error.answer_received().is_none());
    assert!(simulator.requests().is_empty());
}

#[tokio::test]
async fn an_unknown_user_is_denied() {
    let simulator = simulator();
    let error = builder(&simulator).username("nobody").build().unwrap().send(&poll()).await.unwrap_err();
    assert_refused(&error, &common(CommonFault::AccessDenied));
    assert_eq!(error.hint(), Some("check the username: it is sent as u"));
}

#[tokio::test]
async fn an_account_without_the_autodialer_is_not_authorized() {
    let simulator = simulator();
    let error = builder(&simulator).username("accountant").build().unwrap().send(&poll()).await.unwrap_err();
    assert_refused(&error, &common(CommonFault::NotAuthorized));
    let hint = "the account may not use the function: check its permissions and add-ons";
    assert_eq!(error.hint(), Some(hint));
}

#[tokio::test]
async fn campaigns_that_are_not_there_or_not_ones_own_are_not_found() {
    let simulator = simulator();
    for campaign in [99, 6] {
        assert_refused(&refused_by(&simulator, campaign).await, &Refused::Known(PollFault::CampaignNotFound));
    }
}

#[tokio::test]
async fn a_campaign_without_numbers_says_so() {
    assert_refused(&refused_by(&simulator(), 4).await, &Refused::Known(PollFault::NoNumbers));
}

#[tokio::test]
async fn a_disabled_api_says_so() {
    let simulator = simulator();
    simulator.settings(|settings| settings.allow_api = false);
    let error = refused_by(&simulator, 2).await;
    assert_refused(&error, &common(CommonFault::ApiDisabled));
    assert_eq!(error.hint(), Some("switch on Allow API in the server's API settings"));
}

#[tokio::test]
async fn get_is_refused_by_default() {
    let simulator = simulator();
    let client = builder(&simulator).method(Method::Get).build().unwrap();
    let error = client.send(&poll()).await.unwrap_err();
    assert_refused(&error, &common(CommonFault::GetDisabled));
    assert!(error.hint().unwrap().starts_with("use POST"));
}

#[tokio::test]
async fn the_admins_key_is_not_that_of_a_resellers_user() {
    let simulator = simulator();
    let request = AutodialerGetCampaignIvrPollResults::new(CampaignId(6));
    let error = client(&simulator).call(&request).as_user("user_reseller").send().await.unwrap_err();
    assert_refused(&error, &common(CommonFault::IncorrectHash));
}

#[tokio::test]
async fn success_and_refusal_in_one_answer_are_a_partial_success_that_is_not_repeated() {
    let simulator = simulator();
    let answer = "<page><status><error>Password is too short</error><success>Device successfully updated</success>\
        <id>5</id></status></page>";
    simulator.on("device_update").respond(mor_sim::Answer::xml(answer));
    let request = mor_endpoints::device::DeviceUpdate::new(mor_endpoints::DeviceId(5));
    let error = client(&simulator).send(&request).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Partial(_)), "{error:?}");
    let partial = error.partial().unwrap();
    assert_eq!(partial.succeeded, ["Device successfully updated"]);
    assert_eq!(partial.refused.to_string(), "Password is too short");
    assert_eq!(partial.values.get("page/status/id"), Some("5"));
    // A refusal would mean that nothing was done.
    assert_eq!(error.refused(), None);
    assert!(matches!(error.outcome(), mor_api::Outcome::Partial(_)), "{:?}", error.outcome());
    assert!(!error.is_retryable() && error.may_have_been_sent());
    assert_eq!((error.tries(), simulator.requests().len()), (1, 1));
    assert_eq!(
        error.to_string(),
        "device_update: partly done: MOR reports \"Device successfully updated\", but refused: Password is too short. \
         One part of the request was carried out: find out before you repeat the call: `device_details_get` with the \
         `device` as `device_id` shows its settings"
    );
    assert_nothing_is_said_twice(&error);
}
