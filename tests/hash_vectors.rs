//! The hash, against published examples and digits computed elsewhere (`printf %s TEXT | sha1sum`).

use std::fmt::{self, Write};

use mor_api::{CallOptions, Credentials, Endpoint, Explanation, Kind, Param, RequestError, Server};
use mor_endpoints::autodialer::{AutodialerGetCampaignIvrPollResults, OrderBy, PollResults};
use mor_endpoints::{CampaignId, UserId};

/// SHA-1 of `2secret`.
const POLL_2: &str = "38282ca5e65e63746498ef5b39a2fe71c6448df4";
/// SHA-1 of `5secret`.
const FIVE: &str = "d303ad2eaef52ff1993350cf96ca3fecbadf78ce";
/// SHA-1 of `secret`.
const KEY_ALONE: &str = "e5e9fa1ba31ecd1ae84f75caaa474f3a663f05f4";

fn poll() -> AutodialerGetCampaignIvrPollResults {
    AutodialerGetCampaignIvrPollResults::new(CampaignId(2))
}

fn bob() -> Credentials {
    Credentials::new("bob").with_key("secret")
}

fn try_explain<E: Endpoint>(
    endpoint: &E,
    credentials: &Credentials,
    options: &CallOptions,
) -> Result<Explanation, RequestError> {
    Server::new("https://switch.example.com").unwrap().explain(endpoint, credentials, options)
}

/// The hash that is sent; both ways to it must agree.
fn hash_by<E: Endpoint>(
    endpoint: &E,
    credentials: &Credentials,
    options: &CallOptions,
) -> Result<Option<String>, RequestError> {
    let explained = try_explain(endpoint, credentials, options)?.hash;
    let server = Server::new("https://switch.example.com").unwrap();
    let sent = server.prepare(endpoint, credentials, options)?;
    let sent = sent.form().find(|(name, _)| name == "hash").map(|(_, hash)| hash);
    assert_eq!(sent, explained);
    Ok(sent)
}

#[track_caller]
fn assert_hash<E: Endpoint>(endpoint: &E, credentials: &Credentials, expected: &str) {
    let hash = hash_by(endpoint, credentials, &CallOptions::default()).unwrap();
    assert_eq!(hash.as_deref(), Some(expected));
}

fn hash_order(names: &[&str]) -> CallOptions {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    CallOptions { hash_order: Some(names), ..CallOptions::default() }
}

mod the_poll_function {
    use super::*;

    #[test]
    fn hashes_the_campaign_and_the_key() {
        assert_hash(&poll(), &Credentials::new("some_user").with_key("secret"), POLL_2);
    }

    /// The vendor's page prints a hash whose last three digits were replaced by 999.
    #[test]
    fn shares_37_digits_with_the_published_hash() {
        let published = "38282ca5e65e63746498ef5b39a2fe71c6448999";
        let hash = hash_by(&poll(), &bob(), &CallOptions::default()).unwrap().unwrap();
        let same = hash.bytes().zip(published.bytes()).take_while(|(ours, theirs)| ours == theirs).count();
        assert_eq!((same, hash.len(), published.len()), (37, 40, 40));
    }

