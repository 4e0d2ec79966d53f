//! Where `mor-api` is: the path before every name of it in generated code.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Ident, Type};

use crate::attr::{Entry, Value};
use crate::ctxt::Ctxt;
use crate::written;

/// The path as single tokens: it stands in generated code several times for each field, and to copy tokens is much
/// faster than to put one stream into another, which asks the compiler each time.
pub(crate) struct Krate(Vec<TokenTree>);

impl Krate {
    /// The path of `crate = "..."` or `crate = path`; by default `::mor_api`, or the name that the dependency has instead.
    pub(crate) fn read(cx: &mut Ctxt, entry: Option<&Entry>) -> Self {
        match entry.map(|entry| (&entry.key, &entry.value)) {
            None => return Self::default(),
            Some((_, Value::Str(text))) => {
                if let Ok(path) = text.parse_with(syn::Path::parse_mod_style) {
                    return Self::written(path.into_token_stream());
                }
                cx.error(text, "`crate` takes a path, such as `crate = \"other::mor_api\"`");
            }
            Some((_, Value::Type(ty))) if matches!(written::peel(ty), Type::Path(_)) => {
                return Self::written(written::peel(ty).into_token_stream());
            }
            Some((key, value)) => {
                cx.error_at(value.span(key), "`crate` takes a path, such as `crate = other::mor_api`");
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
        let arguments = std::env::args_os().filter_map(|argument| argument.into_string().ok());
        let renamed = dependency(arguments).and_then(|name| syn::parse_str::<Ident>(&name).ok());
        let name = renamed.unwrap_or_else(|| Ident::new("mor_api", Span::call_site()));
        Self(quote!(::#name).into_iter().collect())
    }
}

/// The name of `mor-api` in a crate that renames the dependency, from the arguments of the compiler that runs the macro:
/// `--extern mor=target/debug/deps/libmor_api-0123.rmeta`. Without it every name in generated code is an error that does not
/// say what to do. Nothing if the name is the usual one, if two versions are there, or if something else runs the macro.
fn dependency(mut arguments: impl Iterator<Item = String>) -> Option<String> {
    let mut names = Vec::new();
    while let Some(argument) = arguments.next() {
        let external = match argument.strip_prefix("--extern") {
            Some("") => arguments.next()?,
            Some(joined) => joined.trim_start_matches('=').to_owned(),
            None => continue,
        };
        let Some((name, path)) = external.split_once('=') else { continue };
        let file = path.rsplit(['/', '\\']).next().unwrap_or_default();
        if file.starts_with("libmor_api-") || file.starts_with("libmor_api.") {
            // `priv:mor` is a private dependency.
            names.extend(name.rsplit(':').next().map(str::to_owned));
        }
    }
    if names.iter().any(|name| name == "mor_api") || names.len() > 1 {
        return None;
    }
    names.pop()
}

impl ToTokens for Krate {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(arguments: &str) -> Option<String> {
        dependency(arguments.split(' ').map(str::to_owned))
    }

    #[test]
    fn a_renamed_dependency_is_found() {
        let derive = "--extern mor_api_derive=/d/libmor_api_derive-1.so";
        assert_eq!(of(&format!("rustc {derive} --extern mor=/d/libmor_api-1.rmeta")).as_deref(), Some("mor"));
        assert_eq!(of("rustc --extern=priv:mor=libmor_api.rlib").as_deref(), Some("mor"));
        assert_eq!(of(r"rustc --extern mor=C:\d\libmor_api-1.rlib x.rs").as_deref(), Some("mor"));
    }

    #[test]
    fn the_usual_name_is_left_alone() {
        for arguments in [
            "rustc",
            "rustc --extern",
            "rustc --extern mor_api=/d/libmor_api-1.rmeta",
            "rustc --extern mor=/d/libmor_api-1.rmeta --extern mor_api=/d/libmor_api-1.rmeta",
            "rustc --extern old=/d/libmor_api-1.rmeta --extern new=/d/libmor_api-2.rmeta",
            "rustc --extern mor=/d/libother-1.rmeta --extern mor_api",
        ] {
            assert_eq!(of(arguments), None, "{arguments}");
        }
    }
}
