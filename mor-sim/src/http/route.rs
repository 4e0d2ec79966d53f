//! Paths of the API: `/billing/api/FUNCTION`, `/api/FUNCTION`, each also with `/ID` and with `.FORMAT`.

use super::decode::segment;
use crate::catalog::Functions;

/// Where a path leads.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Route {
    /// Current name of the function; as sent if there is no such function.
    pub(crate) function: String,
    pub(crate) id: Option<String>,
}

/// None for a path outside the API.
pub(crate) fn route(path: &str, functions: &Functions) -> Option<Route> {
    let path = path.strip_prefix("/billing").unwrap_or(path).strip_prefix("/api/")?;
    let path = path.strip_suffix('/').unwrap_or(path);
    let (name, id) = match path.split_once('/') {
        None => (path, None),
        Some((_, id)) if id.contains('/') => return None,
        Some((name, id)) => (name, Some(segment(without_format(id)))),
    };
    let name = segment(without_format(name));
    let function = functions.find(&name).map_or(name, |function| function.name.clone());
    (!function.is_empty()).then_some(Route { function, id })
}

fn without_format(segment: &str) -> &str {
    segment.split_once('.').map_or(segment, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_route(path: &str, expected: Option<(&str, Option<&str>)>) {
        let found = route(path, &Functions::default());
        assert_eq!(
            found.as_ref().map(|route| (route.function.as_str(), route.id.as_deref())),
            expected,
            "{path}"
        );
    }

    #[test]
    fn both_prefixes_formats_ids_and_old_names_lead_to_a_function() {
        assert_route("/billing/api/users_get", Some(("users_get", None)));
        assert_route("/api/users_get/", Some(("users_get", None)));
        assert_route("/billing/api/users_get.xml", Some(("users_get", None)));
        assert_route("/api/simple_balance/abc", Some(("user_simple_balance_get", Some("abc"))));
        assert_route("/api/simple_balance/a%20b+c.xml", Some(("user_simple_balance_get", Some("a b+c"))));
        assert_route("/api/nothing", Some(("nothing", None)));
    }

    #[test]
    fn other_paths_are_outside_the_api() {
        for path in
            ["/", "/billing", "/api", "/api/", "/billing/api//", "/billing/api/a/b/c", "/apis/users_get"]
        {
            assert_route(path, None);
        }
    }
}
