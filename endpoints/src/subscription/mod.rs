//! Subscriptions: services a user has.

mod charge_on;
mod fault;
mod subscription_create;
mod subscription_create_bulk;
mod subscription_delete;
mod subscription_delete_fault;
mod subscription_flat_rate_number_status_get;
mod subscription_update;
mod subscriptions_fault;
mod subscriptions_get;
mod terms;
mod user_subscriptions;

pub use charge_on::ChargeOn;
pub use fault::SubscriptionFault;
pub use subscription_create::{SubscriptionCreate, SubscriptionCreated};
pub use subscription_create_bulk::{SubscriptionCreateBulk, SubscriptionsCreated};
pub use subscription_delete::{SubscriptionDelete, SubscriptionDeleteAction, SubscriptionDeleted};
pub use subscription_delete_fault::SubscriptionDeleteFault;
pub use subscription_flat_rate_number_status_get::{
    Coverage, NumberStatus, NumberStatusFault, SubscriptionFlatRateNumberStatusGet,
};
pub use subscription_update::SubscriptionUpdate;
pub use subscriptions_fault::SubscriptionsFault;
pub use subscriptions_get::{Subscription, Subscriptions, SubscriptionsGet};
pub use terms::SubscriptionTerms;
pub use user_subscriptions::{SubscriptionsOfUser, UserSubscription, UserSubscriptions};

pub use crate::service::ServiceType;
