//! Types, expressions and literals that a `macro_rules!` macro hands over, which stand in invisible parentheses; and types in
//! real ones.
#![allow(unused_parens)]

use mor_api::{AnyFault, Endpoint, Fault, FromXml, ParamSet, Presence, Refusal, Response, WireEnum};

macro_rules! declare {
    (
        $name:ident, $function:literal, $doc:expr, $response:ty, $fault:ty, $check:path,
        $required:ty, $optional:ty, $list:ty, $boxed:ty, $text:ty, $place:literal, $set:ty
    ) => {
        #[doc = $doc]
        #[derive(Endpoint)]
        #[mor(function = $function, effect = read, response = $response, fault = $fault, check = $check)]
        pub struct $name {
            #[hash(order = $place)]
            id: $required,
            #[nohash]
            limit: $optional,
            #[mor(flatten)]
            set: $set,
        }

        #[derive(Default, ParamSet)]
        pub struct Set {
            #[doc = $doc]
            page: $optional,
        }

        #[derive(FromXml)]
        #[mor(root = "page")]
        pub struct Page {
            #[doc = $doc]
            count: $optional,
            #[mor(rows)]
            user: $list,
            first: $boxed,
        }

        #[derive(Debug, Fault)]
        pub enum PageFault {
            #[fault(starts_with = $function)]
            Start($text),
        }

        #[derive(Debug, WireEnum)]
        pub enum Sort {
            #[mor(value = $function)]
            Up,
            #[mor(other)]
            Other($text),
        }
    };
}

fn checked(_: &UsersGet) -> Result<(), mor_api::InvalidRequest> {
    Ok(())
}

declare!(
    UsersGet, "users_get", "The users.", Page, AnyFault, self::checked,
    u64, Option<u32>, Vec<u64>, Option<Box<u64>>, String, 1, Set
);

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = (Page))]
pub struct Parentheses {
    #[nohash]
    id: (Option<(u64)>),
}

fn main() {
    let [id, limit, page] = UsersGet::SPEC.params else { panic!() };
    assert!(id.required && !limit.required && !page.required);
    assert_eq!((UsersGet::SPEC.doc, page.doc), ("The users.", "The users."));
    let request = UsersGet::new(7).limit(10).set(Set::new().page(2));
    assert_eq!((request.id, request.limit, request.set.page), (7, Some(10), Some(2)));
    assert!(Endpoint::check(&request).is_ok());

    let field = |name| Page::SHAPE.field(name).unwrap();
    assert_eq!((field("count").presence(), field("count").doc()), (Presence::Optional, "The users."));
    let page: Page = mor_api::from_xml("<page><user>1</user><user>2</user><first>3</first></page>").unwrap();
    assert_eq!((page.count, page.user, page.first), (None, vec![1, 2], Some(Box::new(3))));

    let fault = PageFault::from_refusal(&Refusal::new("error", "users_get failed"));
    assert!(matches!(fault, Some(PageFault::Start(text)) if text == "users_get failed"));
    assert_eq!(Sort::Other("x".into()).as_str(), "x");
    assert_eq!(Sort::Up.as_str(), "users_get");
    assert_eq!(Parentheses::new().id(5).id, Some(5));
}
