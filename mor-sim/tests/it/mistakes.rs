//! Mistakes of clients besides the hash: the answer a MOR server gives, and what the simulator says about them.

use mor_sim::{
    Remark, Simulator,
    catalog::{ParamType, ResponseKind, functions},
};

use crate::support::{get, post, raw, send, sha1, signed};

const FORM: &str = "application/x-www-form-urlencoded";

/// A request, the answer, and what the page and the recorded request say.
struct Case {
    method: &'static str,
    path: &'static str,
    content_type: &'static str,
    body: String,
    status: u16,
    answer: &'static str,
    diagnosis: &'static str,
}

fn case(path: &'static str, body: &str, answer: &'static str, diagnosis: &'static str) -> Case {
    let body = body.to_owned();
    Case { method: "POST", path, content_type: FORM, body, status: 200, answer, diagnosis }
}

/// Mistakes in the method, the path and the body.
fn of_transport() -> Vec<Case> {
    let users = "/billing/api/users_get";
    let denied = "Access Denied";
    vec![
        Case {
            status: 404,
            ..case(
                "//billing/api/users_get",
                "u=admin&p=admin1&hash=x",
                "Not Found",
                "the path has a doubled slash",
            )
        },
        Case {
            status: 404,
            ..case(
                "/billing/api/",
                "action=dids_get&u=admin",
                "Not Found",
                "action=dids_get is the call form",
            )
        },
        Case {
            content_type: "application/json",
            ..case(users, "{\"u\":\"admin\"}", denied, "the body is JSON, which MOR does not read")
        },
        case(users, "{\"u\":\"admin\"}", denied, "the body is JSON, which MOR does not read"),
        Case {
            content_type: "text/plain",
            ..case(users, "{\"u\":\"admin\"}", denied, "the body is JSON, which MOR does not read")
        },
        Case {
            content_type: "text/plain; charset=utf-8",
            ..case(users, "u=admin", denied, "the body is text/plain, which MOR does not read")
        },
        Case {
            method: "PUT",
            status: 404,
            ..case(users, "u=admin", "Not Found", "PUT is not taken; send POST")
        },
        case("/billing/api/USERS_GET", "u=admin", "There is no such API", "did you mean users_get?"),
        case(
            "/billing/api/get_balance",
            "u=admin",
            "There is no such API",
            "did you mean user_balance_get or",
        ),
        case(
            users,
            "u=admin&amp;p=admin1&amp;hash=x",
            "Incorrect hash",
            "the parameters are separated by &amp;amp; and must be by &amp; alone",
        ),
    ]
}

/// Mistakes in the parameters and their hash.
fn of_parameters() -> Vec<Case> {
    vec![
        case(
            "/billing/api/user_details_get",
            &signed("u=admin&user_id=2&user_id=3", "2secret"),
            "Incorrect hash",
            "user_id came twice, the last counts",
        ),
        case(
            "/billing/api/did_device_assign",
            &signed("u=admin&device_id=1&did=2", "21secret"),
            "Incorrect hash",
            "in another order: `did` + `device_id`",
        ),
        case(
            "/billing/api/user_balance_update",
            &signed("u=admin&user_id=2", "2secret"),
            "User balance not updeted",
            "hash accepted",
        ),
        case(
            "/billing/api/device_update",
            &signed("u=admin&device=2&no_such_parameter=1", "2secret"),
            "page",
            "no_such_parameter is not a parameter of device_update",
        ),
        case(
            "/billing/api/user_details_get",
            &signed("u=admin&user_id=2&state=on", "2onsecret"),
            "page",
            "state is not a parameter of user_details_get, but the server hashes it all the same",
        ),
        case(
            "/billing/api/callback_init",
            &signed("u=admin&device=2&src=+37060000001", "2 37060000001secret"),
            "",
            "src has an unescaped +, which became a blank",
        ),
        case(
            "/billing/api/user_details_get",
            &signed("u=admin&user_id=2&apikey=abcdefghijkl", "2secret"),
            "page",
            "apikey holds the API key of reseller; the key is hashed and never sent",
        ),
        case(
            "/billing/api/user_details_get",
            &signed("u=admin&username=Zo%EB", "Zo?secret"),
            "Incorrect hash",
            "username is not UTF-8: Zo\\xEB",
        ),
    ]
}

#[test]
fn the_answer_is_that_of_a_server_and_the_page_names_the_mistake() {
    for Case { method, path, content_type, body, status, answer, diagnosis } in
        of_transport().into_iter().chain(of_parameters())
    {
        let sim = Simulator::start().unwrap();
        let reply = send(&sim, method, path, content_type, body.as_bytes());
        assert_eq!((reply.status, reply.text().contains(answer)), (status, true), "{path}: {}", reply.text());
        let page = get(&sim, "/").text();
        let (requests, _) = page.split_once("id=\"server\"").unwrap();
        assert!(requests.contains(diagnosis), "{method} {path} {body}: {requests}");
        assert_eq!(sim.ledger().iter().filter(|entry| entry.function == "user_balance_update").count(), 0);
    }
}

