//! Ids of things in MOR's database.

mor_api::id! {
    /// A call in progress; the ID is gone when the call has ended.
    pub struct ActiveCallId;
}

mor_api::id! {
    /// The record of a call.
    pub struct CallId;
}

mor_api::id! {
    /// A campaign of the auto-dialer.
    pub struct CampaignId;
}

mor_api::id! {
    /// A group of calling cards.
    pub struct CardGroupId;
}

mor_api::id! {
    /// A calling card.
    pub struct CardId;
}

mor_api::id! {
    /// A CLI: a number or domain by which a device is recognized.
    pub struct CliId;
}

mor_api::id! {
    /// A set of contact details.
    pub struct ContactInfoId;
}

mor_api::id! {
    /// A country (a direction) in the database.
    pub struct CountryId;
}

mor_api::id! {
    /// A credit note.
    pub struct CreditNoteId;
}

mor_api::id! {
    /// A currency.
    pub struct CurrencyId;
}

mor_api::id! {
    /// A group of destinations.
    pub struct DestinationGroupId;
}

mor_api::id! {
    /// A group of devices.
    pub struct DeviceGroupId;
}

mor_api::id! {
    /// A device: a SIP, IAX2, H323 or other account of a user.
    pub struct DeviceId;
}

mor_api::id! {
    /// A group of device rules.
    pub struct DeviceRuleGroupId;
}

mor_api::id! {
    /// A rule of a device.
    pub struct DeviceRuleId;
}

mor_api::id! {
    /// A dial plan.
    pub struct DialPlanId;
}

mor_api::id! {
    /// A DID.
    pub struct DidId;
}

mor_api::id! {
    /// A rate of a DID; not one of a tariff.
    pub struct DidRateId;
}

mor_api::id! {
    /// An e-mail template.
    pub struct EmailId;
}

mor_api::id! {
    /// A hangup cause code in the database (not the code itself).
    pub struct HangupCauseId;
}

mor_api::id! {
    /// An invoice.
    pub struct InvoiceId;
}

mor_api::id! {
    /// An IVR.
    pub struct IvrId;
}

mor_api::id! {
    /// A time period of an IVR.
    pub struct IvrTimePeriodId;
}

mor_api::id! {
    /// A least cost routing set.
    pub struct LcrId;
}

mor_api::id! {
    /// A group of locations.
    pub struct LocationGroupId;
}

mor_api::id! {
    /// A location.
    pub struct LocationId;
}

mor_api::id! {
    /// A localization rule.
    pub struct LocationRuleId;
}

mor_api::id! {
    /// A monitoring of users.
    pub struct MonitoringId;
}

mor_api::id! {
    /// A number pool.
    pub struct NumberPoolId;
}

mor_api::id! {
    /// A payment.
    pub struct PaymentId;
}

mor_api::id! {
    /// A PBX pool.
    pub struct PbxPoolId;
}

mor_api::id! {
    /// A group of permissions of accountants, resellers or users.
    pub struct PermissionGroupId;
}

mor_api::id! {
    /// An entry of a phonebook.
    pub struct PhonebookId;
}

mor_api::id! {
    /// A number in a number pool.
    pub struct PoolNumberId;
}

mor_api::id! {
    /// A provider.
    pub struct ProviderId;
}

mor_api::id! {
    /// A rule of a provider.
    pub struct ProviderRuleId;
}

mor_api::id! {
    /// A quality routing.
    pub struct QualityRoutingId;
}

mor_api::id! {
    /// A queue.
    pub struct QueueId;
}

mor_api::id! {
    /// An entry of the queue log.
    pub struct QueueLogEntryId;
}

mor_api::id! {
    /// A rule of quick forwarding.
    pub struct QuickforwardRuleId;
}

mor_api::id! {
    /// A rate.
    pub struct RateId;
}

mor_api::id! {
    /// A recording.
    pub struct RecordingId;
}

mor_api::id! {
    /// A group of resellers.
    pub struct ResellerGroupId;
}

mor_api::id! {
    /// A server.
    pub struct ServerId;
}

mor_api::id! {
    /// A service.
    pub struct ServiceId;
}

mor_api::id! {
    /// A short message.
    pub struct SmsId;
}

mor_api::id! {
    /// A least cost routing set for short messages.
    pub struct SmsLcrId;
}

mor_api::id! {
    /// A provider that carries short messages.
    pub struct SmsProviderId;
}

mor_api::id! {
    /// A tariff for short messages.
    pub struct SmsTariffId;
}

mor_api::id! {
    /// A sound of the IVR.
    pub struct SoundFileId;
}

mor_api::id! {
    /// A static list of numbers.
    pub struct StaticListId;
}

mor_api::id! {
    /// A subscription.
    pub struct SubscriptionId;
}

mor_api::id! {
    /// A tariff.
    pub struct TariffId;
}

mor_api::id! {
    /// A record of taxes.
    pub struct TaxId;
}

mor_api::id! {
    /// A terminator: to whom providers belong.
    pub struct TerminatorId;
}

mor_api::id! {
    /// A user of any kind: admin, reseller, accountant, partner or customer.
    pub struct UserId;
}

mor_api::id! {
    /// A voucher.
    pub struct VoucherId;
}
