//! Every recipe once, and what limits the search.

use secrecy::SecretString;

use super::{
    HashInput,
    check::{Key, Signed, abbreviation, check, digest},
    input,
};
use crate::{catalog::find, params::Params};

/// The diagnosis of a request of somebody whose key is `secret`; the reseller's is `abcdefghijkl`.
fn diagnosis(function: &str, request: &str, hash: &str) -> String {
    let hash: String = form_urlencoded::byte_serialize(hash.as_bytes()).collect();
    diagnosis_of(function, &format!("{request}&hash={hash}")).expect("a refused hash")
}

fn diagnosis_of(function: &str, request: &str) -> Option<String> {
    let params = Params::merge(Params::pairs(request.as_bytes()));
    let function = find(function).unwrap();
    let (secret, other) = (SecretString::from("secret"), SecretString::from("abcdefghijkl"));
    let keys = vec![Key { owner: "admin", secret: &secret }];
    let other_keys = vec![Key { owner: "reseller", secret: &other }];
    let request = Signed { function, params: &params, keys, other_keys };
    let (is_right, check) = check(&request, input(function, &params));
    assert_eq!(is_right, check.diagnosis().is_none());
    check.diagnosis().map(ToString::to_string)
}

fn sha1(text: &str) -> String {
    digest(&[], &SecretString::from(text))
}

/// A request hashed from this text gets this diagnosis.
#[track_caller]
fn assert_made(function: &str, request: &str, text: &str, expected: &str) {
    assert_eq!(diagnosis(function, request, &sha1(text)), format!("this is the hash {expected}"));
}

#[test]
fn a_right_hash_needs_no_diagnosis() {
    assert_eq!(
        diagnosis_of("phonebook_record_delete", &format!("u=admin&id=7&hash={}", sha1("7secret"))),
        None
    );
}

#[test]
fn what_is_no_hash_is_called_by_its_name() {
    let of = |hash: &str| diagnosis("phonebook_record_delete", "u=admin&id=7", hash);
    assert_eq!(diagnosis_of("phonebook_record_delete", "u=admin").unwrap(), "no parameter hash came");
    assert_eq!(of(" "), "the hash is empty");
    assert_eq!(of("secret"), "this is no hexadecimal number, a hash has 40 digits 0-9 and a-f");
    assert_eq!(of(&"0a".repeat(16)), "this has 32 digits, as many as an MD5, instead of the 40 of a SHA-1");
    assert_eq!(of("abc"), "this has 3 digits instead of the 40 of a SHA-1");
    assert_eq!(of(&"0a".repeat(20)), "none of the tried recipes makes this hash");
}

#[test]
fn the_choice_of_parameters_is_diagnosed() {
    let request = "u=admin&s_user=all&period_start=10&period_end=20";
    let of = |text, expected| assert_made("user_calls_get", request, text, expected);
    of("admin1020secret", "with `u` in front");
    of("1020adminsecret", "with `u` after the other values");
    of("10secret", "without `period_end`");
    of("secret", "of the key alone");
    of("1020allsecret", "with `s_user`, dropped by the server");

    let request = "u=admin&user_id=2&state=on&custom=x";
    assert_made("user_details_get", request, "2secret", "without `state` and `custom`");
    let request = "u=admin&p=admin1&state=on";
    let expected = "by the global list, which this function does not use";
    assert_made("users_get", request, "onsecret", expected);
    let request = "u=admin&test=1&id=5";
    assert_made(
        "phonebook_record_delete",
        request,
        "admin15secret",
        "of every parameter in the order of the request",
    );
}

#[test]
fn the_order_is_diagnosed() {
    let of = |request, expected| assert_made("user_calls_get", request, "2010secret", expected);
    of("u=admin&period_end=20&period_start=10", "in the order of the request");
    of("u=admin&period_start=10&period_end=20", "in the alphabetical order of the names");
}

