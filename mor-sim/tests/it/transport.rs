//! Methods, paths, settings, content types, and requests no server would like.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
};

use mor_sim::Simulator;

use crate::support::{get, post, send, sha1, signed};

#[test]
fn get_is_refused_until_the_setting_allows_it_but_for_the_balance_functions() {
    let sim = Simulator::start().unwrap();
    let path = format!("/billing/api/services_get?u=admin&hash={}", sha1("secret"));
    assert!(get(&sim, &path).text().contains("<status>\n  <error>GET Requests are disabled</error>"));
    assert_eq!(get(&sim, "/billing/api/simple_balance/somehash").text(), "60.0000");

    sim.settings(|settings| settings.allow_get = true);
    assert!(get(&sim, &path).text().contains("<services>"));
    let upload = format!("/api/autodialer_upload_numbers?u=some_user&id=1&hash={}", sha1("1secret"));
    assert!(get(&sim, &upload).text().contains("GET Requests are disabled"), "the upload is POST only");
}

#[test]
fn a_disabled_api_refuses_known_callers() {
    let sim = Simulator::start().unwrap();
    sim.settings(|settings| settings.allow_api = false);
    let disabled = "<status>\n  <error>API Requests are disabled</error>\n</status>\n";
    assert!(post(&sim, "services_get", "u=admin").text().ends_with(disabled));
    assert!(post(&sim, "user_simple_balance_get", "id=x").text().ends_with(disabled));
    assert!(post(&sim, "services_get", &signed("u=reseller", "abcdefghijkl")).text().contains("<services>"));
    assert!(post(&sim, "services_get", "u=nobody").text().contains("Access Denied"));
    assert!(post(&sim, "user_login", "u=admin&p=wrong").text().contains("Login failed"));
}

#[test]
fn paths_come_with_either_prefix_a_format_and_an_id() {
    let sim = Simulator::start().unwrap();
    let form = signed("u=admin", "5secret");
    let form_type = "application/x-www-form-urlencoded";
    for path in ["/billing/api/phonebook_record_delete/5", "/api/phonebook_record_delete.xml?id=5"] {
        let reply = send(&sim, "POST", path, form_type, form.as_bytes());
        assert!(reply.text().contains("<success>"), "{path}: {}", reply.text());
    }
    assert_eq!(sim.requests()[0].path_id.as_deref(), Some("5"));
}

#[test]
fn an_unknown_function_is_told_so_and_other_paths_are_not_found() {
    let sim = Simulator::start().unwrap();
    let reply = post(&sim, "no_such_function", "u=admin");
    assert_eq!((reply.status, reply.text().contains("<error>There is no such API</error>")), (200, true));
    assert_eq!(get(&sim, "/billing/").status, 404);
    assert_eq!(send(&sim, "DELETE", "/api/users_get", "text/plain", b"").status, 404);
    assert_eq!(sim.requests().len(), 3);
}

#[test]
fn content_types_follow_the_settings_and_test_1() {
    let sim = Simulator::start().unwrap();
    let typed = |form: &str| {
        let reply = post(&sim, "login_form", form);
        (
            reply.header("content-type").unwrap().to_owned(),
            reply.header("content-disposition").unwrap().to_owned(),
        )
    };
    assert_eq!(typed("").0, "text/html");
    assert_eq!(typed("test=1"), ("text/html; charset=utf-8".to_owned(), "inline".to_owned()));
    sim.settings(|settings| settings.xml_extension = true);
    let attachment = "attachment; filename=\"mor_api_response.xml\"".to_owned();
    assert_eq!(typed("test=0"), ("text/xml".to_owned(), attachment));
    assert_eq!(typed("test=1"), ("application/xml".to_owned(), "inline".to_owned()));
}

