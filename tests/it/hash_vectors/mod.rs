//! The hash, against published examples and digits computed elsewhere (`printf %s TEXT | sha1sum`).

mod extra;
mod identities;
mod left_to_credentials;
mod published_vectors;

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
