//! Worked examples that the vendor published.

use crate::hash_vectors::*;

/// User calls.
#[derive(Endpoint)]
#[mor(function = "user_calls_get", effect = read, response = PollResults)]
struct UserCallsGet {
    #[hash(order = 3)]
    calltype: String,
    #[hash(order = 2)]
    period_start: u64,
    #[hash(order = 1)]
    user_id: u64,
}

/// Sells a card.
#[derive(Endpoint)]
#[mor(function = "card_from_group_sell", aliases = ["buy_card_from_callingroup"], effect = write, response = PollResults)]
struct CardFromGroupSell {
    #[hash(order = 2)]
    id: u64,
    #[hash(order = 3)]
    quantity: u64,
    #[hash(order = 1)]
    email: i64,
}

#[test]
fn the_example_of_the_hash_page() {
    let request = UserCallsGet::new("answered", 1_252_454_580_u64, 123_u64);
    let credentials = Credentials::new("bob").with_key("Very Sercet Key");
    assert_hash(&request, &credentials, "b93c35d5c6183288322122561a3da7e09abb63b7");
}

#[test]
fn the_vectors_of_the_hash_generator() {
    let request = CardFromGroupSell::new(1_u64, 2_u64, -5_i64);
    assert_hash(&request, &bob(), "cd2d2e7df76fafcc672e945c46bee7ce417ecd4b");
    let reseller = Credentials::new("reseller").with_key("abcdefghijkl");
    assert_hash(&request, &reseller, "b7e49a4d00b773ec2d7ba0339606d068199b3d83");
}

/// A server's version.
#[derive(Endpoint)]
#[mor(function = "system_version_get", effect = read, response = PollResults)]
struct SystemVersionGet {}

#[test]
fn a_function_without_parameters_hashes_the_key_alone() {
    assert_hash(&SystemVersionGet::new(), &bob(), KEY_ALONE);
    let key = Credentials::new("bob").with_key("123450");
    assert_hash(&SystemVersionGet::new(), &key, "5b1d5b1569de26f631ba3edf0d89f65be5af4e3d");
}

#[test]
fn an_older_name_is_called_with_the_same_hash() {
    let request = CardFromGroupSell::new(1_u64, 2_u64, -5_i64);
    let old = Some("buy_card_from_callingroup".to_owned());
    let options = CallOptions { function: old, ..CallOptions::default() };
    let explained = try_explain(&request, &bob(), &options).unwrap();
    assert_eq!(explained.url, "https://switch.example.com/billing/api/buy_card_from_callingroup");
    assert_eq!(explained.hash.as_deref(), Some("cd2d2e7df76fafcc672e945c46bee7ce417ecd4b"));
}

#[test]
fn a_name_the_function_never_had_is_refused() {
    let options = CallOptions { function: Some("buy_card".to_owned()), ..CallOptions::default() };
    let error = try_explain(&CardFromGroupSell::new(1_u64, 2_u64, -5_i64), &bob(), &options).unwrap_err();
    assert_eq!(
        error.to_string(),
        "card_from_group_sell: `buy_card` is none of its names; its older names are: buy_card_from_callingroup"
    );
    let error = try_explain(&poll(), &bob(), &options).unwrap_err();
    assert_eq!(
        error.to_string(),
        "autodialer_get_campaign_ivr_poll_results: it has no older name, and certainly not `buy_card`"
    );
}
