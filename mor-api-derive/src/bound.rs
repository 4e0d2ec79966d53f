//! `bound = "..."`: the bounds of generated implementations, in place of those that the derive would write.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Generics, Ident, LitStr, Token, WherePredicate, parse_quote};

use crate::attr::{self, Entry};
use crate::ctxt::Ctxt;
use crate::krate::Krate;
use crate::written;

/// What stands in a `where` clause.
pub(crate) type Bounds = Vec<WherePredicate>;

/// The bounds of the key, if it is there; an empty string is none.
pub(crate) fn read(cx: &mut Ctxt, entry: Option<&Entry>) -> Option<Bounds> {
    let text = attr::string(cx, entry?)?;
    let parser = Punctuated::<WherePredicate, Token![,]>::parse_terminated;
    let tokens = text.value().parse().map(|tokens| shown_at(&text, tokens));
    let Some(bounds) = tokens.ok().and_then(|tokens| parser.parse2(tokens).ok()) else {
        cx.error(
            &text,
            "`bound` takes what a `where` clause says, such as `bound = \"T: FromXml, U: Copy\"`",
        );
        return None;
    };
    Some(bounds.into_iter().collect())
}

/// As generated code: the compiler would suggest to write into the string as if it were a `where` clause.
fn shown_at(text: &LitStr, tokens: TokenStream) -> TokenStream {
    let span = written::generated_at(text);
    let with_span = |mut token: TokenTree| {
        token.set_span(span);
        token
    };
    tokens.into_iter().map(with_span).collect()
}

/// The generics with these bounds in addition to the declared ones.
pub(crate) fn with(mut generics: Generics, bounds: impl IntoIterator<Item = WherePredicate>) -> Generics {
    let mut bounds = bounds.into_iter().peekable();
    if bounds.peek().is_some() {
        generics.make_where_clause().predicates.extend(bounds);
    }
    generics
}

/// The bound `ty: krate::name`.
pub(crate) fn predicate(ty: impl ToTokens, krate: &Krate, name: &str) -> WherePredicate {
    let name = Ident::new(name, Span::call_site());
    parse_quote!(#ty: #krate::#name)
}
