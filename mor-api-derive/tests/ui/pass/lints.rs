//! Nothing generated trips the strictest lints.
#![deny(warnings, missing_docs, missing_debug_implementations, unused, unreachable_pub, unused_qualifications)]

use mor_api::{Endpoint, Fault, FromXml, ParamSet, WireEnum};

#[derive(Debug, Endpoint)]
#[mor(function = "users_get", effect = read, response = Users, fault = UsersFault)]
struct UsersGet {
    #[nohash]
    never_set: Option<u64>,
    #[nohash]
    sort: Option<Sort>,
    #[mor(flatten)]
    page: Page,
}

#[derive(Debug, Default, ParamSet)]
struct Page {
    never_set_either: Option<u64>,
    #[mor(rename = "p_no")]
    number: Option<u64>,
}

#[derive(Debug, FromXml)]
#[mor(root = "page")]
struct Users {
    count: u64,
}

#[derive(Debug, Fault)]
enum UsersFault {
    #[fault("No Users found")]
    NoUsers,
}

#[derive(Debug, Clone, Copy, WireEnum)]
enum Sort {
    Up,
}

fn main() {
    let request = UsersGet { never_set: None, sort: Some(Sort::Up), page: Page { never_set_either: None, number: None } };
    println!("{request:?} {:?}", mor_api::from_xml::<Users>("<page><count>3</count></page>").map(|users| users.count));
}
