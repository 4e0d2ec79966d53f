//! `dids_get`: lists DIDs.

use mor_api::{ElementMap, Endpoint, FromXml, Limit};

use super::{DidStatus, DidsFault};
use crate::{DeviceId, DialPlanId, DidId, ProviderId, UserId};

/// Lists the DIDs that all given filters select. None found is an error, [`DidsFault::NoneFound`].
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "dids_get",
    effect = read,
    response = Dids,
    fault = DidsFault,
)]
pub struct DidsGet {
    /// The number, with `%` for any characters.
    #[nohash]
    pub search_did_number: Option<String>,
    /// The status. For the admin, *reserved* also selects every DID of a reseller, and the server then ignores the
    /// other filters.
    #[nohash]
    pub search_status: Option<DidStatus>,
    /// The name of the owner as it is shown, with `%` for any characters.
    #[nohash]
    pub search_did_owner: Option<String>,
    /// The dial plan.
    #[nohash]
    pub search_dialplan: Option<DialPlanId>,
    /// The user; of a reseller also the DIDs that are reserved for him.
    #[nohash]
    pub search_user: Option<UserId>,
    /// The device; any if left out.
    #[nohash]
    pub search_device: Option<DeviceId>,
    /// The provider; for the admin, accountants and resellers with providers of their own.
    #[nohash]
    pub search_provider: Option<ProviderId>,
    /// The language set on the DID; any if left out.
    #[nohash]
    pub search_language: Option<String>,
    /// Leaves out terminated DIDs.
    #[nohash]
    pub search_hide_terminated_dids: Option<bool>,
    /// Number of the first DID to list, counted from 1. Only newer servers know it.
    #[nohash]
    pub from: Option<u64>,
    /// How many DIDs to list. Only newer servers know it.
    #[nohash]
    pub max_results: Option<u64>,
}

/// The DIDs that were found.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct Dids {
    /// One for each DID.
    #[mor(path = "dids/did", rows)]
    pub dids: Vec<Did>,
}

/// A DID. Who calls decides what is in it.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Did {
    /// Its ID; X5 does not send it.
    pub id: Option<DidId>,
    /// `did`: the number.
    #[mor(rename = "did")]
    pub number: String,
    /// Name of the provider; not shown to resellers.
    pub provider: Option<String>,
    /// Its language, if one is set.
    pub language: Option<String>,
    /// Its status. The vendor's page of 2026 names an element `did_status`, found in [`other`](Self::other), and does
    /// not show whether `status` is still sent.
    pub status: Option<DidStatus>,
    /// Name of the reseller who has it; not shown to resellers.
    pub reseller: Option<String>,
    /// Name of the user who has it.
    pub owner: Option<String>,
    /// The device it is assigned to: `SIP/2201`.
    pub device: Option<String>,
    /// Name of the dial plan that uses it, with its kind; not shown to ordinary users.
    pub dial_plan: Option<String>,
    /// How many calls it may have at the same time; older servers do not report it.
    pub simultaneous_call_limit: Option<Limit<u64>>,
    /// The first 25 characters of the comment.
    pub comment: Option<String>,
    /// The country whose tones it plays: `fi`; not shown to ordinary users.
    pub tone_zone: Option<String>,
    /// Elements of newer servers, by wire name; known are `did_status` and some for voice AI.
    #[mor(rest)]
    pub other: ElementMap,
}

#[cfg(test)]
mod tests {
    use mor_api::from_xml;

    use super::*;

    #[test]
    fn an_older_server_reports_neither_id_nor_call_limit() {
        let answer = "<page><dids><did><did>0037060000001</did><status>Free</status></did></dids></page>";
        let dids: Dids = from_xml(answer).unwrap();
        let did = &dids.dids[0];
        assert_eq!((did.number.as_str(), did.id), ("0037060000001", None));
        assert_eq!((&did.status, &did.simultaneous_call_limit), (&Some(DidStatus::Free), &None));
    }
}
