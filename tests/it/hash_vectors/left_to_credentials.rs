//! Fields `u` and `p` without a value are filled from the credentials.

use mor_endpoints::DidId;
use mor_endpoints::balance::UserBalanceUpdate;
use mor_endpoints::did::DidSubscriptionStop;
use mor_endpoints::stats::QuickstatsGet;
use mor_endpoints::user::UsersGet;

use crate::hash_vectors::*;

/// SHA-1 of `bobsecret`.
const BOB: &str = "bb20f63bb59e0455a4c09b19bd12540161ff7726";
/// SHA-1 of `bobpasssecret`.
const BOB_AND_PASSWORD: &str = "7d968c3272409abc129bd9b661abf3411268adbc";

/// The caller is a field that may be left out.
#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = PollResults)]
struct MaybeCaller {
    #[hash(order = 1)]
    id: u64,
    #[hash(order = 2)]
    u: Option<String>,
}

fn form_of<E: Endpoint>(endpoint: &E, credentials: &Credentials) -> Vec<(String, String)> {
    let server = Server::new("https://switch.example.com").unwrap();
    let request = server.prepare(endpoint, credentials, &CallOptions::default()).unwrap();
    request.form().filter(|(name, _)| name != "hash").collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn a_field_u_without_a_value_is_the_configured_caller() {
    // SHA-1 of `5bobsecret`.
    assert_hash(&MaybeCaller::new(5_u64), &bob(), "ae8bf856e08672e293d908daec6e924586635651");
    assert_eq!(form_of(&MaybeCaller::new(5_u64), &bob()), pairs(&[("id", "5"), ("u", "bob")]));
    let options = CallOptions { caller: Some("Bob".to_owned()), ..CallOptions::default() };
    let hash = hash_by(&MaybeCaller::new(5_u64), &bob(), &options).unwrap();
    assert_eq!(hash.as_deref(), Some("f9f940bd44cb6f7b4185d9ebe05397fcbc29c1d0"));
    // The endpoint's own value is the more particular one.
    let ona = form_of(&MaybeCaller::new(5_u64).u("ona"), &bob());
    assert_eq!(ona, pairs(&[("id", "5"), ("u", "ona")]));
}

#[test]
fn a_field_p_without_a_value_is_the_configured_password_if_there_is_one() {
    let update = || UserBalanceUpdate::new(UserId(2), 5);
    let balance = [("u", "bob"), ("user_id", "2"), ("balance", "5")];
    assert_eq!(form_of(&update(), &bob()), pairs(&balance));
    let with_password = bob().with_password("pass");
    assert_eq!(form_of(&update(), &with_password), pairs(&[&balance[..], &[("p", "pass")]].concat()));
    let own = form_of(&update().password("own"), &with_password);
    assert_eq!(own, pairs(&[&balance[..], &[("p", "own")]].concat()));
}

#[test]
fn users_get_takes_the_configured_password_unless_it_has_a_uniquehash() {
    let with_password = bob().with_password("pass");
    assert_hash(&UsersGet::new(), &with_password, BOB_AND_PASSWORD);
    assert_eq!(form_of(&UsersGet::new(), &with_password), pairs(&[("u", "bob"), ("p", "pass")]));
    let by_uniquehash = UsersGet::with_uniquehash("abcdefghij");
    assert_hash(&by_uniquehash, &with_password, BOB);
    let sent = pairs(&[("u", "bob"), ("uniquehash", "abcdefghij")]);
    assert_eq!(form_of(&by_uniquehash, &with_password), sent);
    let error = hash_by(&UsersGet::new(), &bob(), &CallOptions::default()).unwrap_err();
    let expected =
        "users_get: `p`: it or `uniquehash` is required: give one of them, or set the caller's password";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn quickstats_hashes_the_configured_caller_unless_it_is_admin() {
    assert_hash(&QuickstatsGet::new(), &bob(), BOB);
    let admin = Credentials::new("admin").with_key("secret");
    assert_hash(&QuickstatsGet::new(), &admin, KEY_ALONE);
    assert_eq!(form_of(&QuickstatsGet::new(), &admin), pairs(&[("u", "admin")]));
    // Somebody who names u for the hash has a server that hashes it.
    let hash = hash_by(&QuickstatsGet::new(), &admin, &hash_order(&["u"])).unwrap();
    assert_ne!(hash.as_deref(), Some(KEY_ALONE));
}

#[test]
fn a_did_is_hashed_once_by_whichever_name_it_is_sent() {
    let stop = DidSubscriptionStop::new;
    for request in
        [stop().did_id(DidId(5)), stop().dids_id(DidId(5)), DidSubscriptionStop::for_all_servers(5)]
    {
        assert_hash(&request, &bob(), FIVE);
    }
    let later = form_of(&stop().dids_id(DidId(5)), &bob());
    assert_eq!(later, pairs(&[("u", "bob"), ("dids_id", "5")]));
    let error = hash_by(&stop(), &bob(), &CallOptions::default()).unwrap_err();
    assert!(error.to_string().contains("`did_id`: it or `dids_id` is required"), "{error}");
}
