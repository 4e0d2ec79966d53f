//! Which of the id types of `mor-endpoints` an id is.

use crate::names::upper_camel;
use crate::text::words;

/// The id types, as in `mor-endpoints`' `ids.rs`.
pub(crate) const IDS: &[&str] = &[
    "ActiveCallId",
    "CallId",
    "CampaignId",
    "CardGroupId",
    "CardId",
    "CliId",
    "ContactInfoId",
    "CountryId",
    "CreditNoteId",
    "CurrencyId",
    "DestinationGroupId",
    "DeviceGroupId",
    "DeviceId",
    "DeviceRuleGroupId",
    "DeviceRuleId",
    "DialPlanId",
    "DidId",
    "DidRateId",
    "EmailId",
    "HangupCauseId",
    "InvoiceId",
    "IvrId",
    "IvrTimePeriodId",
    "LcrId",
    "LocationGroupId",
    "LocationId",
    "LocationRuleId",
    "MonitoringId",
    "NumberPoolId",
    "PaymentId",
    "PbxPoolId",
    "PermissionGroupId",
    "PhonebookId",
    "PoolNumberId",
    "ProviderId",
    "ProviderRuleId",
    "QualityRoutingId",
    "QueueId",
    "QueueLogEntryId",
    "QuickforwardRuleId",
    "RateId",
    "RecordingId",
    "ResellerGroupId",
    "ServerId",
    "ServiceId",
    "SmsId",
    "SmsLcrId",
    "SmsProviderId",
    "SmsTariffId",
    "SoundFileId",
    "StaticListId",
    "SubscriptionId",
    "TariffId",
    "TaxId",
    "TerminatorId",
    "UserId",
    "VoucherId",
];

/// Other words for the same things.
const SYNONYMS: &[(&str, &str)] = &[
    ("reseller", "UserId"),
    ("owner", "UserId"),
    ("accountant", "UserId"),
    ("admin", "UserId"),
    ("partner", "UserId"),
    ("client", "UserId"),
    ("customer", "UserId"),
    ("cardgroup", "CardGroupId"),
    ("cc_group", "CardGroupId"),
    ("calling_card_group", "CardGroupId"),
    ("calling_card", "CardId"),
    ("dialplan", "DialPlanId"),
    ("direction", "CountryId"),
    ("hgc", "HangupCauseId"),
    ("hangupcausecode", "HangupCauseId"),
    ("service_subscription", "SubscriptionId"),
];

/// The type for ids of things with this name: `user`, `credit_note`, `credit note`.
pub(super) fn named(thing: &str) -> Option<&'static str> {
    let thing = thing.trim_matches('_').to_ascii_lowercase();
    let thing = thing.strip_prefix("s_").unwrap_or(&thing);
    if let Some((_, id)) = SYNONYMS.iter().find(|(name, _)| *name == thing) {
        return Some(id);
    }
    let wanted = format!("{}Id", upper_camel(thing));
    IDS.iter().find(|id| **id == wanted).copied()
}

/// The type for things whose name ends so: `failover_provider` is a provider.
pub(super) fn ending(thing: &str) -> Option<&'static str> {
    let parts: Vec<String> = thing.split('_').map(str::to_owned).collect();
    longest(&parts, true)
}

/// The type for the things that the words before `ID`, or behind `ID of`, name.
pub(super) fn described(text: &str) -> Option<&'static str> {
    let words: Vec<String> = words(text).map(str::to_ascii_lowercase).collect();
    let at = words.iter().position(|word| matches!(word.as_str(), "id" | "ids"))?;
    let (before, behind) = words.split_at(at);
    let behind: Vec<String> = behind
        .iter()
        .skip(1)
        .skip_while(|word| matches!(word.as_str(), "of" | "the" | "a" | "an" | "this"))
        .take(3)
        .cloned()
        .collect();
    let behind = if words.get(at + 1).is_some_and(|word| word == "of") { behind } else { Vec::new() };
    let before = before.get(before.len().saturating_sub(3)..).unwrap_or_default();
    longest(before, true).or_else(|| longest(&behind, false))
}

/// The type for what a function is about: `did_delete` is about a DID.
pub(super) fn of_function(function: &str) -> Option<&'static str> {
    let parts: Vec<String> = function.split('_').map(str::to_owned).collect();
    longest(&parts, false)
}

/// The longest run of words that names a thing: one that ends where the words end, or starts with them.
fn longest(words: &[String], at_end: bool) -> Option<&'static str> {
    (0..words.len()).find_map(|cut| {
        let run = if at_end { words.get(cut..) } else { words.get(..words.len() - cut) }?.join("_");
        named(&run).or_else(|| run.strip_suffix('s').and_then(named))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The list must not be behind the crate it is about.
    #[test]
    fn the_list_is_the_one_of_the_endpoints() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../endpoints/src/ids.rs");
        let Ok(source) = std::fs::read_to_string(path) else { return };
        let declared: Vec<&str> = source
            .lines()
            .filter_map(|line| line.trim().strip_prefix("pub struct ")?.strip_suffix(';'))
            .collect();
        assert_eq!(IDS, declared);
    }

    #[test]
    fn things() {
        assert_eq!(named("s_device"), Some("DeviceId"));
        assert_eq!(named("reseller"), Some("UserId"));
        assert_eq!(named("note"), None);
        assert_eq!(described("Campaign ID in MOR database"), Some("CampaignId"));
        assert_eq!(described("the ID of the credit note"), Some("CreditNoteId"));
        assert_eq!(described("Reseller type User ID"), Some("UserId"));
        assert_eq!(described("unique identifier"), None);
        assert_eq!(of_function("credit_note_delete"), Some("CreditNoteId"));
        assert_eq!(of_function("lcrs_get"), Some("LcrId"));
    }
}
