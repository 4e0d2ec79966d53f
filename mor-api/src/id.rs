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

/// Implements `serde::Serialize` for a type of responses, by one call of the serializer or as one of its values; nothing
/// without the feature `serde`.
///
/// ```
/// pub struct Percent(u8);
///
/// mor_api::impl_serialize!(Percent, percent => serialize_u8(percent.0));
///
/// pub struct Name(String);
///
/// mor_api::impl_serialize!(Name, name => as_value(name.0));
/// ```
#[cfg(feature = "serde")]
#[macro_export]
macro_rules! impl_serialize {
    ($name:ident, $this:ident => as_value($value:expr)) => {
        #[automatically_derived]
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                let $this = self;
                $crate::__private::serde::Serialize::serialize(&$value, serializer)
            }
        }
    };
    ($name:ident, $this:ident => $method:ident($value:expr)) => {
        #[automatically_derived]
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                let $this = self;
                $crate::__private::serde::Serializer::$method(serializer, $value)
            }
        }
    };
}

/// Implements `serde::Serialize` with the feature `serde`, which is not active.
#[cfg(not(feature = "serde"))]
#[macro_export]
macro_rules! impl_serialize {
    ($name:ident, $this:ident => $method:ident($value:expr)) => {};
}

/// Implements `serde::Serialize` for a record, field by field; nothing without the feature `serde`.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serialize_record {
    (
        [$($impl_generics:tt)*] $name:ident [$($ty_generics:tt)*] [$($bounds:tt)*] $len:literal;
        $($field:ident $key:literal)*
    ) => {
        #[automatically_derived]
        impl $($impl_generics)* $crate::__private::serde::Serialize for $name $($ty_generics)* where $($bounds)* {
            fn serialize<__S: $crate::__private::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                use $crate::__private::serde::ser::SerializeStruct;
                #[allow(unused_mut)]
                let mut record = $crate::__private::serde::Serializer::serialize_struct(
                    serializer,
                    ::core::stringify!($name),
                    $len,
                )?;
                $(SerializeStruct::serialize_field(&mut record, $key, &&self.$field)?;)*
                SerializeStruct::end(record)
            }
        }
    };
}

/// Without the feature `serde`.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serialize_record {
    ($($tokens:tt)*) => {};
}
