//! What stands below the framework, used by hand: the baselines.

use core::fmt::{self, Write as _};

use form_urlencoded::Serializer;
use mor_endpoints::payment::PaymentCreate;
use quick_xml::Reader;
use quick_xml::events::Event;
use sha1::{Digest, Sha1};

use crate::requests::USERNAME;

/// Goes over all events of a document and counts them: the least that reading it with quick-xml costs.
pub fn events(xml: &str) -> Result<u64, quick_xml::Error> {
    let mut reader = Reader::from_str(xml);
    let mut count = 0;
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(count),
            _ => count += 1,
        }
    }
}

/// The values of the payment in the order of its hash, as texts.
pub const TEXTS: [&str; 6] = ["4711", "EUR", "card terminal", "1", "123.4500", "2021-07-08/000123456"];
const NAMES: [&str; 6] = ["user_id", "p_currency", "paymenttype", "tax_in_amount", "amount", "transaction"];

/// The 40 digits of texts that are there already, and the key.
#[must_use]
pub fn hash_of_texts(texts: &[&str], key: &str) -> [u8; 40] {
    let mut sha1 = Sha1::new();
    for text in texts {
        sha1.update(text);
    }
    sha1.update(key);
    digits(sha1)
}

/// The 40 digits of the payment's values, each written as it is hashed.
#[must_use]
pub fn hash_of_values(payment: &PaymentCreate, key: &str) -> [u8; 40] {
    struct Sink(Sha1);
    impl fmt::Write for Sink {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0.update(text);
            Ok(())
        }
    }
    let mut sink = Sink(Sha1::new());
    // Feeding a digest cannot fail.
    let _ = write!(sink, "{}{}", payment.user_id.0, payment.currency);
    let _ = write!(sink, "{}", payment.payment_type.as_deref().unwrap_or_default());
    let _ = write!(sink, "{}", u8::from(payment.tax_in_amount.unwrap_or_default()));
    let _ = write!(sink, "{}{}", payment.amount, payment.transaction.as_deref().unwrap_or_default());
    sink.0.update(key);
    digits(sink.0)
}

fn digits(sha1: Sha1) -> [u8; 40] {
    let mut digits = [0; 40];
    // 20 bytes into 40 digits always fit.
    let _ = hex::encode_to_slice(sha1.finalize(), &mut digits);
    digits
}

/// The URL and the body of the payment, from texts that are there already.
#[must_use]
pub fn request_of_texts(texts: &[&str; 6], key: &str) -> (String, String) {
    request(hash_of_texts(texts, key), |form| {
        form.extend_pairs(NAMES.iter().zip(texts));
    })
}

/// The URL and the body of the payment, from its values.
#[must_use]
pub fn request_of_values(payment: &PaymentCreate, key: &str) -> (String, String) {
    request(hash_of_values(payment, key), |form| {
        form.append_pair("user_id", &payment.user_id.0.to_string());
        form.append_pair("p_currency", &payment.currency);
        form.append_pair("paymenttype", payment.payment_type.as_deref().unwrap_or_default());
        form.append_pair("tax_in_amount", if payment.tax_in_amount == Some(true) { "1" } else { "0" });
        form.append_pair("amount", &payment.amount.to_string());
        form.append_pair("transaction", payment.transaction.as_deref().unwrap_or_default());
    })
}

fn request(hash: [u8; 40], append: impl FnOnce(&mut Serializer<'_, String>)) -> (String, String) {
    let url = format!("{}{}", "http://127.0.0.1:3000/billing/api/", "payment_create");
    let mut form = Serializer::new(String::with_capacity(128));
    form.append_pair("u", USERNAME);
    append(&mut form);
    form.append_pair("hash", core::str::from_utf8(&hash).unwrap_or_default());
    (url, form.finish())
}
