//! What is planted, and how it is looked for.

use std::error::Error;
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

use mor_api::{Client, ClientBuilder, Endpoint, Hash, Method, Secret};
use mor_endpoints::autodialer::PollResults;

use crate::listener;
use crate::support::texts;

pub const USER: &str = "bob";
pub const KEY: &str = "planted-key-5ac1f09d";
pub const PASSWORD: &str = "planted-password-77e03b";
pub const DEVICE_SECRET: &str = "planted/device secret&31c7";
pub const PIN: &str = "904417731";
/// What an answer holds that no request held.
pub const ANSWERED: &str = "planted-answer-c0ffee";

/// A function that wants every kind of secret there is.
#[derive(Debug, Clone, Endpoint)]
#[mor(function = "device_update", effect = write, response = PollResults, caller = hashed(1), password = sent)]
pub struct DeviceUpdate {
    #[hash(order = 2)]
    pub device: u64,
    #[hash(order = 3)]
    pub password: Option<Secret>,
    #[nohash]
    pub pin: Option<Secret>,
}

pub fn request() -> DeviceUpdate {
    DeviceUpdate::new(5_u64).password(DEVICE_SECRET).pin(PIN)
}

/// The hash of [`request`].
pub fn hash() -> Hash {
    Hash::of([USER, "5", DEVICE_SECRET], KEY)
}

pub fn builder(url: impl Into<String>, method: Method) -> ClientBuilder {
    Client::builder(url).username(USER).api_key(KEY).password(PASSWORD).method(method)
}

pub const METHODS: [Method; 3] = [Method::Post, Method::PostQuery, Method::Get];

/// What nobody may see. A part of a secret is one, too.
pub fn secrets() -> Vec<String> {
    let encoded: String = form_urlencoded::byte_serialize(DEVICE_SECRET.as_bytes()).collect();
    let hash = hash();
    [
        KEY,
        PASSWORD,
        DEVICE_SECRET,
        &encoded,
        "planted",
        "31c7",
        PIN,
        ANSWERED,
        hash.as_str(),
        &hash.as_str()[..12],
    ]
    .map(str::to_owned)
    .to_vec()
}

#[track_caller]
pub fn assert_hidden(printed: &str) {
    for secret in secrets() {
        assert!(!printed.contains(&secret), "{secret} in {printed}");
    }
}

/// In `Debug` both ways, and in whatever was said to a log meanwhile.
#[track_caller]
pub fn assert_debug_hides(value: &impl Debug) {
    assert_hidden(&format!("{value:?} {value:#?}"));
    listener::assert_silent_about(&secrets());
}

/// Everything an error says, in every form: alone, in its chain, and in the message of a panic.
#[track_caller]
pub fn assert_error_hides<E: Error + 'static>(error: E) -> String {
    let said = format!("{error} {error:?} {error:#?} {:?}", texts(&error));
    assert_hidden(&said);
    let panicked = catch_unwind(AssertUnwindSafe(|| failing(error).unwrap())).unwrap_err();
    let message = panicked.downcast_ref::<String>().expect("unwrap makes a message");
    assert_hidden(message);
    listener::assert_silent_about(&secrets());
    said
}

fn failing<E>(error: E) -> Result<(), E> {
    Err(error)
}
