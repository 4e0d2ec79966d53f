//! Declarations inside functions, where a generated test would be a warning and never run.
#![deny(warnings)]

use mor_api::{Endpoint, Fault, FromXml, ParamSet, WireEnum};

fn main() {
    #[derive(Endpoint)]
    #[mor(function = "users_get", effect = read, response = Users, fault = UsersFault)]
    struct UsersGet<'a> {
        #[hash(order = 1)]
        name: &'a str,
        #[nohash]
        sort: Option<Sort>,
        #[mor(flatten)]
        page: Page,
    }

    #[derive(Default, ParamSet)]
    struct Page {
        number: Option<u64>,
    }

    #[derive(FromXml)]
    #[mor(root = "page")]
    struct Users {
        #[mor(rows)]
        user: Vec<u64>,
    }

    #[derive(Debug, Fault)]
    enum UsersFault {
        #[fault("No Users found")]
        NoUsers,
    }

    #[derive(Clone, Copy, WireEnum)]
    enum Sort {
        Up,
    }

    let request = UsersGet::new("bob").sort(Sort::Up).page(Page::new().number(2));
    assert_eq!((request.name, request.page.number), ("bob", Some(2)));
    assert_eq!(mor_api::from_xml::<Users>("<page><user>3</user></page>").unwrap().user, [3]);
    assert_eq!(UsersFault::NoUsers.to_string(), "No Users found");
}
