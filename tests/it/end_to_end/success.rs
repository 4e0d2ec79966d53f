//! Calls that succeed, and what of them reaches the server.

use jiff::civil::date;
use mor_api::{Method, Server};
use mor_endpoints::autodialer::{
    AutodialerGetCampaignIvrPollResults, OrderBy, PollFault, PollField, PollRecord,
};
use mor_endpoints::{CampaignId, UserId};
use mor_sim::{NotChecked, Request, Simulator, Verdict};

use crate::support::{POLL, builder, client, pairs, poll, simulator};

const POLL_2_HASH: &str = "38282ca5e65e63746498ef5b39a2fe71c6448df4";

fn two_records() -> Vec<PollRecord> {
    let from = PollField::DateTime(date(2020, 1, 1).at(1, 1, 1, 0));
    let till = PollField::DateTime(date(2090, 12, 31).at(23, 59, 59, 0));
    vec![
        PollRecord { number: "1111".to_owned(), fields: Vec::new() },
        PollRecord { number: "2222".to_owned(), fields: vec![from, till] },
    ]
}

fn last(simulator: &Simulator) -> Request {
    simulator.last_request().expect("a request has arrived")
}

#[tokio::test]
async fn two_records_arrive_with_their_values() {
    let simulator = simulator();
    let results = client(&simulator).send(&poll()).await.unwrap();
    assert_eq!(results.records(), two_records());
    assert_eq!(results.as_str(), "1111\n2222,2020-01-01 01:01:01,2090-12-31 23:59:59");
}

#[tokio::test]
async fn a_campaign_nobody_answered_has_no_records() {
    let simulator = simulator();
    let request = AutodialerGetCampaignIvrPollResults::new(CampaignId(3));
    let results = client(&simulator).send(&request).await.unwrap();
    assert!(results.is_empty());
}

#[tokio::test]
async fn what_reaches_the_server_is_a_form_in_the_body() {
    let simulator = simulator();
    client(&simulator).send(&poll()).await.unwrap();
    let request = last(&simulator);
    assert_eq!(
        (request.method.as_str(), request.path.as_str()),
        ("POST", format!("/billing/api/{POLL}").as_str())
    );
    assert_eq!(request.content_type.as_deref(), Some("application/x-www-form-urlencoded"));
    assert_eq!(request.raw().form, pairs(&[("u", "some_user"), ("id", "2"), ("hash", POLL_2_HASH)]));
    assert_eq!((request.query, request.path_id), (Vec::new(), None));
    let Verdict::Accepted(check) = request.verdict else { panic!("{:?}", request.verdict) };
    assert_eq!(check.parts(), pairs(&[("id", "2")]));
}

#[tokio::test]
async fn all_parameters_travel_and_only_the_id_is_hashed() {
    let simulator = simulator();
    let request = poll().order_by(OrderBy::DProvider).s_reseller(UserId(3));
    let results = client(&simulator).send(&request).await.unwrap();
    assert_eq!(results.records(), two_records());
    let form = [
        ("u", "some_user"),
        ("id", "2"),
        ("order_by", "d_provider"),
        ("s_reseller", "3"),
        ("hash", POLL_2_HASH),
    ];
    assert_eq!(last(&simulator).raw().form, pairs(&form));
}

#[tokio::test]
async fn post_with_a_query_has_no_body() {
    let simulator = simulator();
    let client = builder(&simulator).method(Method::PostQuery).build().unwrap();
    assert_eq!(client.send(&poll()).await.unwrap().records(), two_records());
    let request = last(&simulator);
    assert_eq!((request.method.as_str(), &request.content_type, &request.form), ("POST", &None, &Vec::new()));
    assert_eq!(request.raw().query, pairs(&[("u", "some_user"), ("id", "2"), ("hash", POLL_2_HASH)]));
}

#[tokio::test]
async fn get_works_where_the_server_allows_it() {
    let simulator = simulator();
    simulator.settings(|settings| settings.allow_get = true);
    let client = builder(&simulator).method(Method::Get).build().unwrap();
    assert_eq!(client.send(&poll()).await.unwrap().records(), two_records());
    let request = last(&simulator);
    assert_eq!((request.method.as_str(), &request.content_type, &request.form), ("GET", &None, &Vec::new()));
    assert_eq!(request.raw().query, pairs(&[("u", "some_user"), ("id", "2"), ("hash", POLL_2_HASH)]));
}

#[tokio::test]
async fn without_a_key_a_server_that_checks_no_hash_answers() {
    let simulator = simulator();
    simulator.settings(|settings| settings.check_hash = false);
    let client = mor_api::Client::builder(simulator.url()).username("some_user").build().unwrap();
    assert_eq!(client.send(&poll()).await.unwrap().records(), two_records());
    let request = last(&simulator);
    assert_eq!(request.raw().form, pairs(&[("u", "some_user"), ("id", "2")]));
    assert!(matches!(request.verdict, Verdict::NotChecked(NotChecked::SwitchedOff)));
}

#[tokio::test]
async fn a_server_under_the_old_path_is_reached() {
    let simulator = simulator();
    for prefix in ["/api/", "api", "/api"] {
        let client = builder(&simulator).path_prefix(prefix).build().unwrap();
        assert_eq!(client.send(&poll()).await.unwrap().records(), two_records(), "{prefix}");
        assert_eq!(last(&simulator).path, format!("/api/{POLL}"));
    }
    assert_eq!(Server::DEFAULT_PREFIX, "/billing/api/");
}

#[tokio::test]
async fn the_content_type_does_not_matter() {
    let simulator = simulator();
    let client = client(&simulator);
    let unknown = AutodialerGetCampaignIvrPollResults::new(CampaignId(99));
    for (xml_extension, content_type) in [(false, "text/html"), (true, "text/xml")] {
        simulator.settings(|settings| settings.xml_extension = xml_extension);
        assert_eq!(client.send(&poll()).await.unwrap().records(), two_records());
        let error = client.send(&unknown).await.unwrap_err();
        assert_eq!(error.fault(), Some(&PollFault::CampaignNotFound));
        assert_eq!(error.answer_received().unwrap().content_type(), Some(content_type));
    }
}

#[tokio::test]
async fn a_reseller_acts_as_his_user_with_his_own_key() {
    let simulator = simulator();
    let reseller = builder(&simulator).username("reseller").api_key("abcdefghijkl").build().unwrap();
    let request = AutodialerGetCampaignIvrPollResults::new(CampaignId(6));
    let results = reseller.call(&request).as_user("user_reseller").send().await.unwrap();
    assert_eq!(results.as_str(), "3333");
    assert_eq!(last(&simulator).param("u").as_deref(), Some("user_reseller"));
    // Only for that one call.
    assert_eq!(reseller.send(&request).await.unwrap().as_str(), "3333");
    assert_eq!(last(&simulator).param("u").as_deref(), Some("reseller"));
}

#[tokio::test]
async fn clones_are_used_at_the_same_time() {
    let simulator = simulator();
    let client = client(&simulator);
    let calls = (0..20).map(|_| {
        tokio::spawn({
            let client = client.clone();
            async move { client.send(&poll()).await.map(|results| results.records().len()) }
        })
    });
    for call in calls.collect::<Vec<_>>() {
        assert_eq!(call.await.unwrap().unwrap(), 2);
    }
    assert_eq!(simulator.requests().len(), 20);
}
