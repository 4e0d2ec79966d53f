//! Short messages.

mod sms_send;
mod sms_send_fault;
mod user_sms_fault;
mod user_sms_get;
mod user_sms_service_subscribe;

pub use sms_send::{SentSms, SmsSend};
pub use sms_send_fault::SmsSendFault;
pub use user_sms_fault::UserSmsFault;
pub use user_sms_get::{SmsMessage, SmsMessages, UserSmsGet};
pub use user_sms_service_subscribe::{SmsSubscribeFault, UserSmsServiceSubscribe};
