//! `email_send`: sends an e-mail from one of the server's templates.

use mor_api::{
    AnswerError, DecodeError, Document, Element, Endpoint, FieldShape, FromXml, Kind, Presence, Record,
    RecordShape, Refusal, Refused, Secret, Unexpected, ValueShape,
};
use rust_decimal::Decimal;

use super::EmailFault;
use crate::{DeviceId, UserId};

/// Sends an e-mail made from one of the server's templates. Template variables that are left out are empty in
/// the e-mail. Do not repeat a call whose outcome is unknown: the e-mail may have gone out.
///
/// Which parameters are hashed is not documented: this is the order of X5, which the vendor's example
/// confirms for five of them. Templates may have more variables, of which the server hashes none.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "email_send",
    aliases = ["send_email"],
    since = "X4",
    effect = write,
    response = EmailSent,
    fault = EmailFault,
    check_response = Self::check_response,
)]
pub struct EmailSend {
    /// Template variable: ID of a user.
    #[hash(order = 1)]
    pub user_id: Option<UserId>,
    /// Template variable: a balance.
    #[hash(order = 2)]
    pub balance: Option<Decimal>,
    /// Template variable: a description.
    #[hash(order = 3)]
    pub description: Option<String>,
    /// Template variable: an amount, written as it shall be read.
    #[hash(order = 4)]
    pub amount: Option<String>,
    /// Template variable: address of the SIP server.
    #[hash(order = 5)]
    pub server_ip: Option<String>,
    /// Template variable: kind of the device.
    #[hash(order = 6)]
    pub device_type: Option<String>,
    /// Template variable: username of the device.
    #[hash(order = 7)]
    pub device_username: Option<String>,
    /// Template variable: password of the device.
    #[hash(order = 8)]
    pub device_password: Option<Secret>,
    /// Template variable: address of the GUI.
    #[hash(order = 9)]
    pub login_url: Option<String>,
    /// Template variable: username for the GUI.
    #[hash(order = 10)]
    pub login_username: Option<String>,
    /// Template variable: username.
    #[hash(order = 11)]
    pub username: Option<String>,
    /// Template variable: first name.
    #[hash(order = 12)]
    pub first_name: Option<String>,
    /// Template variable: last name.
    #[hash(order = 13)]
    pub last_name: Option<String>,
    /// Template variable: full name.
    #[hash(order = 14)]
    pub full_name: Option<String>,
    /// Template variable: a balance, written as it shall be read.
    #[hash(order = 15)]
    pub nice_balance: Option<String>,
    /// Template variable: balance below which users are warned.
    #[hash(order = 16)]
    pub warning_email_balance: Option<String>,
    /// Template variable: the same, written as it shall be read.
    #[hash(order = 17)]
    pub nice_warning_email_balance: Option<String>,
    /// Template variable: a currency.
    #[hash(order = 18)]
    pub currency: Option<String>,
    /// Template variable: e-mail address of a user.
    #[hash(order = 19)]
    pub user_email: Option<String>,
    /// Template variable: e-mail address of the company.
    #[hash(order = 20)]
    pub company_email: Option<String>,
    /// Template variable: name of the company.
    #[hash(order = 21)]
    pub company: Option<String>,
    /// Template variable: PIN of the primary device.
    #[hash(order = 22)]
    pub primary_device_pin: Option<Secret>,
    /// Template variable: password for the GUI.
    #[hash(order = 23)]
    pub login_password: Option<Secret>,
    /// Template variable: IP address of a user.
    #[hash(order = 24)]
    pub user_ip: Option<String>,
    /// Template variable: a date.
    #[hash(order = 25)]
    pub date: Option<String>,
    /// Template variable: authorization code of a payment.
    #[hash(order = 26)]
    pub auth_code: Option<String>,
    /// Template variable: ID of a transaction.
    #[hash(order = 27)]
    pub transaction_id: Option<String>,
    /// Template variable: name of a customer.
    #[hash(order = 28)]
    pub customer_name: Option<String>,
    /// Template variable: name of the company, in e-mails about payments.
    #[hash(order = 29)]
    pub company_name: Option<String>,
    /// Template variable: web address of the company.
    #[hash(order = 30)]
    pub url: Option<String>,
    /// Template variable: ID of a transaction, in e-mails about payments.
    #[hash(order = 31)]
    pub trans_id: Option<String>,
    /// Template variable: what calling cards were bought.
    #[hash(order = 32)]
    pub cc_purchase_details: Option<String>,
    /// Template variable: amount of a payment.
    #[hash(order = 33)]
    pub payment_amount: Option<String>,
    /// Template variable: first name of the payer.
    #[hash(order = 34)]
    pub payment_payer_first_name: Option<String>,
    /// Template variable: last name of the payer.
    #[hash(order = 35)]
    pub payment_payer_last_name: Option<String>,
    /// Template variable: e-mail address of the payer.
    #[hash(order = 36)]
    pub payment_payer_email: Option<String>,
    /// Template variable: e-mail address of the seller.
    #[hash(order = 37)]
    pub payment_seller_email: Option<String>,
    /// Template variable: e-mail address of who gets the money.
    #[hash(order = 38)]
    pub payment_receiver_email: Option<String>,
    /// Template variable: date of a payment.
    #[hash(order = 39)]
    pub payment_date: Option<String>,
    /// Template variable: not established; the server knows it beside `payment_fee`.
    #[hash(order = 40)]
    pub payment_free: Option<String>,
    /// Template variable: currency of a payment.
    #[hash(order = 41)]
    pub payment_currency: Option<String>,
    /// Template variable: kind of a payment.
    #[hash(order = 42)]
    pub payment_type: Option<String>,
    /// Template variable: fee of a payment.
    #[hash(order = 43)]
    pub payment_fee: Option<String>,
    /// Template variable: a list of calls or users.
    #[hash(order = 44)]
    pub call_list: Option<String>,
    /// Name of the template, one of the owner of the caller.
    #[hash(order = 45)]
    pub email_name: String,
    /// Who gets the e-mail; the caller if left out.
    #[hash(order = 46)]
    pub email_to_user_id: Option<UserId>,
    /// Template variable: a caller ID.
    #[hash(order = 47)]
    pub caller_id: Option<String>,
    /// Template variable: ID of a device.
    #[hash(order = 48)]
    pub device_id: Option<DeviceId>,
    /// Template variable: time of a call.
    #[hash(order = 49)]
    pub calldate: Option<String>,
    /// Template variable: number that called.
    #[hash(order = 50)]
    pub source: Option<String>,
    /// Template variable: number that was called.
    #[hash(order = 51)]
    pub destination: Option<String>,
    /// Template variable: billed seconds of a call.
    #[hash(order = 52)]
    pub billsec: Option<String>,
    /// Template variable: a text about calls.
    #[hash(order = 53)]
    pub calls_string: Option<String>,
    /// Template variable: number of a CLI.
    #[hash(order = 54)]
    pub cli_number: Option<String>,
    /// Sends nothing and answers with the text of the e-mail: [`EmailSent::Preview`]. X5.
    #[nohash]
    pub test_body: Option<bool>,
}

