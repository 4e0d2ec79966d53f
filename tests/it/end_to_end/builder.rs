//! Clients that cannot be built, and why.

use mor_api::Client;

#[track_caller]
fn assert_no_client(builder: mor_api::ClientBuilder, expected: &str) {
    let error = builder.build().unwrap_err();
    assert_eq!(error.to_string(), expected);
    assert!(!format!("{error:?}").contains("sesame"));
}

#[test]
fn without_a_username() {
    let expected = "username: it is missing; MOR expects one with every request, as the parameter u";
    assert_no_client(Client::builder("https://switch.example.com").api_key("sesame"), expected);
    assert_no_client(Client::builder("https://switch.example.com").username(" ").api_key("sesame"), expected);
}

#[test]
fn with_http_to_another_machine_unless_it_is_allowed() {
    let builder = || Client::builder("http://switch.example.com").username("bob");
    assert_no_client(
        builder(),
        "base URL: http to switch.example.com is refused because everybody on the way could read and repeat the \
         requests; use https, or allow http with `allow_http`",
    );
    let client = builder().allow_http(true).build().unwrap();
    assert!(format!("{client:?}").contains("http://switch.example.com/billing/api/"));
}

#[test]
fn with_a_password_in_the_url() {
    assert_no_client(
        Client::builder("https://bob:sesame@switch.example.com").username("bob"),
        "base URL: it must not hold a username or password; right is, for example, https://switch.example.com",
    );
}

#[test]
fn with_a_key_in_the_url() {
    assert_no_client(
        Client::builder("https://switch.example.com/?key=sesame").username("bob"),
        "base URL: it must not have a query; right is, for example, https://switch.example.com",
    );
}

#[test]
fn with_something_else_than_a_url() {
    for (url, problem) in [
        ("switch.example.com", "it needs a scheme and a host"),
        ("", "it is no URL"),
        ("https://", "it is no URL"),
        ("ftp://switch.example.com", "its scheme must be https or http"),
    ] {
        let expected = format!("base URL: {problem}; right is, for example, https://switch.example.com");
        assert_no_client(Client::builder(url).username("bob"), &expected);
    }
}

#[test]
fn with_a_certificate_that_is_none() {
    let no_pem = "root certificate: it holds no certificate in PEM form";
    let damaged = "root certificate: it is damaged, or no certificate of an authority";
    for (pem, expected) in [
        ("", no_pem),
        ("sesame", no_pem),
        ("-----BEGIN CERTIFICATE-----\n", no_pem),
        ("-----BEGIN PRIVATE KEY-----\nc2VzYW1l\n-----END PRIVATE KEY-----\n", no_pem),
        ("-----BEGIN CERTIFICATE-----\nsesame\n-----END CERTIFICATE-----\n", damaged),
    ] {
        let builder = Client::builder("https://switch.example.com").username("bob").root_certificate(pem);
        assert_no_client(builder, expected);
    }
}

#[test]
fn with_a_user_agent_that_cannot_travel() {
    let builder = Client::builder("https://switch.example.com").username("bob").user_agent("a\nb");
    let error = builder.build().unwrap_err().to_string();
    assert!(error.starts_with("the HTTP client cannot be set up: "), "{error}");
}
