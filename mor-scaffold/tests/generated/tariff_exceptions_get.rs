//! `tariff_exceptions_get`: shows the rates of a tariff together with its exceptions.

use mor_api::{Endpoint, Fault, FlagWord, FromXml, Money};
use rust_decimal::Decimal;

use crate::TariffId;

/// Shows the rates of a tariff together with its exceptions.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "tariff_exceptions_get",
    effect = read,
    response = Rates,
    fault = TariffExceptionsGetFault,
)]
pub struct TariffExceptionsGet {
    /// Tariff ID.
    #[hash(order = 1)]
    pub tariff_id: TariffId,

    /// `only_active`; the page does not say what it is.
    #[nohash]
    pub only_active: Option<FlagWord>,

    /// Day of the week from which on, 1-7.
    #[nohash]
    pub from_day: Option<u64>,
}

/// What `tariff_exceptions_get` answers.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct Rates {
    /// `tariff/name`, such as `Retail`.
    #[mor(path = "tariff/name")]
    pub name: String,
    /// `tariff/purpose`, such as `user`.
    #[mor(path = "tariff/purpose")]
    pub purpose: String,
    /// One for each `rates/rate`.
    #[mor(path = "rates/rate", default)]
    pub rates: Vec<Rate>,
    /// `balance`, such as `12.5000 USD`.
    pub balance: Money,
}

/// An element `rate` of the answer.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Rate {
    /// `prefix`, such as `370`.
    pub prefix: String,
    /// `rate`, such as `0.0500`.
    pub rate: Decimal,
    /// `from`, such as `1`.
    pub from: u64,
    /// One for each `days/day`.
    #[mor(path = "days/day")]
    pub days: Vec<u64>,
    /// `till`, such as `60`.
    pub till: Option<u64>,
}

/// Why `tariff_exceptions_get` refuses.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum TariffExceptionsGetFault {
    /// `Tariff was not found`; the page does not explain it.
    #[fault("Tariff was not found")]
    TariffNotFound,
}

#[cfg(test)]
mod tests {
    use mor_api::{CallOptions, Credentials, Server, from_xml_strict};

    use super::*;

    const SAMPLE: &str = "
<page>
  <tariff>
    <name>Retail</name>
    <purpose>user</purpose>
  </tariff>
  <rates>
    <rate>
      <prefix>370</prefix>
      <rate>0.0500</rate>
      <from>1</from>
      <days>
        <day>1</day>
        <day>2</day>
      </days>
    </rate>
    <rate>
      <prefix>371</prefix>
      <rate>1</rate>
      <from>31</from>
      <till>60</till>
      <days>
        <day>7</day>
      </days>
    </rate>
  </rates>
  <balance>12.5000 USD</balance>
</page>
";

    const SAMPLE_2: &str = "
<page>
  <tariff>
    <name>Retail</name>
    <purpose>user</purpose>
  </tariff>
  <balance>0</balance>
</page>
";

    const REQUEST: &[(&str, &str)] = &[("u", "admin"), ("tariff_id", "4"), ("only_active", "true")];

    #[test]
    fn the_sample_decodes() {
        let (answer, unknown) = from_xml_strict::<Rates>(SAMPLE).unwrap();
        assert!(unknown.is_empty(), "no field takes {unknown:?}");
        assert_eq!(answer.name, "Retail");
        assert_eq!(answer.purpose, "user");
        assert_eq!(answer.rates.len(), 2);
        assert_eq!(answer.rates[0].prefix, "370");
        assert_eq!(answer.rates[0].rate.to_string(), "0.0500");
        assert_eq!(answer.rates[0].from, 1);
        assert_eq!(answer.rates[0].days.len(), 2);
    }

    #[test]
    fn sample_2_decodes() {
        let (_, unknown) = from_xml_strict::<Rates>(SAMPLE_2).unwrap();
        assert!(unknown.is_empty(), "no field takes {unknown:?}");
    }

    #[test]
    fn the_published_hash_is_reproduced() {
        let mut text = |name| {
            let sent = REQUEST.iter().find(|(wire, _)| *wire == name);
            sent.map(|(_, text)| (*text).to_owned())
        };
        let request = TariffExceptionsGet::from_texts(&mut text).unwrap();
        let caller = Credentials::new("admin").with_key("secret");
        let server = Server::new("https://localhost").unwrap();
        let explained = server.explain(&request, &caller, &CallOptions::default()).unwrap();
        assert_eq!(explained.hash.as_deref(), Some("9a9d292176f7b8adb10d0d037732446bae1ef4dd"));
    }
}