impl EmailSend {
    /// A text without a request for one may be a failure in the words of the mail system, or `Email sent` in the server's
    /// language.
    #[inline]
    fn check_response(&self, response: &EmailSent) -> Result<(), AnswerError> {
        match response {
            EmailSent::Preview(text) if self.test_body != Some(true) => Err(Unexpected::words(text).into()),
            EmailSent::Preview(_) | EmailSent::Sent => Ok(()),
        }
    }
}

/// What became of the e-mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmailSent {
    /// It was sent.
    Sent,
    /// Nothing was sent: this is the e-mail's text, which was asked for with `test_body`.
    Preview(String),
}

impl EmailSent {
    /// The server's words: `Email sent`, or the text of the preview.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Sent => SENT,
            Self::Preview(text) => text,
        }
    }
}

const SENT: &str = "Email sent";

/// The server writes success, failures and the text of a preview into the same element. A text that is a known failure
/// is one even if it was asked for.
impl FromXml for EmailSent {
    const VALUE: ValueShape = ValueShape::Value(Kind::Text);

    #[inline]
    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let text = element.text()?;
        let words = text.trim();
        if words.eq_ignore_ascii_case(SENT) {
            return Ok(Self::Sent);
        }
        if words.is_empty() {
            return Err(element.bad_value("`Email sent`, a failure or the text of an e-mail", ""));
        }
        let is_failure = Refused::<EmailFault>::from_refusal(&Refusal::new("", words)).other().is_none();
        if is_failure { Err(element.refuse(&text)) } else { Ok(Self::Preview(text.into_owned())) }
    }
}

impl Document for EmailSent {
    const ROOT: &'static [&'static str] = &["page", "email_sending_status"];
}

impl Record for EmailSent {
    const RECORD: &'static RecordShape = &RecordShape::of_value(
        "EmailSent",
        "`Email sent`, or the text of the preview.",
        Self::ROOT,
        &[FieldShape::new("", Self::VALUE, Presence::Required, "`Email sent`, or the text of the preview.")],
    );
}

mor_api::impl_serialize!(EmailSent, email => serialize_str(email.text()));

#[cfg(test)]
mod tests {
    use mor_api::from_xml;

    use super::*;

    fn read(text: &str) -> Result<EmailSent, AnswerError> {
        from_xml(&format!("<page><email_sending_status>{text}</email_sending_status></page>"))
    }

    #[test]
    fn a_preview_is_no_refusal_unless_it_is_a_known_failure() {
        let preview = "Dear Anna,&lt;br/&gt;\nyou have 7.50 left.";
        assert_eq!(read(preview), Ok(EmailSent::Preview("Dear Anna,<br/>\nyou have 7.50 left.".to_owned())));
        assert_eq!(read(" email sent\n"), Ok(EmailSent::Sent));
        for failure in ["E-mail has been disabled", "Email is empty Anna", "Access Denied"] {
            let refused = read(failure);
            assert!(matches!(refused, Err(AnswerError::Refused(_))), "{failure}: {refused:?}");
        }
        assert!(matches!(read(" "), Err(AnswerError::Decode(_))));
    }

    #[test]
    fn a_text_is_a_preview_only_if_it_was_asked_for() {
        let mut request = EmailSend::new("low_balance");
        let text = EmailSent::Preview("Connection refused".to_owned());
        let unknown = Err(Unexpected::words("Connection refused").into());
        assert_eq!(Endpoint::check_response(&request, &text), unknown);
        assert_eq!(Endpoint::check_response(&request, &EmailSent::Sent), Ok(()));
        request.test_body = Some(true);
        assert_eq!(Endpoint::check_response(&request, &text), Ok(()));
    }
}
