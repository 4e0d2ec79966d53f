//! Documentation comments as texts.

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

/// The first paragraph of a documentation comment, on one line.
pub(crate) fn first_paragraph(attributes: &[Attribute]) -> String {
    let lines: Vec<String> = attributes.iter().filter_map(doc_line).collect();
    lines
        .iter()
        // An empty comment line has no lines, but is one.
        .flat_map(|text| text.lines().chain(text.is_empty().then_some("")))
        .map(str::trim)
        .skip_while(|line| line.is_empty())
        .take_while(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn doc_line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(doc) = &attribute.meta else { return None };
    let mut value = &doc.value;
    // An expression that `macro_rules!` handed over.
    while let Expr::Group(group) = value {
        value = &group.expr;
    }
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if doc.path.is_ident("doc") => Some(text.value()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn only_the_first_paragraph_counts() {
        let item: syn::DeriveInput = parse_quote! {
            /// Campaign ID
            /// in the database.
            ///
            /// More.
            struct A;
        };
        assert_eq!(first_paragraph(&item.attrs), "Campaign ID in the database.");
    }
}
