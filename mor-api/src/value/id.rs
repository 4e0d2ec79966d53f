//! Ids as types of their own.

/// Defines the type of an id: a number that cannot be mistaken for another one.
///
/// ```
/// mor_api::id! {
///     /// A campaign of the auto-dialer.
///     pub struct CampaignId;
/// }
///
/// let id: CampaignId = "2".parse().unwrap();
/// assert_eq!(id, CampaignId(2));
/// assert_eq!(id.to_string(), "2");
/// ```
#[macro_export]
macro_rules! id {
    ($(#[$meta:meta])* $visibility:vis struct $name:ident;) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visibility struct $name(
            /// The number in MOR's database.
            pub u64,
        );

        impl ::core::convert::From<u64> for $name {
            #[inline]
            fn from(number: u64) -> Self {
                Self(number)
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::num::ParseIntError;

            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                ::core::result::Result::map(<u64 as ::core::str::FromStr>::from_str(text), Self)
            }
        }

        impl $crate::Param for $name {
            const KIND: $crate::Kind = $crate::Kind::Integer;

            #[inline]
            fn wire(&self, out: &mut dyn ::core::fmt::Write) -> ::core::fmt::Result {
                $crate::Param::wire(&self.0, out)
            }

            #[inline]
            fn read(text: &str) -> ::core::option::Option<Self> {
                ::core::option::Option::map(<u64 as $crate::Param>::read(text), Self)
            }
        }

        impl $crate::FromText for $name {
            const EXPECTED: &'static str = "an id (a whole number)";
            const FORM: $crate::ValueShape = $crate::ValueShape::Value($crate::Kind::Integer);

            #[inline]
            fn from_text(text: &str) -> ::core::option::Option<Self> {
                ::core::option::Option::map(<u64 as $crate::FromText>::from_text(text), Self)
            }

            /// `-1` says that nothing is set.
            #[inline]
            fn is_unset(text: &str) -> bool {
                ::core::matches!(str::trim(text), "" | "-1")
            }
        }

        $crate::impl_serialize!($name, id => serialize_u64(id.0));
    };
}