#[test]
fn tariffs_come_zipped_unless_test_is_1_and_hash_errors_never() {
    let sim = Simulator::start().unwrap();
    let zipped = post(&sim, "tariff_rates_get", &signed("u=admin", "secret"));
    assert_eq!(zipped.header("content-type"), Some("application/zip"));
    assert!(zipped.header("content-disposition").unwrap().ends_with(".xml.zip\""));
    assert!(zipped.body.starts_with(b"PK\x03\x04") && zipped.body.ends_with(&[0, 0]));
    assert!(post(&sim, "get_tariff", &signed("u=admin&test=1", "secret")).text().contains("<tariff_name>"));
    assert!(post(&sim, "tariff_rates_get", "u=admin").text().contains("Incorrect hash"));
    assert!(
        post(&sim, "tariff_rates_get", "u=nobody").body.starts_with(b"PK"),
        "errors of the function are zipped"
    );
}

#[test]
fn logging_in_looks_at_the_password() {
    let sim = Simulator::start().unwrap();
    assert!(post(&sim, "login", "u=admin&p=admin1").text().contains("<status>ok</status>"));
    assert!(post(&sim, "user_login", "u=admin&p=admin2").text().contains("<status>failed</status>"));
    sim.settings(|settings| settings.login_redirect = true);
    let reply = post(&sim, "user_login", "u=admin&p=admin1");
    assert_eq!((reply.status, reply.header("location")), (302, Some("/billing/")));
    assert_eq!(post(&sim, "user_login", "u=admin&p=admin2").status, 200);
}

#[test]
fn a_wrong_password_is_refused_where_it_is_checked() {
    let sim = Simulator::start().unwrap();
    let users = |form: &str, hashed: &str| post(&sim, "users_get", &signed(form, hashed)).text();
    assert!(users("u=admin&p=admin1", "adminadmin1secret").contains("<users>"));
    assert!(users("u=admin&p=wrong", "adminwrongsecret").contains("Access Denied"));
    assert!(users("u=admin&uniquehash=adminhash1", "adminsecret").contains("<users>"));
    assert!(post(&sim, "morphone_details_get", "u=admin&p=wrong").text().contains("Bad login"));
}

#[test]
fn a_missing_required_parameter_is_refused_after_the_hash() {
    let sim = Simulator::start().unwrap();
    let reply = post(&sim, "quickforwards_did_delete", &signed("u=admin", "secret"));
    assert!(reply.text().contains("<error>DID was not found</error>"), "{}", reply.text());
}

#[test]
fn a_parameter_the_server_drops_counts_as_missing() {
    let sim = Simulator::start().unwrap();
    let reply = post(&sim, "device_delete", &signed("u=admin&device=abc", "secret"));
    assert!(!reply.text().contains("<success>"), "{}", reply.text());
    assert!(reply.text().contains("Device was not found"), "{}", reply.text());
}

#[test]
fn broken_requests_are_answered_too() {
    let sim = Simulator::start().unwrap();
    assert_eq!(post(&sim, "users_get", "%&%zz=%f&=&&u=%ff%00").status, 200);
    assert_eq!(get(&sim, "/billing/api/%ff%00").status, 200);
    let multipart = "multipart/form-data; boundary=x";
    assert_eq!(send(&sim, "POST", "/api/users_get", "multipart/form-data", b"").status, 400);
    assert_eq!(send(&sim, "POST", "/api/users_get", multipart, b"--x\r\nno end").status, 400);
    assert_eq!(send(&sim, "POST", "/api/users_get", "application/json", b"{}").status, 200);
    assert_eq!(sim.requests().len(), 5);
}

#[test]
fn a_huge_body_is_refused() {
    let sim = Simulator::start().unwrap();
    let body = vec![b'a'; 17 * 1024 * 1024];
    let head = format!(
        "POST /api/users_get HTTP/1.1\r\nHost: mor\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    let mut stream = TcpStream::connect(("127.0.0.1", sim.port())).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    // The server may stop reading before all is sent, and the reset may overtake its answer: wait for the end only.
    let _ = stream.write_all(&body);
    let _ = stream.read_to_end(&mut Vec::new());
    assert_eq!(post(&sim, "login_form", "").status, 200, "it still answers");
    let big = sim.requests().into_iter().find(|request| request.function == "users_get").unwrap();
    assert_eq!(big.verdict.to_string(), "hash not checked: the request could not be read");
}
