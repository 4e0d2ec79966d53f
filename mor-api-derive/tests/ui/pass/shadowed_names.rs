//! Names of the prelude mean something else here.
#![deny(warnings, missing_docs)]
#![allow(dead_code)]

/// Declarations among shadowed names.
pub mod shadowed {
    struct Option;
    struct Result;
    struct String;
    struct Vec;
    struct Some;
    struct None;
    struct Ok;
    struct Err;
    struct Default;
    trait Into {}
    trait Iterator {}
    trait Clone {}
    fn drop() {}

    /// A function.
    #[derive(Debug, ::mor_api::Endpoint)]
    #[mor(function = "users_get", effect = read, response = Users, fault = UsersFault)]
    pub struct UsersGet {
        /// A place in the hash.
        #[hash(order = 1)]
        pub id: u64,
        /// A word.
        #[nohash]
        pub kind: ::std::option::Option<Sort>,
        /// A text.
        #[nohash]
        pub text: ::core::option::Option<::std::string::String>,
        /// A set.
        #[mor(flatten)]
        pub page: Page,
    }

    /// A set.
    #[derive(Debug, ::core::default::Default, ::mor_api::ParamSet)]
    pub struct Page {
        /// A number.
        pub number: ::core::option::Option<u64>,
    }

    /// Users.
    #[derive(Debug, ::mor_api::FromXml)]
    #[mor(root = "page")]
    pub struct Users {
        /// Rows.
        #[mor(path = "users/user")]
        pub users: ::std::vec::Vec<u64>,
        /// A text.
        pub note: ::core::option::Option<::std::string::String>,
        /// The rest.
        #[mor(rest)]
        pub rest: ::mor_api::ElementMap,
    }

    /// Refusals.
    #[derive(Debug, ::mor_api::Fault)]
    pub enum UsersFault {
        /// None.
        #[fault("No Users found")]
        NoUsers,
    }

    /// Words.
    #[derive(Debug, Clone, Copy, ::mor_api::WireEnum)]
    pub enum Sort {
        /// Up.
        Up,
        /// Down.
        Down,
    }
}

fn main() {
    let request = shadowed::UsersGet::new(7_u64).kind(shadowed::Sort::Up);
    assert_eq!(request.id, 7);
}
