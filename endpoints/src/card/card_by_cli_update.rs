//! `card_by_cli_update`: tops up or merges what belongs to a caller ID.

use mor_api::{DecodeError, Element, Endpoint, FromXml, Secret};
use rust_decimal::Decimal;

use super::CliTopUpFault;
use super::cli_top_up::{CliCard, Part, parts};
use crate::{CardGroupId, DeviceId, UserId};

/// Tops up what belongs to a caller ID: the user of a device that has it, even as a part of its number; else the
/// card that has it; else a new card in `cardgroup_id`.
///
/// With a PIN it moves the balance of another card instead, or gives the caller ID to that card if no card has it.
///
/// It moves money: do not repeat a call whose outcome is unknown. In one case of failure the server sends a result
/// after the error; such an answer is [`ErrorKind::Partial`](mor_api::ErrorKind::Partial).
///
/// Older servers know it as `cc_by_cli`; the present name is of X4.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "card_by_cli_update",
    aliases = ["cc_by_cli"],
    since = "12",
    addon = "Calling Cards",
    effect = write,
    response = CliTopUp,
    fault = CliTopUpFault,
    verify = "`calling_cards_get` by `callerid` shows the card's balance, `user_details_get` that of a \
              user whose device has the caller ID: compare with before",
)]
pub struct CardByCliUpdate {
    /// PIN of the card whose balance is moved.
    #[hash(order = 1)]
    pub pin: Option<Secret>,
    /// Amount to add, with tax, in the group's currency; 0 if left out. With a PIN the server ignores it.
    #[hash(order = 2)]
    pub amount: Option<Decimal>,
    /// Caller ID of the customer.
    #[hash(order = 3)]
    pub callerid: String,
    /// Group for a new card, or to which the card is moved. The vendor's examples write `cardgroup`, which servers
    /// do not read.
    #[hash(order = 4)]
    pub cardgroup_id: Option<CardGroupId>,
}

/// What was topped up: a card or a user. The server may report success and neither.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page", with = Self::from_element)]
pub struct CliTopUp {
    /// The card; after a merger the one with the balance of both.
    #[mor(path = "response/card")]
    pub card: Option<CliCard>,
    /// The card of the same group that was emptied, if two were merged.
    #[mor(path = "response/card")]
    pub emptied: Option<CliCard>,
    /// The user of a device that has the caller ID.
    #[mor(rename = "response")]
    pub user: Option<CreditedUser>,
}

/// A user after a top-up.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct CreditedUser {
    /// The device with the caller ID, if the server names it.
    pub device_id: Option<DeviceId>,
    /// Its user.
    pub user_id: UserId,
    /// The user's new balance without tax, if the server reports it.
    pub new_balance: Option<Decimal>,
    /// The user's new balance with tax, if the server reports it.
    pub new_balance_with_vat: Option<Decimal>,
}

impl CliTopUp {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let mut parts = parts(element)?.into_iter();
        let (first, second, third) = (parts.next(), parts.next(), parts.next());
        let Some(first) = first else {
            return Err(element.bad_value("a response with the status ok", ""));
        };
        let none = Self { card: None, emptied: None, user: None };
        Ok(match (second.map(|part| part.card), third) {
            (None, _) => {
                let Part { card, device_id, user_id, new_balance, new_balance_with_vat, .. } = first;
                let user = user_id.filter(|_| card.is_none());
                let user = user.map(|user_id| CreditedUser {
                    device_id,
                    user_id,
                    new_balance,
                    new_balance_with_vat,
                });
                Self { card, user, ..none }
            }
            (Some(emptied @ Some(_)), None) if first.card.is_some() => {
                Self { card: first.card, emptied, ..none }
            }
            (Some(_), _) => none,
        })
    }
}

#[cfg(test)]
mod tests {
    use mor_api::{AnswerError, from_xml};

    use super::*;

    fn response(content: &str) -> String {
        format!("<response><status>ok</status>{content}</response>")
    }

    fn card(id: u64, callerid: &str) -> String {
        response(&format!(
            "<card><id>{id}</id><cardgroup_id>1</cardgroup_id><balance>90.9091</balance>\
             <callerid>{callerid}</callerid><pin>785612</pin><number>1111111021</number></card>"
        ))
    }

    fn decode(content: &str) -> Result<CliTopUp, AnswerError> {
        from_xml(&format!("<page>{content}</page>"))
    }

    #[test]
    fn one_card_two_cards_and_a_user() {
        let one = decode(&card(22, "4444")).unwrap();
        assert_eq!((one.card.map(|card| card.id.0), one.emptied, one.user), (Some(22), None, None));
        let merged = decode(&(card(22, "4444") + &card(1, ""))).unwrap();
        let emptied = merged.emptied.unwrap();
        assert_eq!((merged.card.unwrap().id.0, emptied.id.0, emptied.callerid), (22, 1, None));
        let user = "<device_id>4</device_id><user_id>2</user_id><new_balance>82.6446</new_balance>\
            <new_balance_with_vat>100.0000</new_balance_with_vat>";
        let topped_up = decode(&response(user)).unwrap();
        assert_eq!((topped_up.card, topped_up.user.unwrap().user_id.0), (None, 2));
    }

    #[test]
    fn an_error_in_front_of_a_result_is_a_partial_success() {
        let error = decode(&format!("<error>Failed to make transaction</error>{}", card(22, "4444")));
        let Err(AnswerError::Partial(partial)) = error else { panic!("{error:?}") };
        assert_eq!(partial.refused.message(), "Failed to make transaction");
        assert_eq!(partial.values.get("page/response/card/id"), Some("22"));
    }

    #[test]
    fn nothing_is_not_a_success() {
        assert!(matches!(decode(""), Err(AnswerError::Decode(_))));
        assert!(matches!(decode("<response/>"), Err(AnswerError::Decode(_))));
    }

    #[test]
    fn the_status_ok_is_a_success_whatever_follows_it() {
        for answer in [&response(""), &response("<device_id>4</device_id>"), &card(1, "").repeat(3)] {
            let nothing = CliTopUp { card: None, emptied: None, user: None };
            assert_eq!(decode(answer), Ok(nothing), "{answer}");
        }
        let user = decode(&response("<user_id>2</user_id>")).unwrap().user.unwrap();
        assert_eq!((user.user_id.0, user.new_balance), (2, None));
    }
}
