//! `voucher_sell`: sells a voucher to a user.

use jiff::civil::{Date, DateTime};
use mor_api::{Endpoint, Fault, FromXml, Secret, ServerTime, WireEnum};
use rust_decimal::Decimal;

use crate::{UserId, VoucherId};

/// Sells a voucher to a user. The price is taken from the balance.
///
/// Do not repeat a call whose outcome is unknown before you have looked: it may be done twice.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "voucher_sell",
    since = "12",
    effect = write,
    caller = hashed(1),
    password = sent,
    response = Sale,
    fault = VoucherSellFault,
)]
pub struct VoucherSell {
    /// ID of the voucher.
    #[hash(order = 2)]
    pub voucher_id: VoucherId,

    /// How much he pays.
    #[hash(order = 3)]
    pub amount: Option<Decimal>,

    /// Code of the currency, like EUR.
    #[nohash]
    pub currency: Option<String>,

    /// Set to 1 to send an e-mail.
    #[nohash]
    pub send_email: Option<bool>,

    /// New PIN of the voucher.
    #[nohash]
    pub pin: Option<Secret>,

    /// Date in format YYYY-MM-DD.
    #[nohash]
    pub valid_till: Option<Date>,

    /// Moment in format YYYY-MM-DD HH:MM:SS.
    #[nohash]
    pub starts_at: Option<DateTime>,

    /// IDs of users separated by commas.
    #[nohash]
    pub notify_user_ids: Option<Vec<UserId>>,

    /// `self`; the page does not say what it is.
    #[nohash]
    #[mor(rename = "self")]
    pub self_value: Option<SelfChoice>,

    /// 1 = new voucher, 0 = used voucher.
    #[nohash]
    #[mor(rename = "new")]
    pub new_value: Option<bool>,
}

/// What `voucher_sell` answers.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/response/sale")]
pub struct Sale {
    /// `currency`, such as `EUR`.
    #[mor(attribute)]
    pub currency: String,
    /// `gift`, such as `false`.
    #[mor(attribute)]
    pub gift: bool,
    /// `sale_id`, such as `77`.
    pub sale_id: u64,
    /// `gross`, such as `12.50`.
    pub gross: Decimal,
    /// `voucher_id`, such as `8`.
    pub voucher_id: VoucherId,
    /// `sold_at`, such as `2021-05-06 07:08:09 +0200`.
    pub sold_at: ServerTime,
    /// `type`, such as `gift`.
    pub r#type: String,
}

/// A value of `self`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum SelfChoice {
    /// `yes`.
    Yes,
    /// `no`.
    No,
}

/// Why `voucher_sell` refuses.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum VoucherSellFault {
    /// No such voucher.
    #[fault("Voucher was not found")]
    VoucherNotFound,

    /// Somebody has bought it.
    #[fault("Voucher is sold already")]
    VoucherSoldAlready,

    /// `Balance is too low`; the page does not explain it.
    #[fault("Balance is too low")]
    BalanceTooLow,
}

#[cfg(test)]
mod tests {
    use mor_api::{CallOptions, Credentials, Server, from_xml_strict};

    use super::*;

    const SAMPLE: &str = r#"
<page>
  <response>
    <sale currency="EUR" gift="false">
      <sale_id>77</sale_id>
      <gross>12.50</gross>
      <voucher_id>8</voucher_id>
      <sold_at>2021-05-06 07:08:09 +0200</sold_at>
      <type>gift</type>
    </sale>
  </response>
</page>
"#;

    const REQUEST: &[(&str, &str)] =
        &[("u", "shop"), ("p", "open"), ("voucher_id", "8"), ("amount", "12.50")];

    #[test]
    fn the_sample_decodes() {
        let (answer, unknown) = from_xml_strict::<Sale>(SAMPLE).unwrap();
        assert!(unknown.is_empty(), "no field takes {unknown:?}");
        assert_eq!(answer.currency, "EUR");
        assert!(!answer.gift);
        assert_eq!(answer.sale_id, 77);
        assert_eq!(answer.gross.to_string(), "12.50");
        assert_eq!(answer.voucher_id.to_string(), "8");
        assert_eq!(answer.r#type, "gift");
    }

    #[test]
    fn the_published_hash_is_reproduced() {
        let mut text = |name| {
            let sent = REQUEST.iter().find(|(wire, _)| *wire == name);
            sent.map(|(_, text)| (*text).to_owned())
        };
        let request = VoucherSell::from_texts(&mut text).unwrap();
        let caller = Credentials::new("shop").with_key("sesame").with_password("open");
        let server = Server::new("https://localhost").unwrap();
        let explained = server.explain(&request, &caller, &CallOptions::default()).unwrap();
        assert_eq!(explained.hash.as_deref(), Some("a7f4cc7b83fa63e010871f23837f739a63f641be"));
    }
}
