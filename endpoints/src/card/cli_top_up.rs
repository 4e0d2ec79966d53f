//! What the present and the former function for top-ups by caller ID share.

use mor_api::{DecodeError, Element, FromXml, Secret};
use rust_decimal::Decimal;

use crate::{CardGroupId, CardId, DeviceId, UserId};

/// A calling card after a top-up by caller ID.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct CliCard {
    /// Its ID.
    pub id: CardId,
    /// Its group.
    pub cardgroup_id: CardGroupId,
    /// Its new balance without tax.
    pub balance: Decimal,
    /// Its new balance with tax. Servers send it; the vendor's page does not show it.
    pub balance_with_vat: Option<Decimal>,
    /// The caller ID; none on a card that lost it to another one.
    pub callerid: Option<String>,
    /// Its PIN.
    pub pin: Secret,
    /// Its number.
    pub number: String,
}

/// One `response` element: either it holds a card, or what became of a user.
#[derive(FromXml)]
pub(super) struct Part {
    status: String,
    pub(super) card: Option<CliCard>,
    pub(super) device_id: Option<DeviceId>,
    pub(super) user_id: Option<UserId>,
    pub(super) new_balance: Option<Decimal>,
    pub(super) new_balance_with_vat: Option<Decimal>,
}

#[derive(FromXml)]
struct Answer {
    #[mor(rename = "response")]
    parts: Vec<Part>,
}

/// The parts of an answer, all of which say `ok`.
#[inline]
pub(super) fn parts(element: &mut Element<'_, '_>) -> Result<Vec<Part>, DecodeError> {
    let parts = Answer::from_xml(element)?.parts;
    match parts.iter().find(|part| !part.status.trim().eq_ignore_ascii_case("ok")) {
        Some(failed) => Err(element.refuse(&failed.status)),
        None => Ok(parts),
    }
}