    #[test]
    fn sends_order_by_s_reseller_and_u_without_hashing_them() {
        let with_all = poll().order_by(OrderBy::NiceBillsec).s_reseller(UserId(7));
        assert_hash(&with_all, &bob(), POLL_2);
        assert_hash(&with_all, &Credentials::new("someone else").with_key("secret"), POLL_2);
        let explained = try_explain(&with_all, &bob(), &CallOptions::default()).unwrap();
        assert_eq!(explained.hash_parts, [("id".to_owned(), "2".to_owned())]);
        let sent =
            [("u", "bob"), ("id", "2"), ("order_by", "nice_billsec"), ("s_reseller", "7"), ("hash", POLL_2)];
        assert_eq!(explained.form, sent.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    #[test]
    fn acting_as_another_user_leaves_the_hash() {
        let options = CallOptions { caller: Some("alice".to_owned()), ..CallOptions::default() };
        assert_eq!(hash_by(&poll(), &bob(), &options).unwrap().as_deref(), Some(POLL_2));
        assert_eq!(try_explain(&poll(), &bob(), &options).unwrap().form[0].1, "alice");
    }
}

mod published_vectors {
    use super::*;

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
}

mod keys {
    use super::*;

    #[test]
    fn blanks_and_line_breaks_around_a_key_are_cut_off() {
        for key in ["secret\n", "secret\r\n", " \tsecret "] {
            assert_hash(&poll(), &Credentials::new("bob").with_key(key), POLL_2);
        }
    }

    #[test]
    fn without_a_key_no_hash_is_sent() {
        for credentials in [Credentials::new("bob"), Credentials::new("bob").with_key(" \n")] {
            let explained = try_explain(&poll(), &credentials, &CallOptions::default()).unwrap();
            assert_eq!((explained.signed, explained.hash), (false, None));
            let names: Vec<String> = explained.form.into_iter().map(|(name, _)| name).collect();
            assert_eq!(names, ["u", "id"]);
        }
    }
}

mod identities {
    use super::*;

    /// The caller comes first.
    #[derive(Endpoint)]
    #[mor(function = "users_get", effect = read, response = PollResults, caller = hashed(1))]
    struct CallerHashed {
        #[hash(order = 2)]
        id: u64,
    }

    /// The caller is a field.
    #[derive(Endpoint)]
    #[mor(function = "users_get", effect = read, response = PollResults)]
    struct OwnCaller {
        #[hash(order = 1)]
        id: u64,
        #[hash(order = 2)]
        u: String,
    }

    /// Caller and password stand around.
    #[derive(Endpoint)]
    #[mor(function = "users_get", effect = read, response = PollResults, caller = hashed(1), password = hashed(2))]
    struct PasswordHashed {
        #[hash(order = 3)]
        id: u64,
    }

    /// Nobody calls, and nothing is checked.
    #[derive(Endpoint)]
    #[mor(function = "login_form", effect = read, response = PollResults, caller = none, hash = none)]
    struct Unsigned {
        #[nohash]
        id: u64,
    }

    #[test]
    fn a_hashed_caller_is_the_one_who_is_sent() {
        assert_hash(&CallerHashed::new(5_u64), &bob(), "fcf0b778acb21ccdc827e6282ca0e248886dcb7c");
        let options = CallOptions { caller: Some("Bob".to_owned()), ..CallOptions::default() };
        let hash = hash_by(&CallerHashed::new(5_u64), &bob(), &options).unwrap();
        assert_eq!(hash.as_deref(), Some("bb938dd4953199c6b598a26603281d9f6dcae48a"));
    }

    #[test]
    fn a_field_u_replaces_the_credentials_username() {
        let request = OwnCaller::new(5_u64, "bob");
        let credentials = Credentials::new("nobody").with_key("secret");
        assert_hash(&request, &credentials, "ae8bf856e08672e293d908daec6e924586635651");
        let form = try_explain(&request, &credentials, &CallOptions::default()).unwrap().form;
        let callers: Vec<&str> =
            form.iter().filter(|(name, _)| name == "u").map(|(_, u)| u.as_str()).collect();
        assert_eq!(callers, ["bob"]);
    }

    #[test]
    fn a_hashed_password_is_hashed_and_sent_as_it_is() {
        let credentials = bob().with_password("pa ss");
        assert_hash(&PasswordHashed::new(5_u64), &credentials, "9c157a0519d313fec520d0137a4f6ec64eb69dae");
        let server = Server::new("https://switch.example.com").unwrap();
        let sent =
            server.prepare(&PasswordHashed::new(5_u64), &credentials, &CallOptions::default()).unwrap();
        assert_eq!(sent.form().nth(1), Some(("p".to_owned(), "pa ss".to_owned())));
    }

    #[test]
    fn a_missing_password_is_asked_for() {
        let error = hash_by(&PasswordHashed::new(5_u64), &bob(), &CallOptions::default()).unwrap_err();
        let expected =
            "users_get: it wants the caller's password: set it on the credentials or the client builder";
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn a_function_that_is_not_checked_gets_no_hash() {
        let explained = try_explain(&Unsigned::new(5_u64), &bob(), &CallOptions::default()).unwrap();
        assert_eq!(explained.form, [("id".to_owned(), "5".to_owned())]);
        assert_eq!((explained.signed, explained.hash, explained.hash_parts.len()), (false, None, 0));
    }
}

mod values_hashed_otherwise {
    use super::*;

    /// The server drops `all` before it hashes.
    enum UserFilter {
        All,
        User(u64),
    }

    impl Param for UserFilter {
        const KIND: Kind = Kind::Text;

        fn wire(&self, out: &mut dyn Write) -> fmt::Result {
            match self {
                Self::All => out.write_str("all"),
                Self::User(id) => Param::wire(id, out),
            }
        }

        fn hashed(&self, out: &mut dyn Write) -> fmt::Result {
            match self {
                Self::All => Ok(()),
                Self::User(id) => Param::hashed(id, out),
            }
        }
    }

    /// Calls.
    #[derive(Endpoint)]
    #[mor(function = "user_calls_get", effect = read, response = PollResults)]
    struct CallsOf {
        #[hash(order = 1)]
        s_user: UserFilter,
    }

    #[test]
    fn all_is_sent_and_not_hashed_and_an_id_is_both() {
        for (filter, sent, hash) in [(UserFilter::All, "all", KEY_ALONE), (UserFilter::User(5), "5", FIVE)] {
            let request = CallsOf::new(filter);
            assert_hash(&request, &bob(), hash);
            let form = try_explain(&request, &bob(), &CallOptions::default()).unwrap().form;
            assert_eq!(form[1], ("s_user".to_owned(), sent.to_owned()));
        }
    }
}

mod another_order_at_run_time {
    use super::*;

    #[test]
    fn the_named_parameters_are_hashed_in_that_order() {
        let request = poll().order_by(OrderBy::Time);
        for (names, expected) in [
            (&["order_by", "id"][..], "da4d05447eddcbf61ece49e2ce08cc49f878b569"),
            (&["u", "id"], "ac445dc1b72a0c0a005518d690b8b53720484ba9"),
            (&["id"], POLL_2),
            (&[], KEY_ALONE),
            (&["id", "s_reseller"], POLL_2),
        ] {
            let credentials = Credentials::new("some_user").with_key("secret");
            let hash = hash_by(&request, &credentials, &hash_order(names)).unwrap();
            assert_eq!(hash.as_deref(), Some(expected), "{names:?}");
        }
    }

    #[test]
    fn a_name_that_is_not_sent_is_refused() {
        for name in ["campaign", "p", "hash", ""] {
            let error = hash_by(&poll(), &bob(), &hash_order(&["id", name])).unwrap_err().to_string();
            let expected = format!(
                "autodialer_get_campaign_ivr_poll_results: the hash order names `{name}`, which is not sent; \
                 known are: u, id, order_by, s_reseller"
            );
            assert_eq!(error, expected);
        }
    }
}
