//! `ping`: pings the daemon of the `box_office` with an 'unusual `[text]` `<b>here</b>`',
//! `http://example.com/x` and `CamelCase`.

// CHECK: a sample cannot be read: ill-formed document: expected `</broken>`, but `</page>` was found (it
// starts "<page><broken></page>").
// CHECK: the page publishes no hash: that `key` is hashed is not proven by anything.
// CHECK: the page does not say that `u` is sent: it is declared without a caller.
// CHECK: no sample of an answer can be read: the response keeps whatever elements there are.
// CHECK: no word tells what the call does to the server: it is taken for a write.

use mor_api::{ElementMap, Endpoint, FromXml};

/// Pings the daemon of the `box_office` with an 'unusual `[text]` `<b>here</b>`', `http://example.com/x`
/// and `CamelCase`.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "ping",
    effect = write,
    caller = none,
    response = PingAnswer,
)]
pub struct Ping {
    /// What to ping.
    #[nohash]
    pub id: Option<u64>,

    /// A text.
    #[nohash]
    pub message: Option<String>,
}

/// What `ping` answers; the page does not show it.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct PingAnswer {
    /// All there is.
    #[mor(rest)]
    pub elements: ElementMap,
}
