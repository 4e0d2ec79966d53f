//! `sms_send`: counts a short message; none is sent.

use super::{Call, Done};
use crate::{
    http::{Answer, xml},
    state::Change,
};

/// ID of the first message, as in the catalog's sample.
const FIRST: u64 = 42;

/// Any LCR and any destination will do, and a message costs what the catalog's sample says, which is not charged.
pub(super) fn answer(call: &Call<'_>) -> Done {
    let id = FIRST + call.state.messages;
    let text = format!(
        "{}<page>\n  <response>\n    <status>ok</status>\n    <message>\n      <message_id>{id}</message_id>\n      \
         <sms_status_code_tip>SMS is sent</sms_status_code_tip>\n      <price>1.2500</price>\n      \
         <currency>EUR</currency>\n    </message>\n  </response>\n</page>\n",
        xml::DECLARATION
    );
    Done::executed(Change::Sms { id }, Answer::xml(text), |state| state.messages += 1)
}
