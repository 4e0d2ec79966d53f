//! The slots in which a record's fields collect what is found for them, see the runtime's module of that name.
//!
//! They are one tuple, and it is always dropped as a whole, by a function: in a scope of its own while it is filled, and
//! given away if one of the slots stays empty. Else the compiler would write out, for each field and each way out of
//! the function, whether it is to be dropped there: more code than all the rest.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Index, Type};

use super::parse::Field;
use super::place::Source;
use crate::krate::Krate;
use crate::skip::Skipped;
use crate::written;

/// The kinds of slots, named as the functions that make them entries of the list.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Required,
    Optional,
    List,
    RequiredText,
    OptionalText,
    Rest,
}

impl Kind {
    /// The kind of a field, and the type of its values, which may be in boxes.
    pub(super) fn of<'a>(field: &Field<'a>) -> (Self, &'a Type) {
        let (kind, ty) = Self::with_boxes(field);
        (kind, written::boxed(ty).unwrap_or(ty))
    }

    fn with_boxes<'a>(field: &Field<'a>) -> (Self, &'a Type) {
        let inside_option = written::inside(field.ty, "Option");
        match (field.place.source, inside_option) {
            (Source::Rest, _) => (Self::Rest, field.ty),
            (Source::Attribute | Source::Text, Some(value)) => (Self::OptionalText, value),
            (Source::Attribute | Source::Text, None) => (Self::RequiredText, field.ty),
            (Source::Element, Some(value)) => (Self::Optional, value),
            (Source::Element, None) => match written::inside(field.ty, "Vec") {
                Some(value) => (Self::List, value),
                None => (Self::Required, field.ty),
            },
        }
    }

    fn ty(self) -> Ident {
        let name = match self {
            Self::Required | Self::RequiredText => "Required",
            Self::Optional => "Optional",
            Self::List => "List",
            Self::OptionalText => "OptionalText",
            Self::Rest => "Rest",
        };
        Ident::new(name, Span::call_site())
    }
}

/// Whether the values are put into boxes when the record is made.
fn is_boxed(field: &Field<'_>) -> bool {
    written::boxed(Kind::with_boxes(field).1).is_some()
}

/// Whether it is an error when the field finds nothing.
pub(super) fn is_needed(field: &Field<'_>) -> bool {
    !field.default && matches!(Kind::of(field).0, Kind::Required | Kind::RequiredText | Kind::List)
}

/// The name of the tuple; nothing a user writes can mean it.
fn slots() -> Ident {
    Ident::new("__slots", Span::mixed_site())
}

/// Makes the slots and has them filled.
pub(super) fn filled(krate: &Krate, element: &Ident, fields: &[Field<'_>]) -> TokenStream {
    let (slots, empty) = (slots(), fields.iter().map(|field| empty(krate, field)));
    let entries = fields.iter().enumerate().map(|(index, field)| entry(krate, index, field));
    quote! {
        let #slots = {
            let mut #slots = (#(#empty,)*);
            if let ::core::result::Result::Err(__error) =
                #krate::__private_0_1::read_fields(#element, &__TABLE, &mut [#(#entries),*])
            {
                return ::core::result::Result::Err(__error);
            }
            #slots
        };
    }
}

/// All of it has the type's span, so that a type that does not fit is one error, at the type.
fn empty(krate: &Krate, field: &Field<'_>) -> TokenStream {
    let (kind, ty) = Kind::of(field);
    let (span, slot) = (ty.span(), kind.ty());
    let value = (!matches!(kind, Kind::Rest)).then(|| quote_spanned!(span=> ::<#ty>));
    quote_spanned!(span=> #krate::__private_0_1::#slot #value::NEW)
}

/// The slot as an entry of the list.
fn entry(krate: &Krate, index: usize, field: &Field<'_>) -> TokenStream {
    let (kind, ty) = Kind::of(field);
    let (slots, index) = (slots(), Index::from(index));
    let function = match kind {
        Kind::Required => "required",
        Kind::Optional => "optional",
        Kind::List => "list",
        Kind::RequiredText => "required_text",
        Kind::OptionalText => "optional_text",
        Kind::Rest => return quote!(&mut #slots.#index),
    };
    let function = Ident::new(function, Span::call_site());
    quote_spanned!(ty.span()=> #krate::__private_0_1::#function::<#ty>(&mut #slots.#index))
}

/// The finished record. That its fields are all there was seen to before: one look at all of them.
pub(super) fn value(
    krate: &Krate,
    element: &Ident,
    fields: &[Field<'_>],
    skipped: &[Skipped<'_>],
) -> TokenStream {
    let slots = slots();
    let found = (0..fields.len()).map(|index| format_ident!("__value{index}", span = Span::mixed_site()));
    let found = found.collect::<Vec<_>>();
    let mut may_be_missing = false;
    let patterns = fields.iter().zip(&found).map(|(field, value)| {
        let (kind, _) = Kind::of(field);
        let slot = kind.ty();
        let inner = match kind {
            Kind::Optional => quote!({ value: #value, .. }),
            Kind::List => quote!({ values: #value, .. }),
            Kind::Required | Kind::RequiredText if !field.default => {
                may_be_missing = true;
                quote!((::core::option::Option::Some(#value)))
            }
            _ => quote!((#value)),
        };
        quote!(#krate::__private_0_1::#slot #inner)
    });
    let patterns = patterns.collect::<Vec<_>>();
    let otherwise =
        may_be_missing.then(|| quote!(else { return #krate::__private_0_1::unfilled(#element, #slots); }));
    let values = fields.iter().zip(&found).map(|(field, value)| {
        let (ident, value) = (field.ident, field_value(field, value));
        quote!(#ident: #value)
    });
    let skipped = skipped.iter().map(Skipped::value);
    quote! {
        let (#(#patterns,)*) = #slots #otherwise;
        ::core::result::Result::Ok(Self { #(#values,)* #(#skipped)* })
    }
}

/// The value of a field, from what its slot has collected.
fn field_value(field: &Field<'_>, found: &Ident) -> TokenStream {
    let (kind, span) = (Kind::of(field).0, field.ty.span());
    let is_one = matches!(kind, Kind::Required | Kind::RequiredText);
    let value = if field.default && is_one {
        quote_spanned!(span=> ::core::option::Option::unwrap_or_default(#found))
    } else {
        quote!(#found)
    };
    if !is_boxed(field) {
        return value;
    }
    match kind {
        Kind::Optional | Kind::OptionalText => {
            quote!(::core::option::Option::map(#value, ::std::boxed::Box::new))
        }
        Kind::List => quote! {
            ::core::iter::Iterator::collect(::core::iter::Iterator::map(
                ::core::iter::IntoIterator::into_iter(#value),
                ::std::boxed::Box::new,
            ))
        },
        _ => quote!(::std::boxed::Box::new(#value)),
    }
}
