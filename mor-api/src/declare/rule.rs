//! Rules about parameters that go together.

use core::fmt;

use crate::{InvalidRequest, Params, Spec};

/// A rule about which parameters of a function go together, by their wire names. It is checked before a request is sent.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use mor_api::{Endpoint, FromXml, Rule};
///
/// /// Finds a user.
/// #[derive(Debug, Clone, Endpoint)]
/// #[mor(function = "user_find", effect = read, response = Found, at_least_one(user_id, username))]
/// pub struct UserFind {
///     #[hash(order = 1)]
///     pub user_id: Option<u64>,
///     #[hash(order = 2)]
///     pub username: Option<String>,
/// }
///
/// #[derive(Debug, FromXml)]
/// #[mor(root = "page")]
/// pub struct Found {}
///
/// assert_eq!(UserFind::SPEC.rules, [Rule::AtLeastOne(&["user_id", "username"])]);
/// assert_eq!(UserFind::SPEC.rules[0].to_string(), "at least one of `user_id` and `username` is required");
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// Exactly one of these parameters is given.
    OneOf(&'static [&'static str]),
    /// One or more of these parameters are given.
    AtLeastOne(&'static [&'static str]),
    /// The first parameter is given only together with all the others.
    Requires(&'static [&'static str]),
}

impl Rule {
    /// The parameters that the rule is about, by their wire names.
    #[must_use]
    pub const fn names(&self) -> &'static [&'static str] {
        match self {
            Self::OneOf(names) | Self::AtLeastOne(names) | Self::Requires(names) => names,
        }
    }

    /// The first parameter that breaks the rule.
    fn broken_at(&self, is_given: impl Fn(&str) -> bool) -> Option<&'static str> {
        let names = self.names();
        let mut given = names.iter().copied().filter(|name| is_given(name));
        match self {
            Self::OneOf(_) => match given.next() {
                Some(_) => given.next(),
                None => names.first().copied(),
            },
            Self::AtLeastOne(_) => {
                if given.next().is_none() {
                    names.first().copied()
                } else {
                    None
                }
            }
            Self::Requires(_) => {
                let (first, others) = names.split_first()?;
                if is_given(first) { others.iter().copied().find(|name| !is_given(name)) } else { None }
            }
        }
    }
}

/// Checks all rules of a function.
pub(crate) fn check(spec: &Spec, params: &dyn Params) -> Result<(), InvalidRequest> {
    let is_given = |name: &str| {
        let index = spec.params.iter().position(|param| param.name == name);
        index.is_some_and(|index| params.value(index).is_some())
    };
    for rule in spec.rules {
        if let Some(name) = rule.broken_at(is_given) {
            return Err(InvalidRequest::new(name, rule.to_string()));
        }
    }
    Ok(())
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneOf(names) => write!(f, "exactly one of {} is required", Listed(names)),
            Self::AtLeastOne(names) => write!(f, "at least one of {} is required", Listed(names)),
            Self::Requires([first, others @ ..]) => write!(f, "`{first}` requires {}", Listed(others)),
            Self::Requires([]) => Ok(()),
        }
    }
}

/// Names as prose: `a`, `b` and `c`.
struct Listed(&'static [&'static str]);

impl fmt::Display for Listed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, name) in self.0.iter().enumerate() {
            let before = match index {
                0 => "",
                last if last + 1 == self.0.len() => " and ",
                _ => ", ",
            };
            write!(f, "{before}`{name}`")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: &[&str] = &["a", "b", "c"];

    fn broken(rule: Rule, given: &str) -> Option<&'static str> {
        rule.broken_at(|name| given.contains(name))
    }

    #[test]
    fn exactly_one() {
        let rule = Rule::OneOf(NAMES);
        for (given, at) in [("", Some("a")), ("a", None), ("c", None), ("ac", Some("c")), ("abc", Some("b"))]
        {
            assert_eq!(broken(rule, given), at, "{given}");
        }
        assert_eq!(rule.to_string(), "exactly one of `a`, `b` and `c` is required");
    }

    #[test]
    fn one_or_more() {
        let rule = Rule::AtLeastOne(NAMES);
        for (given, at) in [("", Some("a")), ("b", None), ("abc", None)] {
            assert_eq!(broken(rule, given), at, "{given}");
        }
    }

    #[test]
    fn one_needs_the_others() {
        let rule = Rule::Requires(NAMES);
        for (given, at) in [("", None), ("bc", None), ("a", Some("b")), ("ab", Some("c")), ("abc", None)] {
            assert_eq!(broken(rule, given), at, "{given}");
        }
        assert_eq!(rule.to_string(), "`a` requires `b` and `c`");
    }
}
