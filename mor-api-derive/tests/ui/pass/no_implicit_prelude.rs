//! A crate without the names of the prelude, macros included.
#![no_implicit_prelude]
#![deny(warnings)]

#[derive(::mor_api::Endpoint)]
#[mor(function = "users_get", effect = read, response = Users, fault = UsersFault, at_least_one(sort, note))]
pub struct UsersGet {
    #[hash(order = 1)]
    pub id: UserId,
    #[nohash]
    pub sort: ::core::option::Option<Sort>,
    #[nohash]
    pub note: ::core::option::Option<::std::string::String>,
    #[mor(skip)]
    pub label: ::std::string::String,
    #[mor(flatten)]
    pub page: Page,
}

::mor_api::id! {
    pub struct UserId;
}

#[derive(::core::default::Default, ::mor_api::ParamSet)]
pub struct Page {
    pub number: ::core::option::Option<u64>,
}

#[derive(::mor_api::FromXml)]
#[mor(root = "page", trim)]
pub struct Users {
    #[mor(path = "users/user", rows)]
    pub users: ::std::vec::Vec<User>,
    pub first: ::core::option::Option<::std::boxed::Box<User>>,
    pub others: ::std::vec::Vec<::std::boxed::Box<User>>,
    #[mor(default)]
    pub version: u8,
    #[mor(text)]
    pub note: ::core::option::Option<::std::string::String>,
    #[mor(rest)]
    pub rest: ::mor_api::ElementMap,
}

#[derive(::mor_api::FromXml)]
pub struct User {
    #[mor(attribute)]
    pub id: UserId,
}

#[derive(::mor_api::FromXml)]
#[mor(root = "page", any_of = ["status/success", "success"])]
pub struct Done(pub ::std::string::String);

#[derive(::core::fmt::Debug, ::mor_api::Fault)]
pub enum UsersFault {
    #[fault("No Users found")]
    NoUsers,
    #[fault(starts_with = "Missing: ")]
    Missing(::std::string::String),
    #[fault(ends_with = "is incorrect format")]
    Format(::std::string::String),
}

#[derive(::mor_api::WireEnum)]
pub enum Sort {
    Up,
    #[mor(other)]
    Other(::std::string::String),
}

#[derive(::mor_api::WireEnum)]
pub enum Order {
    Up,
}

fn main() {
    let request = UsersGet::new(UserId(7)).sort(Sort::Up).page(Page::new().number(2));
    ::core::assert_eq!(request.page.number, ::core::option::Option::Some(2));
    let xml = "<page><users><user id='1'/></users><first id='2'/><others id='3'/></page>";
    let users = ::mor_api::from_xml::<Users>(xml).unwrap();
    ::core::assert_eq!(users.users.len() + users.others.len(), 2);
}
