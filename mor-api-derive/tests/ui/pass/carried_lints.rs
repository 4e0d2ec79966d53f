//! What an item allows is allowed in its generated code, and a deprecated item is not reported there.
#![deny(warnings)]

use mor_api::{Endpoint, Fault, FromXml, ParamSet, WireEnum};

#[deprecated = "use users_list"]
#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = OldUsers, fault = OldFault)]
pub struct UsersGet {
    #[deprecated]
    #[hash(order = 1)]
    pub id: u64,
    #[nohash]
    pub sort: Option<Sort>,
    #[allow(deprecated)]
    #[mor(flatten)]
    pub page: OldPage,
}

#[deprecated]
#[derive(Default, ParamSet)]
pub struct OldPage {
    pub number: Option<u64>,
}

#[deprecated]
#[derive(FromXml)]
#[mor(root = "page")]
pub struct OldUsers {
    #[deprecated]
    pub user: Option<u64>,
    #[allow(deprecated)]
    #[mor(rows)]
    pub users: Vec<OldUser>,
}

#[deprecated]
#[derive(FromXml)]
#[mor(root = "page", any_of = ["user"])]
pub struct OldUser(pub u64);

#[deprecated]
#[derive(Debug, Fault)]
pub enum OldFault {
    #[deprecated]
    #[fault("No Users found")]
    NoUsers,
}

#[derive(WireEnum)]
pub enum Sort {
    Up,
    #[deprecated]
    Down,
}

/// Uses something deprecated, and says that it may.
#[allow(deprecated)]
#[derive(Endpoint)]
#[mor(function = "users_list", effect = read, response = OldUsers, fault = OldFault)]
pub struct UsersList {
    #[deprecated = "of no use"]
    #[nohash]
    pub sort: Option<u64>,
    #[mor(flatten)]
    pub page: OldPage,
}

/// A name of MOR's.
#[expect(non_snake_case, reason = "the server's spelling")]
#[derive(Endpoint)]
#[mor(function = "invoice_get", effect = read, response = Invoice)]
pub struct InvoiceGet {
    #[nohash]
    pub Number: Option<u64>,
    #[hash(order = 1)]
    pub ID: u64,
}

#[expect(non_snake_case)]
#[derive(FromXml)]
#[mor(root = "page")]
pub struct Invoice {
    pub Number: u64,
}

fn main() {
    let request = InvoiceGet::new(1).Number(5);
    assert_eq!((request.ID, request.Number), (1, Some(5)));
    #[expect(deprecated, reason = "the setter of a deprecated field is deprecated, too")]
    let _ = UsersList::new().sort(1);
}