#[test]
fn programs_read_the_same() {
    let sim = Simulator::start().unwrap();
    post(&sim, "device_update", &signed("u=admin&device=2&devcie=3&test=1&test=1&test=1", "2secret"));
    let remarks = sim.last_request().unwrap().remarks;
    assert_eq!(
        remarks,
        [
            Remark::Repeated { name: "test".to_owned(), times: 3 },
            Remark::UnknownParameter {
                name: "devcie".to_owned(),
                function: "device_update".to_owned(),
                is_hashed: false,
                similar: vec!["device".to_owned()],
            }
        ]
    );
    assert_eq!(remarks[1].to_string(), "devcie is not a parameter of device_update; did you mean device?");
}

#[test]
fn a_correct_request_has_no_remarks() {
    let sim = Simulator::start().unwrap();
    post(&sim, "user_balance_update", &signed("u=admin&user_id=2&balance=%2B1&test=1", "2+1secret"));
    post(&sim, "phonebook_record_create", "u=admin&user_id=2&number=1&name=John+Smith&speeddial=22");
    send(&sim, "POST", "/billing/api/login_form", "text/plain", b"");
    get(&sim, "/api/simple_balance/somehash");
    for request in sim.requests() {
        assert!(request.remarks.is_empty(), "{}: {:?}", request.function, request.remarks);
    }
}

#[test]
fn bytes_that_are_not_utf8_are_kept_and_hashed_as_they_came() {
    let sim = Simulator::start().unwrap();
    let hash = {
        use sha1::{Digest as _, Sha1};
        hex::encode(Sha1::digest(b"Zo\xebsecret"))
    };
    post(&sim, "user_details_get", &format!("u=admin&username=Zo%EB&hash={hash}"));
    let request = sim.last_request().unwrap();
    assert!(request.verdict.is_accepted(), "{}", request.verdict);
    assert_eq!(request.param("username").as_deref(), Some("Zo\\xEB"));
    assert_eq!(request.raw().not_utf8, [("username".to_owned(), b"Zo\xeb".to_vec())]);
    assert_eq!(request.remarks[0].to_string(), "username is not UTF-8: Zo\\xEB");
}

#[test]
fn remarks_hold_no_secrets() {
    let sim = Simulator::start().unwrap();
    let hash = sha1("x");
    post(&sim, "users_get", &format!("u=admin&admin1=1&p=%EBabcdefghijkl&{hash}=1&custom=abcdefghijkl"));
    post(&sim, "abcdefghijkl", "u=admin");
    raw(&sim, b"abcdefghijkl /billing/api/users_get HTTP/1.1\r\nHost: mor\r\nConnection: close\r\n\r\n");
    for request in sim.requests() {
        let remarks = format!(
            "{:?} {}",
            request.remarks,
            request.remarks.iter().map(ToString::to_string).collect::<String>()
        );
        assert!(!request.remarks.is_empty());
        for secret in ["admin1", "abcdefghijkl", &hash] {
            assert!(!remarks.contains(secret), "{remarks}");
        }
    }
}

#[test]
fn no_function_succeeds_without_a_required_parameter() {
    let sim = Simulator::start().unwrap();
    sim.settings(|settings| settings.check_hash = false);
    let mut checked = 0;
    for function in functions() {
        let required = || function.params.iter().filter(|param| param.required && param.name != "u");
        for left_out in required() {
            let mut form = "u=some_user".to_owned();
            for param in
                required().filter(|param| param.name != left_out.name && param.kind != ParamType::File)
            {
                let value = match (function.name.as_str(), param.name.as_str()) {
                    ("user_balance_get", "username") => "admin",
                    ("user_register", "id") => "adminhash1",
                    (_, "p") => "some_user1",
                    _ if param.kind == ParamType::BoolWord => "true",
                    _ => param.values.first().map_or("1", String::as_str),
                };
                form.extend(["&", &param.name, "=", value]);
            }
            let answer = post(&sim, &function.name, &form).text();
            let samples = function.responses.iter().filter(|sample| sample.kind == ResponseKind::Success);
            for sample in samples {
                assert_ne!(answer.trim(), sample.xml.trim(), "{} without {}", function.name, left_out.name);
            }
            assert!(sim.ledger().is_empty(), "{} without {}", function.name, left_out.name);
            checked += 1;
        }
    }
    assert!(checked > 130, "only {checked} parameters");
}