#[test]
fn the_form_of_the_values_is_diagnosed() {
    assert_made("user_details_get", "u=admin&user_id=007", "007secret", "with `user_id` as sent");
    let expected = "with `period_start` as sent, with `s_user`, dropped by the server";
    let request = "u=admin&period_start=010&s_user=all";
    assert_made("user_calls_get", request, "010allsecret", expected);
    assert_made("phonebook_record_delete", "u=admin&id=007", "7secret", "without leading zeros of values");
    assert_made(
        "phonebook_record_delete",
        "u=admin&id=7%20",
        "7secret",
        "without the white space around values",
    );
    for encoded in ["7+x%2Bsecret", "7%20x%2Bsecret"] {
        assert_made("phonebook_record_delete", "u=admin&id=7%20x%2B", encoded, "of percent-encoded values");
    }
    let expected = "of names and values as in a query string";
    assert_made("phonebook_record_delete", "u=admin&id=7", "id=7secret", expected);
}

#[test]
fn the_key_is_diagnosed() {
    let of = |text, expected| assert_made("phonebook_record_delete", "u=admin&id=7", text, expected);
    of("7abcdefghijkl", "made with the key of reseller");
    of("7secret\n", "with a line break after the key");
    of("7secret\r\n", "with a line break after the key");
    of("7secret ", "with a blank after the key");
    of("secret7", "with the key in front");
    of("7", "without the key");
    of(
        "admin7abcdefghijkl\n",
        "with `u` in front, made with the key of reseller, with a line break after the key",
    );
}

#[test]
fn upper_case_and_white_space_are_diagnosed_beside_the_rest() {
    let of = |hash: &str| diagnosis("phonebook_record_delete", "u=admin&id=7", hash);
    let upper = sha1("7secret").to_uppercase();
    assert_eq!(of(&upper), "this is the hash in upper-case digits");
    let expected = "this is the hash with `u` in front, in upper-case digits, with white space around it";
    assert_eq!(of(&format!("{}\n", sha1("admin7secret").to_uppercase())), expected);
}

#[test]
fn the_search_ends_soon_however_long_the_request() {
    let parameters = (0..2000).map(|number| format!("&p{number}=x")).collect::<Vec<_>>().concat();
    let long = format!("u=admin&id={}", "7".repeat(1 << 20));
    for request in [format!("u=admin&id=7{parameters}"), long.clone()] {
        let unknown = "none of the tried recipes makes this hash";
        assert_eq!(diagnosis("phonebook_record_delete", &request, &"0a".repeat(20)), unknown);
    }
    let upper = sha1(&format!("{}secret", "7".repeat(1 << 20))).to_uppercase();
    assert_eq!(diagnosis("phonebook_record_delete", &long, &upper), "this is the hash in upper-case digits");
}

#[test]
fn names_that_no_function_has_stay_out_of_a_diagnosis() {
    let of = |text: &str| diagnosis("phonebook_record_delete", "u=admin&id=7&my-password=x", &sha1(text));
    assert_eq!(of("x7secret"), "none of the tried recipes makes this hash");
    assert_eq!(of("admin7xsecret"), "this is the hash of every parameter in the order of the request");
}

#[test]
fn only_hashes_are_abbreviated_and_nothing_else_is_shown() {
    assert_eq!(abbreviation(&sha1("")).as_deref(), Some("da39a3ee…"));
    for text in ["", "secret", "abcdef12", "ž".repeat(40).as_str()] {
        assert_eq!(abbreviation(text), None, "{text}");
    }
}

#[test]
fn listed_parameters_keep_their_places_when_one_is_dropped() {
    let params = Params::merge(Params::pairs(b"u=admin&s_user=all&period_end=020&period_start=10"));
    let HashInput { listed, dropped, .. } = input(find("user_calls_get").unwrap(), &params);
    let names: Vec<_> = listed.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!((names, dropped), (vec!["period_start", "period_end", "s_user"], vec!["s_user".to_owned()]));
}
