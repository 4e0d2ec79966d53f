//! What is known about a user: the answer of `user_details_get`.
//!
//! Blocks and elements that are `Option` depend on the server's version, on the caller and on the kind of
//! account that is shown. Only elements that MOR 8 and every later version send are required.

use jiff::civil::Date;
use mor_api::{FromXml, Limit, Money};
use rust_decimal::Decimal;

use super::AccountKind;
use crate::{OrText, PbxPoolId, TariffId, UserId};

/// What is known about a user. Amounts are in the system's currency.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct UserDetails {
    /// Title of the page in the server's language.
    pub pagename: Option<String>,
    /// Language of the caller: `en`.
    pub language: Option<String>,
    /// `userid`: ID of the user. X3 sends the caller's, whoever is shown.
    #[mor(rename = "userid")]
    pub user_id: Option<UserId>,
    /// `main_detail`: the account.
    #[mor(path = "details/main_detail")]
    pub account: Account,
    /// `other_details`: the person or company.
    #[mor(path = "details/other_details")]
    pub person: Option<Person>,
    /// `registration`: the address, if the user has one.
    #[mor(path = "details/registration")]
    pub address: Option<Address>,
    /// Which invoices are made; from X8, and not for accountants.
    #[mor(path = "details/invoices")]
    pub invoices: Option<InvoiceSettings>,
    /// When the user is warned of a low balance; from X8, and not for accountants.
    #[mor(path = "details/warning_balance")]
    pub warning_balance: Option<BalanceWarning>,
}

/// A user's account.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Account {
    /// `account`: how it is paid.
    #[mor(rename = "account")]
    pub kind: AccountKind,
    /// Balance with its currency, rounded for people.
    pub balance: Money,
    /// Balance as a number. MOR 8 does not send it: see `balance`.
    pub balance_number: Option<Decimal>,
    /// The balance's currency. MOR 8 does not send it: see `balance`.
    pub balance_currency: Option<String>,
    /// How much may be spent a day; 0 is no limit. Newest servers.
    pub daily_balance_limit: Option<Decimal>,
    /// Credit limit; older servers do not send it.
    pub credit: Option<Limit<Decimal>>,
    /// PBX pool; for the admin and resellers with PBX rights.
    pub pbx_pool_id: Option<PbxPoolId>,
    /// Whether the user's lists leave out calls that were not answered; shown of customers to the admin and
    /// resellers.
    pub hide_non_answered_calls: Option<bool>,
    /// Whether the user is blocked. Newest servers.
    pub blocked: Option<bool>,
    /// Whether the user is hidden in lists. Newest servers.
    pub hidden: Option<bool>,
    /// Tariff. Newest servers.
    pub tariff_id: Option<TariffId>,
}

/// Who a user is.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Person {
    /// Username.
    pub username: String,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub surname: Option<String>,
    /// Name of the company. Newest servers.
    pub company_name: Option<String>,
    /// `personalid`: number of the company or person.
    #[mor(rename = "personalid")]
    pub personal_id: Option<String>,
    /// Number of the agreement.
    pub agreement_number: Option<String>,
    /// Date of the agreement, in the date format of the server's settings.
    pub agreement_date: Option<OrText<Date>>,
    /// Name of the country where the user pays taxes, cut after 22 characters.
    pub taxation_country: Option<String>,
    /// Tax registration number.
    pub vat_reg_number: Option<String>,
    /// Tax, in percent.
    pub vat_percent: Option<Decimal>,
    /// How many calls he may make at the same time; from X8.
    pub call_limit: Option<u32>,
}

/// A user's address.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Address {
    /// `reg_address`: street and number.
    #[mor(rename = "reg_address")]
    pub street: Option<String>,
    /// `reg_postcode`: postal code.
    #[mor(rename = "reg_postcode")]
    pub postcode: Option<String>,
    /// `reg_city`: city.
    #[mor(rename = "reg_city")]
    pub city: Option<String>,
    /// `reg_country`: the county, in spite of the element's name.
    #[mor(rename = "reg_country")]
    pub county: Option<String>,
    /// `reg_state`: state or province.
    #[mor(rename = "reg_state")]
    pub state: Option<String>,
    /// `reg_direction`: the e-mail address once more, where the country should be.
    #[mor(rename = "reg_direction")]
    pub direction: Option<String>,
    /// `reg_phone`: phone.
    #[mor(rename = "reg_phone")]
    pub phone: Option<String>,
    /// `reg_mobile`: mobile phone.
    #[mor(rename = "reg_mobile")]
    pub mobile: Option<String>,
    /// `reg_fax`: fax.
    #[mor(rename = "reg_fax")]
    pub fax: Option<String>,
    /// `reg_email`: e-mail address.
    #[mor(rename = "reg_email")]
    pub email: Option<String>,
}

