//! `Serialize` for the types of responses, where the feature `serde` is active.

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
        impl $crate::__private_0_1::serde::Serialize for $name {
            fn serialize<S: $crate::__private_0_1::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                let $this = self;
                $crate::__private_0_1::serde::Serialize::serialize(&$value, serializer)
            }
        }
    };
    ($name:ident, $this:ident => $method:ident($value:expr)) => {
        #[automatically_derived]
        impl $crate::__private_0_1::serde::Serialize for $name {
            fn serialize<S: $crate::__private_0_1::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                let $this = self;
                $crate::__private_0_1::serde::Serializer::$method(serializer, $value)
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
        impl $($impl_generics)* $crate::__private_0_1::serde::Serialize for $name $($ty_generics)* where $($bounds)* {
            fn serialize<__S: $crate::__private_0_1::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                use $crate::__private_0_1::serde::ser::SerializeStruct;
                #[allow(unused_mut)]
                let mut record = $crate::__private_0_1::serde::Serializer::serialize_struct(
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
