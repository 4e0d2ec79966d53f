//! Functions with a hash list of their own: only the listed parameters, in that order, as sent.

use super::HashInput;
use crate::{
    catalog::{Function, Param},
    http::Params,
};

pub(super) fn input(function: &Function, params: &Params) -> HashInput {
    let mut hashed: Vec<_> =
        function.params.iter().filter_map(|param| Some((param.hash_order?, param))).collect();
    hashed.sort_by_key(|(order, _)| *order);
    let is_sent = |param: &Param| {
        let other = param.hashed_unless.as_deref().and_then(|other| params.filled(other));
        other.is_none() && params.filled(&param.name).is_some()
    };
    let mut input = HashInput::default();
    for (_, param) in hashed.into_iter().filter(|(_, param)| is_sent(param)) {
        let value = params.get(&param.name).unwrap_or_default();
        let part = (param.name.clone(), value.to_owned());
        if param.unhashed_value.as_deref() != Some(value) {
            input.parts.push(part.clone());
        }
        input.listed.push(part);
    }
    input
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
