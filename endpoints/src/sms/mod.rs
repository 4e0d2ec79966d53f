//! Short messages.

mod sms_send;
mod user_sms_get;
mod user_sms_service_subscribe;

pub use sms_send::{SentSms, SmsSend, SmsSendFault};
pub use user_sms_get::{SmsMessage, SmsMessages, UserSmsFault, UserSmsGet};
pub use user_sms_service_subscribe::{SmsSubscribeFault, UserSmsServiceSubscribe};
