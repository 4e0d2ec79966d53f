//! What is kept of a request, and what is not shown of it.

use mor_sim::Simulator;

use crate::support::{self, raw, sha1};

#[test]
fn a_request_is_recorded_in_all_its_parts() {
    let sim = Simulator::start().unwrap();
    let body = "id=3&u=admin&id=4";
    let request = format!(
        "POST /billing/api/phonebook_record_delete?id=1&x=%20y HTTP/1.1\r\nHost: mor\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\nAuthorization: Basic abc\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    raw(&sim, request.as_bytes());

    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let recorded = sim.last_request().unwrap();
    assert_eq!((recorded.method.as_str(), recorded.function.as_str()), ("POST", "phonebook_record_delete"));
    assert_eq!(recorded.path, "/billing/api/phonebook_record_delete");
    assert_eq!(recorded.query, [pair("id", "1"), pair("x", " y")]);
    assert_eq!(recorded.form, [pair("id", "3"), pair("u", "admin"), pair("id", "4")]);
    assert_eq!(
        recorded.param("id").as_deref(),
        Some("4"),
        "the body goes before the query, the last before the first"
    );
    assert!(recorded.headers.contains(&pair("authorization", "[hidden]")), "{:?}", recorded.headers);
    assert_eq!(recorded.content_type.as_deref(), Some("application/x-www-form-urlencoded; charset=utf-8"));
    assert!(recorded.verdict.is_refused());

    sim.clear_requests();
    assert!(sim.last_request().is_none());
}

#[test]
fn secrets_of_a_request_are_not_printed() {
    let sim = Simulator::start().unwrap();
    let hash = sha1("admintop-secretsecret");
    let form = format!("u=admin&p=top-secret&device_password=top-secret&hash={hash}");
    support::post(&sim, "users_get/top-secret", &form);
    let printed = format!("{:#?} {}", sim, sim.last_request().unwrap().verdict);
    assert!(printed.contains("\"admin\""), "{printed}");
    for secret in ["top-secret", &hash, "\"secret\"", "abcdefghijkl"] {
        assert!(!printed.contains(secret), "{secret} in {printed}");
    }
}

#[test]
fn the_fields_of_a_request_hold_no_secrets_and_the_raw_request_does() {
    let sim = Simulator::start().unwrap();
    let hash = sha1("adminadmin1secret");
    let form = format!("u=admin&p=admin1&description=key+abcdefghijkl&s_x={hash}&hash={hash}&plain=7");
    support::post(&sim, "users_get?api_secret_key=q7&id=3", &form);

    let request = sim.last_request().unwrap();
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(request.query, [pair("api_secret_key", "[hidden]"), pair("id", "3")]);
    let hidden = |name: &str| pair(name, "[hidden]");
    assert_eq!(
        request.form,
        [
            pair("u", "admin"),
            hidden("p"),
            hidden("description"),
            hidden("s_x"),
            hidden("hash"),
            pair("plain", "7")
        ]
    );
    assert_eq!(request.param("hash").as_deref(), Some("[hidden]"));

    assert_eq!(request.raw().param("hash"), Some(hash.clone()));
    assert_eq!(request.raw().form[1], pair("p", "admin1"));
    assert_eq!(request.raw().query[0], pair("api_secret_key", "q7"));
    assert_eq!(format!("{:?}", request.raw()), "RawRequest { .. }");
}

#[test]
fn a_secret_in_the_path_is_not_shown() {
    let sim = Simulator::start().unwrap();
    support::get(&sim, "/billing/api/user_balance_get_by_psw/device-pw");
    let request = sim.last_request().unwrap();
    assert_eq!(request.path, "/billing/api/user_balance_get_by_psw/[hidden]");
    assert_eq!(
        (request.path_id.as_deref(), request.param("id").as_deref()),
        (Some("[hidden]"), Some("[hidden]"))
    );
    assert_eq!(request.raw().path, "/billing/api/user_balance_get_by_psw/device-pw");
}

#[test]
fn requests_are_numbered_from_the_start_whatever_is_forgotten() {
    let sim = Simulator::start().unwrap();
    support::post(&sim, "login_form", "");
    sim.clear_requests();
    support::post(&sim, "login_form", "");
    assert_eq!(sim.requests().iter().map(|request| request.number).collect::<Vec<_>>(), [2]);
}
