//! The lists of what an import left out, in their two forms.
//!
//! X5 and X8 have an element `destination` around each entry. The page of MOR 11 shows the entries without one: a list
//! read in the newer form alone would look empty, and the import complete.

use mor_api::{ElementMap, FromXml};

use super::{BadRate, DestinationGroup};

/// Groups that were left out.
#[derive(FromXml)]
pub(super) struct Groups {
    #[mor(rename = "destination")]
    wrapped: Vec<DestinationGroup>,
    #[mor(rest)]
    bare: ElementMap,
}

/// Rates that were left out.
#[derive(FromXml)]
pub(super) struct Rates {
    #[mor(rename = "destination")]
    wrapped: Vec<BadRate>,
    #[mor(rest)]
    bare: ElementMap,
}

/// Rates that overlap, in the server's words.
#[derive(FromXml)]
pub(super) struct Collisions {
    #[mor(rename = "destination")]
    wrapped: Vec<Collision>,
    #[mor(rename = "collision_in_time_range")]
    bare: Vec<String>,
}

#[derive(FromXml)]
struct Collision {
    #[mor(rename = "collision_in_time_range")]
    texts: Vec<String>,
}

impl From<Groups> for Vec<DestinationGroup> {
    fn from(Groups { mut wrapped, bare }: Groups) -> Self {
        wrapped.extend(
            entries(&bare)
                .into_iter()
                .map(|entry| DestinationGroup { group: entry.get(GROUP), group_type: entry.get(GROUP_TYPE) }),
        );
        wrapped
    }
}

impl From<Rates> for Vec<BadRate> {
    fn from(Rates { mut wrapped, bare }: Rates) -> Self {
        wrapped.extend(entries(&bare).into_iter().map(|entry| BadRate {
            group: entry.get(GROUP),
            group_type: entry.get(GROUP_TYPE),
            rate_price: entry.get("rate_price"),
            rate_round_by: entry.get("rate_round_by"),
            rate_duration: entry.get("rate_duration"),
            rate_type: entry.get("rate_type"),
            rate_start_time: entry.get("rate_start_time"),
            rate_end_time: entry.get("rate_end_time"),
            day_type: entry.get("day_type"),
        }));
        wrapped
    }
}

impl From<Collisions> for Vec<String> {
    fn from(Collisions { wrapped, bare }: Collisions) -> Self {
        wrapped.into_iter().flat_map(|collision| collision.texts).chain(bare).collect()
    }
}

const GROUP: &str = "destination_group_name";
const GROUP_TYPE: &str = "destination_group_type";

/// The elements of an entry without an element of its own.
struct Entry<'a>(Vec<(&'a str, &'a str)>);

impl Entry<'_> {
    fn get(&self, name: &str) -> Option<String> {
        self.0.iter().find(|(of, text)| *of == name && !text.is_empty()).map(|(_, text)| (*text).to_owned())
    }
}

/// An entry starts with the name of its group.
fn entries(elements: &ElementMap) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for element in elements.iter() {
        match entries.last_mut().filter(|_| element.0 != GROUP) {
            Some(entry) => entry.0.push(element),
            None => entries.push(Entry(vec![element])),
        }
    }
    entries
}