/// Which invoices are made for a user.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[allow(clippy::struct_excessive_bools, reason = "the server has a flag for each kind")]
pub struct InvoiceSettings {
    /// Whether any are made; not of the admin.
    pub generate_invoices: Option<bool>,
    /// `invoice_xlsx`: as XLSX.
    #[mor(rename = "invoice_xlsx")]
    pub xlsx: bool,
    /// Simplified, as PDF.
    pub simplified_pdf: bool,
    /// Simplified, as CSV.
    pub simplified_csv: bool,
    /// Detailed, as PDF.
    pub detailed_pdf: bool,
    /// Detailed, as CSV.
    pub detailed_csv: bool,
    /// `by_callerid_pdf`: by caller ID, as PDF; of customers and the admin.
    #[mor(rename = "by_callerid_pdf")]
    pub by_caller_id_pdf: Option<bool>,
    /// `by_callerid_csv`: by caller ID, as CSV; of customers and the admin.
    #[mor(rename = "by_callerid_csv")]
    pub by_caller_id_csv: Option<bool>,
    /// By destinations; of customers and the admin.
    pub by_destinations: Option<bool>,
    /// With all calls; of customers and the admin.
    pub calls: Option<bool>,
    /// Whether calls that cost nothing are shown; not of the admin.
    pub show_zero_calls: Option<bool>,
}

/// When people are told by e-mail that a balance is low.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct BalanceWarning {
    /// Whether they are told at all.
    pub active: bool,
    /// Balance below which the user is told.
    #[mor(path = "send_email_when_balance_drops_lower_than/user")]
    pub user_below: Decimal,
    /// Balance below which the admin is told; shown to the admin.
    #[mor(path = "send_email_when_balance_drops_lower_than/admin")]
    pub admin_below: Option<Decimal>,
    /// Balance below which the responsible accountant is told; shown to the admin.
    #[mor(path = "send_email_when_balance_drops_lower_than/responsible_accountant")]
    pub accountant_below: Option<Decimal>,
    /// Hour of the day at which the e-mails go out; where -1 is set, at once.
    pub warning_email_hour: i8,
}

#[cfg(test)]
mod tests {
    use mor_api::from_xml_strict;

    use super::*;

    #[test]
    fn the_newest_elements() {
        let xml = "<page><pagename>Personal details</pagename><language>en</language><userid>123</userid><details>\
            <main_detail><account>Prepaid</account><balance>26.0000 USD</balance>\
            <balance_number>26.0</balance_number><balance_currency>USD</balance_currency>\
            <daily_balance_limit>0.0</daily_balance_limit><credit>0.0000</credit><pbx_pool_id>1</pbx_pool_id>\
            <blocked>0</blocked><hidden>1</hidden><tariff_id>3</tariff_id></main_detail>\
            <other_details><username>jonas</username><surname>Petraitis</surname>\
            <company_name>UAB Pavyzdys</company_name><personalid></personalid>\
            <vat_percent>21.0</vat_percent></other_details></details></page>";
        let (details, unknown) = from_xml_strict::<UserDetails>(xml).unwrap();
        assert!(unknown.is_empty(), "{unknown:?}");
        assert_eq!(details.account.daily_balance_limit, Some(Decimal::new(0, 1)));
        assert_eq!((details.account.blocked, details.account.hidden), (Some(false), Some(true)));
        assert_eq!(details.account.tariff_id, Some(TariffId(3)));
        assert_eq!(details.person.unwrap().company_name.as_deref(), Some("UAB Pavyzdys"));
    }

    #[test]
    fn version_8_has_neither_number_nor_currency_of_the_balance() {
        let xml = "<page><pagename>Personal_details</pagename><language>en</language><userid>0</userid><details>\
            <main_detail><account>Postpaid</account><balance>-3.5000 EUR</balance><credit>Unlimited</credit>\
            </main_detail><other_details><username>ona</username><agreement_number>0000000012</agreement_number>\
            <agreement_date>2007-03-26</agreement_date><vat_percent>18.0</vat_percent></other_details></details></page>";
        let (details, unknown) = from_xml_strict::<UserDetails>(xml).unwrap();
        assert!(unknown.is_empty(), "{unknown:?}");
        assert_eq!((details.account.balance_number, details.account.balance_currency), (None, None));
        assert_eq!(details.account.balance.to_string(), "-3.5000 EUR");
        let person = details.person.unwrap();
        assert_eq!(person.agreement_number.as_deref(), Some("0000000012"));
        assert_eq!(person.agreement_date, Some(OrText::Known(jiff::civil::date(2007, 3, 26))));
    }

    #[test]
    fn the_account_alone_is_enough() {
        let xml = "<page><details><main_detail><account>Prepaid</account><balance>1.0 EUR</balance>\
            <credit>0.0</credit></main_detail></details></page>";
        let details = mor_api::from_xml::<UserDetails>(xml).unwrap();
        assert_eq!((details.user_id, details.person), (None, None));
        assert_eq!(details.account.credit, Some(Limit::To(Decimal::new(0, 1))));
        let without = "<page><details><main_detail><account>Prepaid</account></main_detail></details></page>";
        assert!(mor_api::from_xml::<UserDetails>(without).is_err());
    }

    #[test]
    fn a_date_of_another_format_is_kept() {
        let xml = "<page><details><main_detail><account>Prepaid</account><balance>1.0 EUR</balance>\
            <credit>0.0</credit></main_detail><other_details><username>ona</username>\
            <agreement_date>26/03/2007</agreement_date></other_details></details></page>";
        let person = mor_api::from_xml::<UserDetails>(xml).unwrap().person.unwrap();
        assert_eq!(person.agreement_date, Some(OrText::Text("26/03/2007".to_owned())));
    }
}
