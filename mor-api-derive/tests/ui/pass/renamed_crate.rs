//! The framework under another name, and re-exported.

/// A crate that re-exports the framework.
mod other {
    pub use mor_api as api;
}

/// A function.
#[derive(other::api::Endpoint)]
#[mor(crate = other::api, function = "users_get", effect = read, response = Users, fault = UsersFault)]
struct UsersGet {
    #[nohash]
    sort: Option<Sort>,
    #[mor(flatten)]
    page: Page,
}

/// A set.
#[derive(Default, other::api::ParamSet)]
#[mor(crate = other::api)]
struct Page {
    number: Option<u64>,
}

#[derive(other::api::FromXml)]
#[mor(crate = "other::api", root = "page")]
struct Users {
    count: u64,
}

#[derive(Debug, other::api::Fault)]
#[mor(crate = other::api)]
enum UsersFault {
    #[fault("No Users found")]
    NoUsers,
}

#[derive(Clone, Copy, other::api::WireEnum)]
#[mor(crate = "crate::other::api")]
enum Sort {
    Up,
}

fn main() {
    use other::api::{Endpoint, Fault, Refusal};

    assert_eq!(UsersGet::SPEC.function, "users_get");
    assert_eq!(UsersGet::new().sort(Sort::Up).sort.map(|sort| sort.as_str().len()), Some(2));
    assert_eq!(UsersGet::new().page(Page::new().number(2_u64)).page.number, Some(2));
    let users: Users = other::api::from_xml("<page><count>3</count></page>").unwrap();
    assert_eq!(users.count, 3);
    let fault = UsersFault::from_refusal(&Refusal::new("page/error", "no users found"));
    assert!(matches!(fault, Some(UsersFault::NoUsers)));
}
