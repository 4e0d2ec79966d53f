use mor_api::{Endpoint, FromXml};

#[derive(FromXml)]
#[mor(root = "page")]
pub struct Answer {}

#[derive(Endpoint)]
#[mor(function = "did_subscription_stop", effect = write, response = Answer)]
pub struct DidSubscriptionStop {
    #[hash(order = 1)]
    pub did_id: Option<u64>,
    #[hash(order = 1, unless = "did")]
    pub dids_id: Option<u64>,
}

fn main() {}
