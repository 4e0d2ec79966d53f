//! Where `mor-api` is: the path before every name of it in generated code.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Type;

use crate::attr::{Entry, Value};
use crate::ctxt::Ctxt;
use crate::written;

/// The path as single tokens: it stands in generated code several times for each field, and to copy tokens is much
/// faster than to put one stream into another, which asks the compiler each time.
pub(crate) struct Krate(Vec<TokenTree>);

impl Krate {
    /// The path behind `crate = "..."` or `crate = path`; `::mor_api` by default.
    pub(crate) fn read(cx: &mut Ctxt, entry: Option<&Entry>) -> Self {
        match entry.map(|entry| (&entry.key, &entry.value)) {
            None => return Self::default(),
            Some((_, Value::Str(text))) => {
                if let Ok(path) = text.parse_with(syn::Path::parse_mod_style) {
                    return Self::written(path.into_token_stream());
                }
                cx.error(text, "`crate` wants a path, such as `crate = \"other::mor_api\"`");
            }
            Some((_, Value::Type(ty))) if matches!(written::peel(ty), Type::Path(_)) => {
                return Self::written(written::peel(ty).into_token_stream());
            }
            Some((key, value)) => {
                cx.error_at(value.span(key), "`crate` wants a path, such as `crate = other::mor_api`");
            }
        }
        Self::default()
    }

    /// Tokens a user wrote, as generated code that stands in the same place: lints leave it alone.
    fn written(tokens: TokenStream) -> Self {
        let with_span = |mut token: TokenTree| {
            token.set_span(Span::call_site().located_at(token.span()));
            token
        };
        Self(tokens.into_iter().map(with_span).collect())
    }
}

impl Default for Krate {
    fn default() -> Self {
        Self(quote!(::mor_api).into_iter().collect())
    }
}

impl ToTokens for Krate {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}
