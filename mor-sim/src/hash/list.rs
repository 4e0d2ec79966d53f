//! Functions with a hash list of their own: only the named parameters, in that order, as sent.

use super::HashInput;
use crate::{catalog::Function, http::Params};

pub(super) fn input(function: &Function, params: &Params) -> HashInput {
    let mut hashed: Vec<_> =
        function.params.iter().filter_map(|param| Some((param.hash_order?, param.name.as_str()))).collect();
    hashed.sort_unstable();
    let listed: Vec<_> =
        hashed.into_iter().filter_map(|(_, name)| part(&function.name, name, params)).collect();
    let parts =
        listed.iter().filter(|(name, value)| is_hashed(&function.name, name, value)).cloned().collect();
    HashInput { parts, dropped: Vec::new(), listed }
}

/// One value of the list with the name it was sent under; empty values add nothing.
fn part(function: &str, name: &str, params: &Params) -> Option<(String, String)> {
    let (name, value) = match (function, name) {
        // Renamed between versions; the value counts once, under whichever name it comes.
        ("did_subscription_stop", "did_id") => {
            [name, "dids_id"].into_iter().find_map(|name| Some((name, params.filled(name)?)))?
        }
        ("did_subscription_stop", "dids_id") => return None,
        _ => (name, params.filled(name)?),
    };
    Some((name.to_owned(), value.to_owned()))
}

/// The rule goes by this very username, not by the role.
fn is_hashed(function: &str, name: &str, value: &str) -> bool {
    (function, name, value) != ("quickstats_get", "u", "admin")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::find;

    fn names(function: &str, request: &str) -> Vec<String> {
        let params = Params::merge(Params::pairs(request.as_bytes()));
        input(find(function).unwrap(), &params).parts.into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn only_the_id_of_an_ivr_poll_is_hashed() {
        assert_eq!(
            names("autodialer_get_campaign_ivr_poll_results", "u=x&order_by=time&id=2&s_reseller=3"),
            ["id"]
        );
    }

    #[test]
    fn the_username_admin_is_not_hashed_by_quickstats() {
        assert!(names("quickstats_get", "u=admin").is_empty());
        assert_eq!(names("quickstats_get", "u=Admin"), ["u"]);
    }

    #[test]
    fn both_names_of_the_did_are_taken_and_only_one_is_hashed() {
        assert_eq!(names("did_subscription_stop", "dids_id=5"), ["dids_id"]);
        assert_eq!(names("did_subscription_stop", "dids_id=5&did_id=5"), ["did_id"]);
    }

    #[test]
    fn the_order_of_the_request_does_not_matter() {
        assert_eq!(names("users_get", "p=secret&u=admin"), ["u", "p"]);
    }
}
