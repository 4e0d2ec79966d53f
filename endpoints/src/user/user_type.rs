//! What kind of account a user is.

use mor_api::WireEnum;

/// What kind of account a user is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum UserType {
    /// A customer.
    User,
    /// A reseller, who has users of his own.
    Reseller,
    /// An accountant, who acts for the admin as far as his permissions go.
    Accountant,
    /// A partner, who has resellers. In answers only.
    Partner,
    /// The admin. In answers only.
    Admin,
    /// A word of a newer server.
    #[mor(other)]
    Other(String),
}
