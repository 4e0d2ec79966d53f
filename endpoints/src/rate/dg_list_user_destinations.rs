//! `dg_list_user_destinations`: lists the destinations of a destination group.

use mor_api::{AnswerError, Endpoint, FromXml, Payload, RecordShape, Response, Unknown};

use crate::DestinationGroupId;
use crate::old_page::{self, OldPage};

/// Lists the destinations of a destination group.
///
/// A function of the interface before the API: the server looks at no hash, and the user counts as logged in
/// afterwards. A caller it does not know gets [`CommonFault::BadLogin`] although the server says no such thing: it
/// sends another page. An unknown group makes the function fail inside.
///
/// [`CommonFault::BadLogin`]: mor_api::CommonFault::BadLogin
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "dg_list_user_destinations",
    effect = read,
    hash = none,
    response = DestinationGroup,
)]
pub struct DgListUserDestinations {
    /// `dest_gr_id`: the group.
    #[mor(rename = "dest_gr_id")]
    #[nohash]
    pub destination_group_id: DestinationGroupId,
}

/// A group of destinations.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct DestinationGroup {
    /// Title of the page in the server's language.
    pub pagename: Option<String>,
    /// The server's language.
    pub language: Option<String>,
    /// `groupname`: name of the group; in X5 its type stands behind it: `Lithuania FIX`.
    #[mor(rename = "groupname")]
    pub name: String,
    /// `groupicon`: name of the icon that is shown with it, such as `ltu`.
    #[mor(rename = "groupicon")]
    pub icon: Option<String>,
    /// `directions`: its destinations.
    #[mor(path = "directions/direction")]
    pub destinations: Vec<Destination>,
}

/// A destination: the numbers that start with a prefix.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Destination {
    /// `details`: names of the country and of the destination.
    #[mor(rename = "details")]
    pub name: String,
    /// Its prefix.
    pub prefix: String,
    /// `dir_code`: its type, such as `FIX`. X5 only.
    #[mor(rename = "dir_code")]
    pub code: Option<String>,
}

impl OldPage for DestinationGroup {
    const PROOF: &'static str = "page/groupname";
}

impl Response for DestinationGroup {
    const SHAPE: &'static RecordShape = &old_page::shape::<Self>();

    #[inline]
    fn read(body: Payload<'_>, unknown: Option<&mut Vec<Unknown>>) -> Result<Self, AnswerError> {
        old_page::read(body, unknown)
    }
}
