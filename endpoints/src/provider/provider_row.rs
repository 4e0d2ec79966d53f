//! A provider, as `providers_get` answers it.

use mor_api::{ElementMap, FromXml, Secret};
use rust_decimal::Decimal;

use super::Technology;
use crate::{ContactInfoId, DeviceId, ProviderId, StaticListId, TariffId, TerminatorId, UserId};

/// A provider: somebody who carries calls on.
///
/// The elements are the columns of the server's table, so a server of another version may have more or fewer. The
/// vendor's page shows those up to `call_limit`, the others are another client's. Neither explains them: what is said
/// of them here is read off their names. Only ID and name are required.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Provider {
    /// Its ID.
    pub id: ProviderId,
    /// Its name.
    pub name: String,
    /// `tech`: its technology.
    #[mor(rename = "tech")]
    pub technology: Option<Technology>,
    /// Its channel.
    pub channel: Option<String>,
    /// Username for its server.
    pub login: Option<String>,
    /// Password for its server.
    pub password: Option<Secret>,
    /// Host name or IP address of its server.
    pub server_ip: Option<String>,
    /// Port of its server; 0 where its address is dynamic.
    pub port: Option<u16>,
    /// Its place among the providers of an LCR.
    pub priority: Option<i64>,
    /// Its quality among the providers of an LCR.
    pub quality: Option<i64>,
    /// What it charges.
    pub tariff_id: Option<TariffId>,
    /// How many digits to cut from the number that calls.
    pub cut_a: Option<u32>,
    /// How many digits to cut from the number that is called.
    pub cut_b: Option<u32>,
    /// Digits to add to the number that calls.
    pub add_a: Option<String>,
    /// Digits to add to the number that is called.
    pub add_b: Option<String>,
    /// The device behind it.
    pub device_id: Option<DeviceId>,
    /// Whether ANI is on for it.
    pub ani: Option<bool>,
    /// How long it may ring, in seconds.
    pub timeout: Option<u32>,
    /// How many calls it may carry at a time.
    pub call_limit: Option<u32>,
    /// Whether a call that is not answered counts as failed.
    pub interpret_noanswer_as_failed: Option<bool>,
    /// Whether a busy call counts as failed.
    pub interpret_busy_as_failed: Option<bool>,
    /// Whether the server registers at it.
    pub register: Option<bool>,
    /// Extension for registering.
    pub reg_extension: Option<String>,
    /// Its terminator; `0` in the samples, where none is set.
    pub terminator_id: Option<TerminatorId>,
    /// Line for registering.
    pub reg_line: Option<String>,
    /// Whether it is hidden in lists.
    pub hidden: Option<bool>,
    /// How the SIP header *P-Asserted-Identity* is used; `0` in the samples.
    pub use_p_asserted_identity: Option<String>,
    /// Its owner; 0 is the admin.
    pub user_id: Option<UserId>,
    /// Whether resellers may use it.
    pub common_use: Option<bool>,
    /// Its balance.
    pub balance: Option<Decimal>,
    /// Limit of its balance.
    pub balance_limit: Option<Decimal>,
    /// How many calls may start in a `cps_period`.
    pub cps_call_limit: Option<u32>,
    /// Length of the period of `cps_call_limit`. The unit is not documented.
    pub cps_period: Option<u32>,
    /// Whether it answered the last check.
    pub alive: Option<bool>,
    /// Whether it is checked from time to time.
    pub periodic_check: Option<bool>,
    /// Whether it is in use.
    pub active: Option<bool>,
    /// Contact details; `0` in the samples, where none are set, as in the four that follow.
    pub contact_info_id: Option<ContactInfoId>,
    /// Contact details of partners.
    pub contact_info_partners_id: Option<ContactInfoId>,
    /// Contact details of the network operation centre.
    pub contact_info_noc_id: Option<ContactInfoId>,
    /// Contact details for rates.
    pub contact_info_rates_provisioning_id: Option<ContactInfoId>,
    /// Contact details for billing.
    pub contact_info_billing_provisioning_id: Option<ContactInfoId>,
    /// Notes on its technology.
    pub tech_details_info: Option<String>,
    /// Domain in the header *From* of anonymous calls.
    pub privacy_from_domain: Option<String>,
    /// Caller ID of anonymous calls.
    pub privacy_callerid: Option<String>,
    /// What is played before it is called; `0` in the samples.
    pub playback_before_dial: Option<String>,
    /// How that is played.
    pub playback_before_dial_mode: Option<String>,
    /// `prov_enable_static_source_list`: how its list of callers is used; `no` in the samples.
    #[mor(rename = "prov_enable_static_source_list")]
    pub static_source_list_use: Option<String>,
    /// `prov_static_source_list_id`: its list of callers; `0` in the samples, where none is set.
    #[mor(rename = "prov_static_source_list_id")]
    pub static_source_list_id: Option<StaticListId>,
    /// Whether tags of ported numbers (MNP) are used.
    pub enable_mnp_tags: Option<bool>,
    /// The accountant who looks after it.
    pub responsible_accountant_id: Option<UserId>,
    /// URI of the SIP request.
    pub sip_request_uri: Option<String>,
    /// URI in the SIP header *To*.
    pub sip_to_uri: Option<String>,
    /// `prov_enable_static_destination_list`: how its list of called numbers is used; `no` in the samples.
    #[mor(rename = "prov_enable_static_destination_list")]
    pub static_destination_list_use: Option<String>,
    /// `prov_static_destination_list_id`: its list of called numbers; `0` in the samples, where none is set.
    #[mor(rename = "prov_static_destination_list_id")]
    pub static_destination_list_id: Option<StaticListId>,
    /// Whether tariffs are chosen by the number that calls.
    pub use_tariffs_by_clis: Option<bool>,
    /// Whether `tariff_id` is used where that finds none.
    pub use_default_tariff_if_by_cli_not_found: Option<bool>,
    /// Columns of other versions, by wire name.
    #[mor(rest)]
    pub other: ElementMap,
}

#[cfg(test)]
mod tests {
    use mor_api::from_xml_strict;

    use super::super::Providers;

    #[test]
    fn columns_come_and_go_with_the_version() {
        let xml = "<page><status><providers><provider><id>2</id><name>Carrier</name><port></port>\
            <responsible_accountant_id>-1</responsible_accountant_id><sms_ratio>3</sms_ratio></provider></providers>\
            </status></page>";
        let (list, unknown) = from_xml_strict::<Providers>(xml).unwrap();
        assert!(unknown.is_empty(), "{unknown:?}");
        let [provider] = &list.providers[..] else { panic!("{list:?}") };
        assert_eq!((provider.port, provider.call_limit, provider.ani), (None, None, None));
        assert_eq!((provider.responsible_accountant_id, provider.other.get("sms_ratio")), (None, Some("3")));
    }
}
