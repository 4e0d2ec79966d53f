//! Names: of types, fields and variants, from those of the wire.

use heck::ToSnakeCase as _;

/// Types that a file uses, or may use, for something else.
const TAKEN: &[&str] = &[
    "Box",
    "Clone",
    "Common",
    "CommonFault",
    "Copy",
    "Credentials",
    "CallOptions",
    "Date",
    "DateTime",
    "Debug",
    "Decimal",
    "Default",
    "Done",
    "Drop",
    "ElementMap",
    "Endpoint",
    "Eq",
    "Err",
    "Fault",
    "FlagWord",
    "Fn",
    "From",
    "FromXml",
    "Hash",
    "Into",
    "Iterator",
    "Money",
    "None",
    "Ok",
    "Option",
    "Ord",
    "Other",
    "PartialEq",
    "Result",
    "Secret",
    "Self",
    "Send",
    "Server",
    "ServerTime",
    "Some",
    "String",
    "Sync",
    "Time",
    "Timestamp",
    "ToString",
    "Vec",
    "WireEnum",
];

const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Hands out the names of a file's types, each once.
#[derive(Debug, Default)]
pub(crate) struct TypeNames(Vec<String>);

impl TypeNames {
    /// The name, or the name with the suffix, or with a number behind it.
    pub(crate) fn take(&mut self, wanted: &str, suffix: &str) -> String {
        let plain = upper_camel(wanted);
        let candidates = [plain.clone(), format!("{plain}{suffix}")].into_iter();
        let numbered = (2..).map(|number| format!("{plain}{suffix}{number}"));
        let name = candidates.chain(numbered).find(|name| self.is_free(name)).unwrap_or(plain);
        self.0.push(name.clone());
        name
    }

    fn is_free(&self, name: &str) -> bool {
        !name.is_empty()
            && !TAKEN.contains(&name)
            && !crate::guess::IDS.contains(&name)
            && !self.0.iter().any(|taken| taken == name)
    }
}

/// `UpperCamelCase`; what may not start a name gets a letter before it.
pub(crate) fn upper_camel(wire: &str) -> String {
    let parts = wire.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let name: String = parts.map(capitalized).collect();
    if name.starts_with(|first: char| first.is_ascii_digit()) { format!("V{name}") } else { name }
}

/// `ALLCAPS` is a word like any other; `camelCase` stays two.
fn capitalized(part: &str) -> String {
    let rest = part.get(1..).unwrap_or_default();
    let rest = if rest.chars().any(|c| c.is_ascii_lowercase()) {
        rest.to_owned()
    } else {
        rest.to_ascii_lowercase()
    };
    part.chars().take(1).map(|first| first.to_ascii_uppercase()).chain(rest.chars()).collect()
}

/// A field's name in snake case, raw if it is a keyword.
pub(crate) fn field(wire: &str) -> String {
    let mut name = String::new();
    let mut before = '_';
    for c in wire.chars() {
        if c.is_ascii_uppercase() && (before.is_ascii_lowercase() || before.is_ascii_digit()) {
            name.push('_');
        }
        let kept = if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
        if kept != '_' || !name.ends_with('_') {
            name.push(kept);
        }
        before = c;
    }
    let name = name.trim_matches('_').to_owned();
    match name.as_str() {
        "" => "value".to_owned(),
        // These cannot be raw; `new` is the constructor.
        "self" | "super" | "crate" | "new" => format!("{name}_value"),
        keyword if KEYWORDS.contains(&keyword) => format!("r#{keyword}"),
        name if name.starts_with(|first: char| first.is_ascii_digit()) => format!("n{name}"),
        _ => name,
    }
}

/// The name on the wire that the derives give a field.
pub(crate) fn wire_of(field: &str) -> &str {
    field.strip_prefix("r#").unwrap_or(field)
}

/// The word that the derive gives a variant.
pub(crate) fn word_of(variant: &str) -> String {
    variant.to_snake_case()
}

/// Whether one name is the plural of another, perhaps with words before it.
pub(crate) fn is_plural_of(plural: &str, singular: &str) -> bool {
    let (plural, singular) = (plural.to_ascii_lowercase(), singular.to_ascii_lowercase());
    let stem = singular.strip_suffix('y');
    !singular.is_empty()
        && (plural.ends_with(&format!("{singular}s"))
            || plural.ends_with(&format!("{singular}es"))
            || stem.is_some_and(|stem| plural.ends_with(&format!("{stem}ies"))))
}

/// The plural of a name.
pub(crate) fn plural(singular: &str) -> String {
    match singular.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ if singular.ends_with(['s', 'x']) => format!("{singular}es"),
        _ => format!("{singular}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types() {
        assert_eq!(upper_camel("user_calls_get"), "UserCallsGet");
        assert_eq!(upper_camel("no answer"), "NoAnswer");
        assert_eq!(upper_camel("H323"), "H323");
        assert_eq!(upper_camel("ANSWERED"), "Answered");
        assert_eq!(upper_camel("2x"), "V2x");
        let mut names = TypeNames::default();
        assert_eq!(names.take("user", "Row"), "User");
        assert_eq!(names.take("user", "Row"), "UserRow");
        assert_eq!(names.take("user", "Row"), "UserRow2");
        assert_eq!(names.take("option", "Row"), "OptionRow");
    }

    #[test]
    fn fields() {
        for (wire, name) in [
            ("type", "r#type"),
            ("self", "self_value"),
            ("new", "new_value"),
            ("Date_added", "date_added"),
            ("userId", "user_id"),
            ("from-till", "from_till"),
            ("2nd", "n2nd"),
            ("u0", "u0"),
        ] {
            assert_eq!(field(wire), name);
        }
    }

    #[test]
    fn plurals() {
        for (many, one) in [("users", "user"), ("ivr_poll_results", "result"), ("entries", "entry")] {
            assert!(is_plural_of(many, one), "{many}");
        }
        assert!(!is_plural_of("status", "success"));
        assert_eq!(
            (plural("call"), plural("entry"), plural("tax")),
            ("calls".into(), "entries".into(), "taxes".into())
        );
    }
}
