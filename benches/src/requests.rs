//! The request that is signed, prepared and sent: a payment with six parameters.

use mor_api::rust_decimal::Decimal;
use mor_api::{CallOptions, Credentials, Server};
use mor_endpoints::UserId;
use mor_endpoints::payment::PaymentCreate;

use crate::Result;

/// Username of the caller.
pub const USERNAME: &str = "some_user";
/// The key with which requests are signed.
pub const KEY: &str = "Very Secret Key";

/// What a call is made of.
#[derive(Debug)]
pub struct Parts {
    /// The server.
    pub server: Server,
    /// The caller.
    pub credentials: Credentials,
    /// Nothing special.
    pub options: CallOptions,
    /// A payment, all of whose six parameters are hashed.
    pub payment: PaymentCreate,
}

impl Parts {
    /// The parts; the server is at this machine.
    pub fn new() -> Result<Self> {
        Ok(Self {
            server: Server::new("http://127.0.0.1:3000")?,
            credentials: Credentials::new(USERNAME).with_key(KEY),
            options: CallOptions::default(),
            payment: PaymentCreate::new(UserId(4711), "EUR", Decimal::new(1_234_500, 4))
                .payment_type("card terminal")
                .tax_in_amount(true)
                .transaction("2021-07-08/000123456"),
        })
    }
}
