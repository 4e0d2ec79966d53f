//! Every recipe once, and what limits the search.

use std::time::{Duration, Instant};

use secrecy::SecretString;

use super::{
    HashInput, SecretKind,
    check::{Key, Signed, abbreviation, check, digest},
    input,
};
use crate::{catalog::find, http::Params};

/// The diagnosis of a request whose key is `secret`; the reseller's is `abcdefghijkl`.
fn diagnosis(function: &str, request: &str, hash: &str) -> String {
    let hash: String = form_urlencoded::byte_serialize(hash.as_bytes()).collect();
    diagnosis_of(function, &format!("{request}&hash={hash}")).expect("a refused hash")
}

fn diagnosis_of(function: &str, request: &str) -> Option<String> {
    let pairs = crate::http::decode::pairs(request.as_bytes());
    let bytes = pairs.iter().filter_map(|pair| Some((pair.name.clone(), pair.value.bytes.clone()?)));
    let params = Params::merge(Params::pairs(request.as_bytes())).with_bytes(&bytes.collect::<Vec<_>>());
    let function = find(function).unwrap();
    let secrets = ["secret", "abcdefghijkl", "password1", "uniquehash1"].map(SecretString::from);
    let [secret, other, password, uniquehash] = &secrets;
    let keys = vec![Key { owner: "admin", secret }];
    let other_secrets = vec![
        (SecretKind::Key, Key { owner: "reseller", secret: other }),
        (SecretKind::Password, Key { owner: "admin", secret: password }),
        (SecretKind::Uniquehash, Key { owner: "admin", secret: uniquehash }),
    ];
    let request = Signed { function: Some(function), params: &params, keys, other_secrets };
    let (is_right, check) = check(&request, input(function, &params));
    assert_eq!(is_right, check.diagnosis().is_none());
    check.diagnosis().map(ToString::to_string)
}

fn sha1(text: impl AsRef<[u8]>) -> String {
    digest([text.as_ref()], &SecretString::from(""))
}

/// A request hashed from this text gets this diagnosis.
#[track_caller]
fn assert_made(function: &str, request: &str, text: impl AsRef<[u8]>, expected: &str) {
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
    assert_eq!(of("not a hash"), "this is not a hexadecimal number, a hash has 40 digits 0-9 and a-f");
    assert_eq!(of(&"0a".repeat(16)), "this has 32 digits, as many as an MD5, instead of the 40 of a SHA-1");
    assert_eq!(of("abc"), "this has 3 digits instead of the 40 of a SHA-1");
    assert_eq!(
        of(&"0a".repeat(32)),
        "this has 64 digits, as many as a SHA-256, instead of the 40 of a SHA-1"
    );
    assert_eq!(of(&"0a".repeat(20)), "none of the tried recipes makes this hash");
}

#[test]
fn a_secret_sent_as_the_hash_is_recognised() {
    let of = |hash: &str| diagnosis("phonebook_record_delete", "u=admin&id=1234567x", hash);
    assert_eq!(of("secret"), "this is the API key of admin itself, not a hash made with the key");
    assert_eq!(of("abcdefghijkl"), "this is the API key of reseller itself, not a hash made with the key");
    assert_eq!(of("password1"), "this is the password of admin itself, not a hash made with the key");
    assert_eq!(of("uniquehash1"), "this is the uniquehash of admin itself, not a hash made with the key");
    assert_eq!(of("abc123def4"), "this looks like a uniquehash, a hash has 40 digits 0-9 and a-f");
    assert_eq!(of("1234567x"), "this is the value of `id`, not a hash");
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
    of("admin20secret", "of exactly `u` + `period_end`");

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
    let request = "u=admin&device_id=1&did=2";
    assert_made("did_device_assign", request, "21secret", "in another order: `did` + `device_id`");
    assert_made("did_device_assign", request, "2adminsecret", "of exactly `did` + `u`");
}

