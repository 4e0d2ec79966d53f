//! Where a field finds its value: names and paths of elements and attributes.

use proc_macro2::Span;
use syn::LitStr;

use crate::ctxt::Ctxt;

/// What a field's value is, see the runtime's `Source`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    Element,
    Attribute,
    Text,
    Rest,
}

pub(super) struct Place {
    pub(super) source: Source,
    /// The elements on the way from the record's element.
    pub(super) parents: Vec<String>,
    /// The name and its aliases; empty for a text, for the rest, and after a mistake.
    pub(super) names: Vec<(String, Span)>,
    /// Where the field is named.
    pub(super) span: Span,
}

impl Place {
    pub(super) fn named(name: String, span: Span, attribute: bool) -> Self {
        let source = if attribute { Source::Attribute } else { Source::Element };
        Self { source, parents: Vec::new(), names: vec![(name, span)], span }
    }

    pub(super) fn text(span: Span) -> Self {
        Self { source: Source::Text, parents: Vec::new(), names: Vec::new(), span }
    }

    pub(super) fn rest(span: Span) -> Self {
        Self { source: Source::Rest, parents: Vec::new(), names: Vec::new(), span }
    }

    /// The place of a field whose attributes are wrong: it collides with no other.
    pub(super) fn unknown(span: Span) -> Self {
        Self { source: Source::Element, parents: Vec::new(), names: Vec::new(), span }
    }

    /// The path to one of the names, as `path = "..."` writes it.
    pub(super) fn path_to(&self, name: &str) -> String {
        let sign = if self.source == Source::Attribute { "@" } else { "" };
        let own = format!("{sign}{name}");
        self.parents.iter().chain([&own]).map(String::as_str).collect::<Vec<_>>().join("/")
    }
}

/// The path of `root = "page/status"`.
pub(super) fn root(cx: &mut Ctxt, path: &LitStr) -> Option<Vec<String>> {
    let text = path.value();
    if let Some(name) = text.split('/').find(|segment| segment.starts_with('@')) {
        let message = format!(
            "`root` takes the path of an element, such as \"page/status\", and `{name}` is an attribute"
        );
        cx.error(path, message);
        return None;
    }
    // `*` is a root of any name.
    let (any, rest) = match text.strip_prefix('*') {
        Some("") => return Some(vec!["*".to_owned()]),
        Some(rest) if rest.starts_with('/') => (Some("*".to_owned()), rest.trim_start_matches('/')),
        _ => (None, text.as_str()),
    };
    let rest = rest.split('/').map(|segment| element_name(cx, path, segment)).collect::<Option<Vec<_>>>()?;
    Some(any.into_iter().chain(rest).collect())
}

/// The place of `path = "users/user"` or `path = "user/@id"`.
pub(super) fn relative(cx: &mut Ctxt, path: &LitStr) -> Option<Place> {
    let text = path.value();
    let (parents, last) = match text.rsplit_once('/') {
        Some((parents, last)) => (Some(parents), last),
        None => (None, text.as_str()),
    };
    let parents = parents.into_iter().flat_map(|parents| parents.split('/'));
    let parents = parents.map(|parent| element_name(cx, path, parent)).collect::<Option<Vec<_>>>();
    let place = match last.strip_prefix('@') {
        Some(name) => attribute_name(cx, path, name).map(|name| Place::named(name, path.span(), true)),
        None => element_name(cx, path, last).map(|name| Place::named(name, path.span(), false)),
    };
    Some(Place { parents: parents?, ..place? })
}

/// The place of `rename = "user"`, of an attribute if the field says so.
pub(super) fn renamed(cx: &mut Ctxt, name: &LitStr, attribute: bool) -> Option<Place> {
    let text = name.value();
    if text.contains('/') || text.starts_with('@') {
        cx.error(
            name,
            format!("`rename` takes the name of one element; a path is written `path = \"{text}\"`"),
        );
        return None;
    }
    let checked = if attribute { attribute_name(cx, name, &text) } else { element_name(cx, name, &text) };
    checked.map(|checked| Place::named(checked, name.span(), attribute))
}

pub(super) fn add_aliases(cx: &mut Ctxt, place: &mut Place, aliases: &[LitStr]) {
    for alias in aliases {
        let text = alias.value();
        if place.names.iter().any(|(name, _)| *name == text) {
            cx.error(alias, format!("`{text}` is a name of this field already"));
        } else if let Some(name) = element_name(cx, alias, &text)
            // After a mistake in the name itself the aliases say nothing.
            && !place.names.is_empty()
        {
            place.names.push((name, alias.span()));
        }
    }
}

fn element_name(cx: &mut Ctxt, at: &LitStr, name: &str) -> Option<String> {
    if name.starts_with('@') {
        cx.error(at, format!("`{name}` is an attribute: it can only be the end of a `path`"));
        return None;
    }
    checked(cx, at, name, "an element's name")
}

fn attribute_name(cx: &mut Ctxt, at: &LitStr, name: &str) -> Option<String> {
    checked(cx, at, name, "an attribute's name")
}

fn checked(cx: &mut Ctxt, at: &LitStr, name: &str, what: &str) -> Option<String> {
    if name.is_empty() {
        let path = at.value();
        let hint = if path.contains('/') {
            format!("a name between the slashes of \"{path}\"")
        } else {
            what.to_owned()
        };
        cx.error(at, format!("expected {hint}, found nothing"));
        return None;
    }
    let starts = name.starts_with(|first: char| first.is_alphabetic() || first == '_');
    let bad = name.chars().find(|c| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':')));
    match bad {
        Some(bad) => cx.error(at, format!("`{name}` is not {what}: {bad:?} cannot be in it")),
        None if !starts => {
            cx.error(at, format!("`{name}` is not {what}: it must start with a letter or `_`"));
        }
        None => return Some(name.to_owned()),
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relative_of(path: &str) -> Option<(Source, Vec<String>, String)> {
        let mut cx = Ctxt::new();
        let place = relative(&mut cx, &LitStr::new(path, Span::call_site()));
        assert_eq!(cx.finish().is_err(), place.is_none(), "a mistake is reported: {path:?}");
        place.map(|place| (place.source, place.parents.clone(), place.path_to(&place.names[0].0)))
    }

    #[test]
    fn paths() {
        let users = vec!["users".to_owned()];
        assert_eq!(relative_of("users/user"), Some((Source::Element, users.clone(), "users/user".into())));
        assert_eq!(relative_of("users/@id"), Some((Source::Attribute, users, "users/@id".into())));
        assert_eq!(relative_of("id"), Some((Source::Element, Vec::new(), "id".into())));
        assert_eq!(relative_of("@id"), Some((Source::Attribute, Vec::new(), "@id".into())));
    }

    #[test]
    fn what_is_no_path() {
        for bad in ["", "/", "a/", "/a", "a//b", "@", "a/@", "@a/b", "a b", "1a", "a/<b>", "-a"] {
            assert_eq!(relative_of(bad), None, "{bad:?}");
        }
    }
}
