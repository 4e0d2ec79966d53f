//! `user_balance_update`: adds to the balance of a user.

use mor_api::{Endpoint, FromXml, Secret};
use rust_decimal::Decimal;

use super::BalanceUpdateFault;
use crate::{Done, LongDecimal, UserId};

/// Adds an amount to the balance of a user, or takes it away if it is negative.
///
/// It never sets the balance, though the parameter's name and a part of the vendor's page say so. Do not
/// repeat a call whose outcome is unknown: the amount would be added twice. Compare the balance first.
///
/// A call that is going on is charged against the new balance when it ends.
///
/// Servers of MOR 10 know it as `change_user_balance`, which those from X5 on do not.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_balance_update",
    aliases = ["user_balance_change", "change_user_balance"],
    since = "10",
    effect = write,
    response = BalanceUpdated,
    fault = BalanceUpdateFault,
    verify = "`user_details_get` of the `user_id` tells the balance, which calls change, too: compare \
              with before",
)]
pub struct UserBalanceUpdate {
    /// The user, one that the caller owns himself.
    #[hash(order = 1)]
    pub user_id: UserId,
    /// `balance`: the amount to add, in the caller's currency; negative to subtract.
    #[mor(rename = "balance")]
    #[hash(order = 2)]
    pub amount: Decimal,
    /// `p`: password of the caller; X5 and X8 do not check it here.
    #[mor(rename = "p")]
    #[nohash]
    pub password: Option<Secret>,
}

/// A balance was changed. The server's words state it; what follows them may be missing.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/page")]
pub struct BalanceUpdated {
    /// The server's words: `User balance updated`.
    pub status: Done,
    /// Username of the user.
    #[mor(path = "user/username")]
    pub username: Option<String>,
    /// ID of the user.
    #[mor(path = "user/id")]
    pub user_id: Option<UserId>,
    /// The new balance, in the caller's currency; not rounded.
    #[mor(path = "user/balance")]
    pub balance: Option<LongDecimal>,
}

#[cfg(test)]
mod tests {
    use mor_api::from_xml;

    use super::*;

    #[test]
    fn the_servers_words_are_enough_and_a_balance_may_have_any_number_of_digits() {
        let bare: BalanceUpdated =
            from_xml("<page><page><status>User balance updated</status></page></page>").unwrap();
        assert_eq!(bare.status.0, "User balance updated");
        assert_eq!((bare.username, bare.user_id, bare.balance), (None, None, None));

        let digits = "36.7160003350933925303454715238095238095238095";
        let long: BalanceUpdated = from_xml(&format!(
            "<page><page><status>User balance updated</status><user><balance>{digits}</balance></user></page></page>"
        ))
        .unwrap();
        assert_eq!(long.balance.unwrap().as_str(), digits);
    }
}
