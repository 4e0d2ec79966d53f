//! Ids of things in MOR's database.

mor_api::id! {
    /// A campaign of the auto-dialer.
    pub struct CampaignId;
}

mor_api::id! {
    /// A user of any kind: admin, reseller, accountant, partner or customer.
    pub struct UserId;
}
