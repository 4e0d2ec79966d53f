//! The refusals of `conflines_update`.

use mor_api::Fault;

/// Why no setting is changed; the server tells only the first reason.
///
/// A caller who is neither the admin nor a reseller gets [`AccessDenied`](mor_api::CommonFault::AccessDenied).
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum ConflinesFault {
    /// `allow_api` is no flag.
    #[fault("allow_api must be 0 or 1")]
    AllowApi,
    /// The new key has less than 6 characters.
    #[fault("api_secret_key length must be higher than 5")]
    SecretKeyTooShort,
    /// `default_user_password_length` is not from 6 to 30.
    #[fault("default_user_password_length must be between 6 and 30")]
    PasswordLength,
    /// `default_user_credit` is below 0 and not -1.
    #[fault("default_user_credit must be positive number or -1 for infinity")]
    Credit,
    /// `default_user_balance` is no number.
    #[fault("default_user_balance must be number")]
    Balance,
    /// `default_user_postpaid` is no flag.
    #[fault("default_user_postpaid must be 0 or 1")]
    Postpaid,
    /// `default_user_allow_loss_calls` is no flag.
    #[fault("default_user_allow_loss_calls must be 0 or 1")]
    AllowLossCalls,
    /// `default_user_call_limit` is no number, though the text names the credit.
    #[fault("default_user_credit must be positive integer")]
    UserCallLimit,
    /// `default_user_recording_enabled` is no flag.
    #[fault("default_user_recording_enabled must be 0 or 1")]
    Recording,
    /// `default_user_recording_forced_enabled` is no flag.
    #[fault("default_user_recording_forced_enabled must be 0 or 1")]
    RecordingForced,
    /// `default_device_call_limit` is no number.
    #[fault("default_device_call_limit must be positive integer")]
    DeviceCallLimit,
    /// There is no time zone of this name.
    #[fault("default_user_time_zone name was not correct")]
    TimeZone,
    /// There is no such currency.
    #[fault("default_user_currency name was not correct")]
    Currency,
    /// There is no such quick forwarding rule.
    #[fault("default_user_quickforwards_rule_id was not found")]
    QuickforwardRuleNotFound,
    /// There is no such tariff; from X8.
    #[fault("default_user_tariff_id was not found")]
    TariffNotFound,
    /// `default_device_canreinvite` is none of its words.
    #[fault(
        "default_device_canreinvite can only be one of the following: 'yes', 'no', 'nonat', 'update', 'update,nonat'"
    )]
    Reinvite,
    /// `default_device_nat` is none of its words.
    #[fault("default_device_nat can only be one of the following: 'yes', 'no', 'force_rport', 'comedia'")]
    Nat,
    /// `default_device_qualify` is neither `no` nor 1000 or more.
    #[fault("default_device_qualify can only be 'no' or >= 1000 integer")]
    Qualify,
    /// `default_device_grace_time` is no number.
    #[fault("default_device_grace_time must be positive integer")]
    GraceTime,
    /// There is no such location; from X8.
    #[fault("default_device_location_id was not found")]
    LocationNotFound,
}
