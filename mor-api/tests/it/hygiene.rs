//! The derive macros in a module that calls other things by the names of the prelude, and that allows no
//! warning.

#![deny(warnings, missing_docs, clippy::pedantic)]

/// Other things by the names of the prelude.
#[allow(dead_code)]
pub mod shadowed {
    struct Option;
    struct Result;
    struct Ok;
    struct Err;
    struct Some;
    struct None;
    struct String;
    struct Vec;
    trait Default {}
    trait Clone {}
    trait From {}
    trait Into {}
    trait Fault {}
    trait FromXml {}
    trait FromText {}
    trait Display {}
    trait Error {}
    mod core {}
    mod std {}
    mod mor_api {}
    const __TABLE: u8 = 0;
    #[allow(non_upper_case_globals)]
    const slot0: u8 = 0;
    #[allow(non_upper_case_globals)]
    const element: u8 = 0;
    #[allow(non_upper_case_globals)]
    const text: u8 = 0;

    /// A record.
    #[derive(::mor_api::FromXml)]
    #[mor(root = "page")]
    pub struct Record {
        /// A keyword.
        #[mor(attribute)]
        pub r#type: u8,
        /// Any number.
        pub rows: ::std::vec::Vec<u8>,
        #[mor(text, default)]
        text: ::core::option::Option<::std::string::String>,
        #[mor(rest)]
        element: ::mor_api::ElementMap,
    }

    /// Refusals.
    #[derive(Debug, ::mor_api::Fault)]
    pub enum Refused {
        /// One.
        #[fault("One")]
        One,
        /// Two.
        #[fault(starts_with = "Two")]
        Two(::std::string::String),
    }

    /// Words.
    #[derive(Debug, ::core::clone::Clone, Copy, ::mor_api::WireEnum)]
    pub enum Word {
        /// One.
        One,
        /// A keyword in small letters.
        #[allow(non_camel_case_types)]
        r#type,
    }

    /// Words and others.
    #[derive(Debug, ::mor_api::WireEnum)]
    pub enum Words {
        /// One.
        One,
        /// Others.
        #[mor(other)]
        Other(::std::string::String),
    }

    /// Words of this module alone, some never used.
    #[derive(::mor_api::WireEnum)]
    enum Hidden {
        One,
    }
}

/// The framework under another path.
pub mod renamed {
    /// The framework.
    pub mod api {
        pub use ::mor_api::*;
    }

    /// A record.
    #[derive(api::FromXml)]
    #[mor(crate = crate::hygiene::renamed::api, root = "page")]
    pub struct Record {
        /// A number.
        pub a: u8,
    }

    /// Refusals.
    #[derive(Debug, api::Fault)]
    #[mor(crate = "crate::hygiene::renamed::api")]
    pub enum Refused {
        /// One.
        #[fault("One")]
        One,
    }

    /// Words.
    #[derive(Debug, PartialEq, api::WireEnum)]
    #[mor(crate = self::api)]
    pub enum Word {
        /// One.
        One,
    }
}

#[test]
fn names_of_the_module_do_not_matter() {
    let record = mor_api::from_xml::<shadowed::Record>("<page type='1'><rows>2</rows></page>").unwrap();
    assert_eq!((record.r#type, record.rows), (1, vec![2]));
    assert_eq!(shadowed::Word::r#type.as_str(), "type");
    assert_eq!(shadowed::Words::Other("x".into()).as_str(), "x");
    assert_eq!(shadowed::Refused::One.to_string(), "One");
}

#[test]
fn the_crate_may_have_another_path() {
    assert_eq!(mor_api::from_xml::<renamed::Record>("<page><a>1</a></page>").unwrap().a, 1);
    assert_eq!("one".parse(), Ok(renamed::Word::One));
    let refusal = mor_api::Refusal::new("error", "x");
    assert!(<renamed::Refused as mor_api::Fault>::from_refusal(&refusal).is_none());
}
