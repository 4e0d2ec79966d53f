//! How caller and password get into the hash.

use crate::hash_vectors::*;

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
    let callers: Vec<&str> = form.iter().filter(|(name, _)| name == "u").map(|(_, u)| u.as_str()).collect();
    assert_eq!(callers, ["bob"]);
}

#[test]
fn a_hashed_password_is_hashed_and_sent_as_it_is() {
    let credentials = bob().with_password("pa ss");
    assert_hash(&PasswordHashed::new(5_u64), &credentials, "9c157a0519d313fec520d0137a4f6ec64eb69dae");
    let server = Server::new("https://switch.example.com").unwrap();
    let sent = server.prepare(&PasswordHashed::new(5_u64), &credentials, &CallOptions::default()).unwrap();
    assert_eq!(sent.form().nth(1), Some(("p".to_owned(), "pa ss".to_owned())));
}

#[test]
fn a_missing_password_is_asked_for() {
    let error = hash_by(&PasswordHashed::new(5_u64), &bob(), &CallOptions::default()).unwrap_err();
    let expected =
        "users_get: it requires the caller's password: set it on the credentials or the client builder";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn a_function_that_is_not_checked_gets_no_hash() {
    let explained = try_explain(&Unsigned::new(5_u64), &bob(), &CallOptions::default()).unwrap();
    assert_eq!(explained.form, [("id".to_owned(), "5".to_owned())]);
    assert_eq!((explained.signed, explained.hash, explained.hash_parts.len()), (false, None, 0));
}