#[test]
fn a_value_that_does_not_count_is_diagnosed() {
    let request = "u=admin&user_id=2&user_id=3";
    assert_made(
        "user_details_get",
        request,
        "2secret",
        "with an earlier `user_id`, of which the last counts",
    );
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
    for (request, text, expected) in [
        ("id=12.50", "12.5", "without the last zeros or decimals of values"),
        ("id=12.50", "12", "without the last zeros or decimals of values"),
        ("id=+370", "+370", "with + where the server reads a blank"),
        ("id=a%2Bb", "a b", "with a blank where the server reads +"),
        ("id=Ab", "ab", "of values in lower case"),
        ("id=Ab", "AB", "of values in upper case"),
        ("id=true", "1", "with words in place of 0 and 1, or the reverse"),
        ("id=7", "7\n", "with a line break after a value"),
        ("id=Zo%C5%BE", "Zo?", "with ? in place of letters"),
        ("id=Zo%C3%AB", "ZoÃ«", "of values encoded in UTF-8 twice"),
        ("id=Zo%C3%AB", "Zoe\u{308}", "of values in decomposed form (NFD)"),
        ("id=Zoe%CC%88", "Zoë", "of values in composed form (NFC)"),
        ("id=Zo%EB", "Zoë", "of values in UTF-8, which they are not sent in"),
    ] {
        assert_made("phonebook_record_delete", request, format!("{text}secret"), expected);
    }
    let request = "u=admin&id=Zo%C3%AB";
    assert_made("phonebook_record_delete", request, b"Zo\xebsecret", "of values hashed as ISO-8859-1");
    assert_made(
        "phonebook_record_delete",
        request,
        b"adminZo\xebsecret",
        "of exactly `u` + `id`, of values hashed as ISO-8859-1",
    );
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
    of("7password1", "made with the password of admin in place of the key");
    let request = "u=admin&device_id=1&did=2";
    let expected = "with the key in the middle, between `device_id` and `did`";
    assert_made("did_device_assign", request, "1secret2", expected);
    of(
        "admin7abcdefghijkl\n",
        "with `u` in front, made with the key of reseller, with a line break after the key",
    );
}

#[test]
fn upper_case_and_white_space_are_diagnosed_beside_the_rest() {
    let of = |hash: &str| diagnosis("phonebook_record_delete", "u=admin&id=7", hash);
    let upper = sha1("7secret").to_uppercase();
    assert_eq!(of(&upper), "this is the hash in upper-case digits, and the server compares lower case");
    let expected = "this is the hash with `u` in front, in upper-case digits, and the server compares lower case, with \
                    white space around it";
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
    let upper = sha1(format!("{}secret", "7".repeat(1 << 20))).to_uppercase();
    let expected = "this is the hash in upper-case digits, and the server compares lower case";
    assert_eq!(diagnosis("phonebook_record_delete", &long, &upper), expected);
}

#[test]
fn every_choice_of_sixteen_parameters_is_tried_in_time() {
    let request: Vec<String> = (1..16).map(|number| format!("p{number}=v{number}")).collect();
    let request = format!("id=7&{}", request.join("&"));
    let start = Instant::now();
    let expected = "of exactly `id` + `p2` + `p5` + `p9` + `p11` + `p15`";
    assert_made("phonebook_record_delete", &request, "7v2v5v9v11v15secret", expected);
    let unknown = diagnosis("phonebook_record_delete", &request, &"0a".repeat(20));
    assert_eq!(unknown, "none of the tried recipes makes this hash");
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

#[test]
fn a_parameter_that_the_function_does_not_have_is_named_unless_the_name_is_a_secret() {
    let of = |name: &str, text: &str| {
        diagnosis("phonebook_record_delete", &format!("u=admin&id=7&{name}=x"), &sha1(text))
    };
    assert_eq!(of("my_id", "x7secret"), "this is the hash with `my_id` in front");
    assert_eq!(of("my_id", "7xsecret"), "this is the hash with `my_id` after the other values");
    assert_eq!(of("password1", "x7secret"), "this is the hash with `[hidden]` in front");
    assert_eq!(
        of("my_id", "admin7xsecret"),
        "this is the hash of every parameter in the order of the request"
    );
}

#[test]
fn a_value_that_is_not_utf8_is_hashed_as_it_was_sent() {
    let hash = sha1(b"Zo\xebsecret");
    assert_eq!(diagnosis_of("phonebook_record_delete", &format!("u=admin&id=Zo%EB&hash={hash}")), None);
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
