//! Encoding and signing of arbitrary values: nothing is lost, nothing is added, nothing secret is printed.

use http::header::CONTENT_TYPE;
use mor_api::{BodyPart, CallOptions, Credentials, Endpoint, Method, PreparedRequest, Server};
use mor_endpoints::autodialer::PollResults;
use proptest::prelude::*;
use sha1::{Digest, Sha1};

/// Texts in every place a text can have.
#[derive(Debug, Clone, Endpoint)]
#[mor(function = "texts_send", effect = write, response = PollResults, caller = hashed(2), password = hashed(4))]
struct TextsSend {
    #[hash(order = 3)]
    first: String,
    #[nohash]
    #[mor(rename = "a.name[-1]")]
    odd_name: Option<String>,
    #[hash(order = 1)]
    last: Option<String>,
}

/// What a caller and a request are made of.
#[derive(Debug, Clone)]
struct Texts {
    username: String,
    password: String,
    key: String,
    first: String,
    odd: Option<String>,
    last: Option<String>,
}

impl Texts {
    fn request(&self) -> TextsSend {
        let mut request = TextsSend::new(self.first.as_str());
        request.odd_name.clone_from(&self.odd);
        request.last.clone_from(&self.last);
        request
    }

    fn credentials(&self) -> Credentials {
        Credentials::new(&self.username).with_password(self.password.as_str()).with_key(self.key.as_str())
    }

    fn prepare(&self, method: Method) -> PreparedRequest {
        server(method).prepare(&self.request(), &self.credentials(), &CallOptions::default()).unwrap()
    }

    /// The hash computed in the plainest way there is.
    fn reference_hash(&self) -> Option<String> {
        let key = self.key.trim();
        let last = self.last.as_deref().unwrap_or_default();
        let text = [last, &self.username, &self.first, &self.password, key].concat();
        (!key.is_empty()).then(|| hex::encode(Sha1::digest(text)))
    }

    /// The pairs that must arrive.
    fn pairs(&self) -> Vec<(String, String)> {
        let mut pairs = vec![("u", self.username.clone()), ("p", self.password.clone())];
        pairs.push(("first", self.first.clone()));
        pairs.extend(self.odd.clone().map(|odd| ("a.name[-1]", odd)));
        pairs.extend(self.last.clone().map(|last| ("last", last)));
        pairs.extend(self.reference_hash().map(|hash| ("hash", hash)));
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

fn server(method: Method) -> Server {
    Server::new("https://switch.example.com").unwrap().with_method(method)
}

fn decode(encoded: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded).into_owned().collect()
}

/// Any text, with what has a meaning in forms far more often than chance would have it.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        any::<String>(),
        "[&=+%;#? \t\r\n\0/\"<>\\\\]{0,8}",
        "(%[0-9a-fA-F]{2}|%|&amp;|\u{feff}|ü|日本|🎉){0,4}",
        "[a-z0-9]{0,12}",
    ];
    prop::collection::vec(pieces, 0..4).prop_map(|pieces| pieces.concat())
}

