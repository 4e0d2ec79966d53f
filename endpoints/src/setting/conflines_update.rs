//! `conflines_update`: changes settings of the API and those of new users and devices.

use mor_api::{Endpoint, Secret};
use rust_decimal::Decimal;

use super::{AudioCodec, ConflinesFault, Nat, Qualify, Reinvite, VideoCodec};
use crate::{Done, LocationId, QuickforwardRuleId, TariffId};

/// Changes the caller's settings of the API, of new users and of new devices; what is left out stays as it is.
/// If one is not valid, none is changed. There is no function that reads them.
///
/// For the admin and resellers. X5 wants the admin's key for both, X8 takes that or the reseller's own.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "conflines_update",
    since = "X5",
    effect = write,
    response = Done,
    fault = ConflinesFault,
)]
pub struct ConflinesUpdate {
    /// Lets the caller's users call the API. 0 switches it off; the vendor's page says that only the GUI
    /// switches it on.
    #[nohash]
    pub allow_api: Option<bool>,
    /// New key of the API, of 6 characters or more. It holds at once: the next call needs it.
    #[nohash]
    pub api_secret_key: Option<Secret>,
    /// Shortest password of users, 6 to 30.
    #[nohash]
    pub default_user_password_length: Option<u8>,
    /// Credit limit of new users, -1 for none.
    #[nohash]
    pub default_user_credit: Option<Decimal>,
    /// Balance that new users start with.
    #[nohash]
    pub default_user_balance: Option<Decimal>,
    /// New users pay afterwards, not in advance.
    #[nohash]
    pub default_user_postpaid: Option<bool>,
    /// New users may make calls that cost more than they earn.
    #[nohash]
    pub default_user_allow_loss_calls: Option<bool>,
    /// How many calls a new user may make at the same time.
    #[nohash]
    pub default_user_call_limit: Option<u32>,
    /// Time zone of new users by its name in Rails, without the offset: `Atlantic Time (Canada)`. Case
    /// matters.
    #[nohash]
    pub default_user_time_zone: Option<String>,
    /// Currency of new users by its code of three letters.
    #[nohash]
    pub default_user_currency: Option<String>,
    /// Quick forwarding rule of new users; 0 for none.
    #[nohash]
    pub default_user_quickforwards_rule_id: Option<QuickforwardRuleId>,
    /// Calls of new users may be recorded.
    #[nohash]
    pub default_user_recording_enabled: Option<bool>,
    /// All calls of new users are recorded.
    #[nohash]
    pub default_user_recording_forced_enabled: Option<bool>,
    /// Tariff of new users; from X8.
    #[nohash]
    pub default_user_tariff_id: Option<TariffId>,
    /// How many calls a new device may make at the same time.
    #[nohash]
    pub default_device_call_limit: Option<u32>,
    /// Whether new devices send media directly to each other.
    #[nohash]
    pub default_device_canreinvite: Option<Reinvite>,
    /// How new devices behind NAT are treated.
    #[nohash]
    pub default_device_nat: Option<Nat>,
    /// Whether new devices are checked for being there.
    #[nohash]
    pub default_device_qualify: Option<Qualify>,
    /// Grace time of new devices, in seconds.
    #[nohash]
    pub default_device_grace_time: Option<u32>,
    /// Audio codecs of new devices, in this order; all others are switched off.
    #[nohash]
    pub default_device_audio_codecs: Option<Vec<AudioCodec>>,
    /// Video codecs of new devices, in this order; all others are switched off.
    #[nohash]
    pub default_device_video_codecs: Option<Vec<VideoCodec>>,
    /// Location of new devices; from X8.
    #[nohash]
    pub default_device_location_id: Option<LocationId>,
}
