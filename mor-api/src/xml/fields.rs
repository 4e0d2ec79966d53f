//! The fields of a record as generated code writes them. Most are a child element of one name: of these it writes the
//! name and nothing else, which costs the compiler half of what whole descriptions cost.

use core::slice;

use super::table::{FieldSpec, Source};

impl FieldSpec {
    /// A child element, for generated code that says how a field differs.
    pub const ELEMENT: Self = Self { source: Source::Element, parents: &[], names: &[] };
}

/// The fields with these names, but those at these places as they are described there.
#[must_use]
pub const fn fields<const N: usize>(
    names: &'static [&'static str; N],
    mut others: &[(usize, FieldSpec)],
) -> [FieldSpec; N] {
    let mut fields = [FieldSpec::ELEMENT; N];
    let (mut slots, mut left, mut index): (&mut [FieldSpec], &'static [&'static str], _) =
        (&mut fields, names, 0);
    while let ([slot, next_slots @ ..], [name, next_names @ ..]) = (slots, left) {
        slot.names = slice::from_ref(name);
        if let [(at, other), next_others @ ..] = others
            && *at == index
        {
            *slot = *other;
            others = next_others;
        }
        (slots, left, index) = (next_slots, next_names, index + 1);
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_an_element_unless_it_is_described() {
        const TEXT: FieldSpec = FieldSpec { source: Source::Text, ..FieldSpec::ELEMENT };
        let fields = fields(&["a", "", "c", ""], &[(1, TEXT), (3, TEXT)]);
        assert_eq!(fields.map(|field| field.names), [&["a"] as &[&str], &[], &["c"], &[]]);
        let sources = [Source::Element, Source::Text, Source::Element, Source::Text];
        assert_eq!(fields.map(|field| field.source), sources);
    }
}