fn texts() -> impl Strategy<Value = Texts> {
    let optional = || prop::option::of(text());
    (text(), text(), text(), text(), optional(), optional()).prop_map(
        |(username, password, key, first, odd, last)| Texts { username, password, key, first, odd, last },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_body_gives_back_the_pairs(texts in texts()) {
        let request = texts.prepare(Method::Post);
        let body = request.read_body().unwrap();
        prop_assert_eq!(request.body().collect::<Vec<_>>(), [BodyPart::Bytes(&body)]);
        prop_assert_eq!(request.content_length(), Some(body.len() as u64));
        prop_assert_eq!(request.content_type(), Some("application/x-www-form-urlencoded"));
        prop_assert_eq!(decode(&body), texts.pairs());
        prop_assert!(body.iter().all(|byte| byte.is_ascii_alphanumeric() || b"*-._+%&=".contains(byte)));
    }

    #[test]
    fn the_hash_is_that_of_the_joined_values(texts in texts()) {
        let explained =
            server(Method::Post).explain(&texts.request(), &texts.credentials(), &CallOptions::default()).unwrap();
        prop_assert_eq!(explained.hash, texts.reference_hash());
    }

    #[test]
    fn the_explanation_shows_the_form_but_for_the_password(texts in texts()) {
        let explained =
            server(Method::Post).explain(&texts.request(), &texts.credentials(), &CallOptions::default()).unwrap();
        let masked = |(name, value): (String, String)| match name.as_str() {
            "p" if !value.is_empty() => (name, "***".to_owned()),
            _ => (name, value),
        };
        let form: Vec<_> = texts.prepare(Method::Post).form().map(masked).collect();
        prop_assert_eq!(form, explained.form);
    }

    #[test]
    fn every_method_carries_the_same_pairs(texts in texts()) {
        for method in [Method::PostQuery, Method::Get] {
            let request = texts.prepare(method);
            prop_assert_eq!((request.content_type(), request.body().count()), (None, 0));
            let (url, query) = request.url().split_once('?').unwrap();
            prop_assert_eq!(url, "https://switch.example.com/billing/api/texts_send");
            prop_assert_eq!(decode(query.as_bytes()), texts.pairs());
            prop_assert_eq!(request.form().collect::<Vec<_>>(), texts.pairs());
        }
        prop_assert_eq!(texts.prepare(Method::Post).form().collect::<Vec<_>>(), texts.pairs());
    }

    #[test]
    fn every_request_is_one_of_the_http_crate(texts in texts()) {
        let post = texts.prepare(Method::Post).into_http().unwrap();
        prop_assert_eq!(post.method(), http::Method::POST);
        prop_assert_eq!(post.uri().query(), None);
        prop_assert_eq!(post.headers().get(CONTENT_TYPE).unwrap(), "application/x-www-form-urlencoded");
        prop_assert_eq!(decode(post.body()), texts.pairs());

        let get = texts.prepare(Method::Get).into_http().unwrap();
        prop_assert_eq!(get.method(), http::Method::GET);
        prop_assert_eq!(get.headers().get(CONTENT_TYPE), None);
        prop_assert_eq!(decode(get.uri().query().unwrap().as_bytes()), texts.pairs());
        prop_assert!(get.body().is_empty());
    }
}

const KEY: &str = "key-2f6d1c";
const PASSWORD: &str = "password-9b7e44";

fn planted() -> Texts {
    let text = |text: &str| text.to_owned();
    Texts {
        username: text("bob"),
        password: text(PASSWORD),
        key: text(KEY),
        first: text("hello"),
        odd: None,
        last: Some(text("world")),
    }
}

#[track_caller]
fn assert_hidden(printed: &str) {
    let hash = planted().reference_hash().unwrap();
    for secret in [KEY, PASSWORD, &hash, &hash[..8]] {
        assert!(!printed.contains(secret), "{secret} in {printed}");
    }
}

#[test]
fn debug_of_a_request_shows_where_it_goes_and_no_secret() {
    for method in [Method::Post, Method::PostQuery, Method::Get] {
        let printed = format!("{:?} {:#?}", planted().prepare(method), planted().prepare(method));
        assert!(printed.contains("https://switch.example.com/billing/api/texts_send"), "{printed}");
        assert_hidden(&printed);
    }
}

#[test]
fn debug_of_credentials_says_which_secrets_there_are() {
    let printed = format!("{:?}", planted().credentials());
    let expected = r#"Credentials { username: "bob", key: Some(***), password: Some(***) }"#;
    assert_eq!(printed, expected);
}

#[test]
fn an_explanation_hides_key_and_password_and_only_display_shows_the_hash() {
    let planted = planted();
    let explained = server(Method::Get)
        .explain(&planted.request(), &planted.credentials(), &CallOptions::default())
        .unwrap();
    assert_hidden(&format!("{explained:?}"));

    let hash = planted.reference_hash().unwrap();
    let shown = explained.to_string();
    assert_eq!(shown.matches(&hash).count(), 2, "{shown}");
    assert_hidden(&shown.replace(&hash, ""));
    for line in ["   1. world ", "   2. bob ", "   3. hello ", "   4. *** ", "   5. *** "] {
        assert!(shown.contains(line), "{line:?} in {shown}");
    }
}

#[test]
fn debug_of_a_hash_hides_its_digits() {
    let planted = planted();
    let printed = format!("{:?}", mor_api::Hash::of(["world", "bob", "hello", PASSWORD], KEY));
    assert_eq!(
        mor_api::Hash::of(["world", "bob", "hello", PASSWORD], KEY).as_str(),
        planted.reference_hash().unwrap()
    );
    assert_hidden(&printed);
}
