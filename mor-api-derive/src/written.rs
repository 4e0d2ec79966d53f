//! What a type is by how it is written: a macro sees tokens, not types.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{GenericArgument, Generics, Ident, PathArguments, Type};

/// Types that `new` and setters take by value: of `impl Into<u64>` the literal `5` is an `i32`, which is not one.
const PRIMITIVES: &[&str] = &[
    "bool", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "f32",
    "f64", "char",
];

/// The type without parentheses, and without the invisible ones that `macro_rules!` puts around a `$t:ty`.
pub(crate) fn peel(mut ty: &Type) -> &Type {
    loop {
        ty = match ty {
            Type::Group(group) => &group.elem,
            Type::Paren(paren) => &paren.elem,
            _ => return ty,
        };
    }
}

/// `T` of a type that is written `Option<T>`, or whatever the wrapper is, with or without a path before it.
pub(crate) fn inside<'t>(ty: &'t Type, wrapper: &str) -> Option<&'t Type> {
    let Type::Path(path) = peel(ty) else { return None };
    let last = path.path.segments.last().filter(|last| path.qself.is_none() && last.ident == wrapper)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) if arguments.args.len() == 1 => Some(peel(inner)),
        _ => None,
    }
}

/// `T` of a `Box<T>`. A `Box<str>` is a string of its own, not a `str` in a box.
pub(crate) fn boxed(ty: &Type) -> Option<&Type> {
    inside(ty, "Box").filter(|inner| !is_named(inner, "str"))
}

/// Whether a type is written by this name, with a path before it or without.
pub(crate) fn is_named(ty: &Type, name: &str) -> bool {
    matches!(peel(ty), Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == name))
}

pub(crate) fn is_primitive(ty: &Type) -> bool {
    PRIMITIVES.iter().any(|name| is_named(ty, name))
}

/// Whether a type contains one of the type parameters.
pub(crate) fn is_generic(ty: &Type, generics: &Generics) -> bool {
    generics.type_params().any(|parameter| mentions(ty, &parameter.ident))
}

/// Whether a name is somewhere in a type.
pub(crate) fn mentions(ty: &Type, name: &Ident) -> bool {
    any_ident(ty.to_token_stream(), &|ident| ident == name)
}

/// Where tokens are shown, for generated code: its `self` would be another one with their own span, if they came out of a
/// `macro_rules!` macro.
pub(crate) fn generated_at(tokens: &impl Spanned) -> Span {
    Span::call_site().located_at(tokens.span())
}

/// Whether some name among the tokens is as described.
pub(crate) fn any_ident(tokens: TokenStream, is: &dyn Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is(&ident),
        TokenTree::Group(group) => any_ident(group.stream(), is),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use quote::quote;
    use syn::parse_quote;

    use super::*;

    /// As `macro_rules!` hands over a `$t:ty`.
    fn grouped(tokens: TokenStream) -> Type {
        let group = proc_macro2::Group::new(proc_macro2::Delimiter::None, tokens);
        syn::parse2(TokenTree::Group(group).into()).unwrap()
    }

    #[test]
    fn groups_and_parentheses_do_not_hide_a_type() {
        let whole = grouped(quote!(Option<u64>));
        assert!(matches!(whole, Type::Group(_)));
        for ty in [whole, parse_quote!((Option<u64>)), parse_quote!(((std::option::Option<(u64)>)))] {
            assert!(inside(&ty, "Option").is_some_and(|inner| matches!(inner, Type::Path(_))));
        }
        assert!(is_primitive(&grouped(quote!(u64))) && is_named(&parse_quote!((String)), "String"));
        assert!(inside(&parse_quote!(Option<u64, u64>), "Option").is_none());
    }

    #[test]
    fn a_boxed_string_is_not_a_box_of_something() {
        assert!(boxed(&parse_quote!(Box<Menu>)).is_some_and(|inner| is_named(inner, "Menu")));
        assert!(boxed(&parse_quote!(Box<str>)).is_none());
    }
}
