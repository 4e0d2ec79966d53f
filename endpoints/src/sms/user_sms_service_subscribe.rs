//! `user_sms_service_subscribe`: subscribes a user to the SMS service.

use mor_api::{Endpoint, Fault};

use crate::{Done, SmsLcrId, SmsTariffId, UserId};

/// Subscribes a user to the SMS service. A second call is refused.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_sms_service_subscribe",
    addon = "SMS",
    effect = write,
    response = Done,
    fault = SmsSubscribeFault,
)]
pub struct UserSmsServiceSubscribe {
    /// Who is subscribed.
    #[hash(order = 1)]
    pub user_id: UserId,
    /// The SMS tariff he gets.
    #[hash(order = 2)]
    pub sms_tariff_id: SmsTariffId,
    /// The SMS LCR; required if the admin calls. A reseller's own one is used if he does.
    #[nohash]
    pub sms_lcr_id: Option<SmsLcrId>,
}

/// Why the user was not subscribed.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum SmsSubscribeFault {
    /// There is no such SMS tariff.
    #[fault("SMS Tariff was not found")]
    TariffNotFound,
    /// There is no such SMS LCR.
    #[fault("SMS LCR was not found")]
    LcrNotFound,
    /// There is no such user.
    #[fault("User was not found")]
    UserNotFound,
    /// The user has the service.
    #[fault("User is already subscribed to SMS service")]
    AlreadySubscribed,
    /// The reseller does not have the service himself.
    #[fault("Reseller does not have SMS Subscription")]
    ResellerNotSubscribed,
}
