//! The global list: every parameter on it that is present is hashed, whether the function uses it or not.

use super::{HashInput, form::Form};
use crate::{catalog::common, http::Params};

/// On the list, but a slip in the server's code (a missing comma) keeps them out of the hash.
const NEVER_HASHED: [&str; 2] = ["user_warning_email_hour", "pgui"];

pub(super) fn input(function: &str, params: &Params) -> HashInput {
    let mut input = HashInput::default();
    for name in common().hash.order().filter(|name| is_hashed(function, name)) {
        let Some(value) = params.get(name) else {
            continue;
        };
        input.listed.push((name.to_owned(), value.to_owned()));
        match Form::of(name).hashed(value) {
            Some(text) if text.is_empty() => {}
            Some(text) => input.parts.push((name.to_owned(), text.into_owned())),
            None => input.dropped.push(name.to_owned()),
        }
    }
    input
}

fn is_hashed(function: &str, name: &str) -> bool {
    !NEVER_HASHED.contains(&name) && (function, name) != ("card_from_group_sell", "number")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_of_the_list_is_hashed_even_if_the_function_has_no_use_for_it() {
        let params =
            Params::merge(Params::pairs(b"custom=x&id=1&unknown=2&u=admin&hash=0&test=1&user_id=no&pgui=1"));
        let input = input("phonebook_record_delete", &params);
        assert_eq!(input.parts, [("id".to_owned(), "1".to_owned()), ("custom".to_owned(), "x".to_owned())]);
        assert_eq!(input.dropped, ["user_id"]);
        let listed: Vec<_> =
            input.listed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(listed, [("user_id", "no"), ("id", "1"), ("custom", "x")]);
    }
}
