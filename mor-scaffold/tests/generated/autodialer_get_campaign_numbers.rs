//! `autodialer_get_campaign_numbers`: returns numbers which are uploaded to an autodialer campaign.

// CHECK: the published hash was altered: 37 of its 40 digits are those of `id + key`; the page shows
// c1b046000bef3cde3ab96dc8f51d516878a29555 and the recipe gives c1b046000bef3cde3ab96dc8f51d516878a29432.
// CHECK: the page lists `u` as hashed and as not hashed: by its example it is not.
// CHECK: the page names another key than its example was made with: 456789 instead of secret.

use mor_api::{Endpoint, Fault, FromXml, WireEnum};

use crate::{CampaignId, UserId};

/// Returns numbers which are uploaded to an autodialer campaign.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "autodialer_get_campaign_numbers",
    since = "X17",
    effect = read,
    response = AutodialerGetCampaignNumbersAnswer,
    fault = AutodialerGetCampaignNumbersFault,
)]
pub struct AutodialerGetCampaignNumbers {
    /// Campaign ID in the database.
    #[hash(order = 1)]
    pub id: CampaignId,

    /// `number` if left out.
    #[nohash]
    pub order_by: Option<OrderBy>,

    /// Reseller type User ID. `all` if left out.
    #[nohash]
    pub s_reseller: Option<UserId>,
}

/// What `autodialer_get_campaign_numbers` answers.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct AutodialerGetCampaignNumbersAnswer {
    /// `campaign_numbers_string`, such as `3333 4444,2021-03-04 05:06:07,done`.
    pub campaign_numbers_string: String,
}

/// A value of `order_by`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum OrderBy {
    /// `number`.
    Number,
    /// `status`.
    Status,
    /// `called_at`.
    CalledAt,
    /// `tries`.
    Tries,
}

/// Why `autodialer_get_campaign_numbers` refuses.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum AutodialerGetCampaignNumbersFault {
    /// There is no campaign with this ID.
    #[fault("Campaign was not found")]
    CampaignNotFound,

    /// The selected campaign is empty.
    #[fault("Campaign does not have any Numbers")]
    CampaignHasNoNumbers,
}

#[cfg(test)]
mod tests {
    use mor_api::{CallOptions, Credentials, Server, from_xml_strict};

    use super::*;

    const SAMPLE: &str = "
<page>
  <status>
    <campaign_numbers_string>3333 4444,2021-03-04 05:06:07,done</campaign_numbers_string>
  </status>
</page>
";

    const REQUEST: &[(&str, &str)] = &[("u", "dialer_boss"), ("id", "7")];

    #[test]
    fn the_sample_decodes() {
        let (answer, unknown) = from_xml_strict::<AutodialerGetCampaignNumbersAnswer>(SAMPLE).unwrap();
        assert!(unknown.is_empty(), "no field takes {unknown:?}");
        assert_eq!(answer.campaign_numbers_string, "3333 4444,2021-03-04 05:06:07,done");
    }

    #[test]
    fn the_published_hash_is_reproduced_but_for_its_altered_end() {
        let mut text = |name| {
            let sent = REQUEST.iter().find(|(wire, _)| *wire == name);
            sent.map(|(_, text)| (*text).to_owned())
        };
        let request = AutodialerGetCampaignNumbers::from_texts(&mut text).unwrap();
        let caller = Credentials::new("dialer_boss").with_key("secret");
        let server = Server::new("https://localhost").unwrap();
        let explained = server.explain(&request, &caller, &CallOptions::default()).unwrap();
        // The page shows c1b046000bef3cde3ab96dc8f51d516878a29555.
        assert_eq!(explained.hash.as_deref(), Some("c1b046000bef3cde3ab96dc8f51d516878a29432"));
    }
}
