//! The refusals of `user_details_update`.

use mor_api::Fault;

/// Why a user is not changed.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum UserUpdateFault {
    /// There is no such user, or he is not the caller's.
    #[fault("User was not found")]
    NotFound,
    /// The accountant may look but not change.
    #[fault("You do not have rights to edit this")]
    NotAllowed,
    /// Another user has the username.
    #[fault("Username has already been taken")]
    UsernameTaken,
    /// The username is empty.
    #[fault("Username cannot be blank")]
    UsernameBlank,
    /// The e-mail address is none.
    #[fault("Please enter correct email")]
    BadEmail,
    /// Another user has the e-mail address, as X5 says it.
    #[fault("Email must be unique")]
    EmailNotUnique,
    /// There is no such tariff, or the owner may not use it.
    #[fault("Tariff was not found")]
    TariffNotFound,
    /// There is no such PBX pool.
    #[fault("PBX Pool was not found")]
    PbxPoolNotFound,
    /// There is no such LCR, or the owner may not use it.
    #[fault("LCR was not found")]
    LcrNotFound,
    /// There is no such quick forwarding rule.
    #[fault("Quickforward Rule was not found")]
    QuickforwardRuleNotFound,
    /// The responsible accountant is none.
    #[fault("Responsible accountant is not valid")]
    BadAccountant,
    /// The server wants digits, capital and small letters in a password.
    #[fault("Password must contain at least one numeric value, capital and lowercase symbol")]
    PasswordTooWeak,
    /// The password is too short; the text ends with the length that is too short.
    #[fault(starts_with = "Password must be longer than")]
    PasswordTooShort(String),
    /// The username is too short; the text ends with the length that is too short.
    #[fault(starts_with = "Username must be longer than")]
    UsernameTooShort(String),
    /// Another user has the e-mail address, which the text names, as X8 says it.
    #[fault(starts_with = "Email ")]
    EmailTaken(String),
    /// Some value is not valid; the text goes on with the server's reasons, if it gives any.
    #[fault(starts_with = "User was not updated")]
    NotUpdated(String),
}

#[cfg(test)]
mod tests {
    use mor_api::Refusal;

    use super::*;

    fn fault(messages: &[&str]) -> Option<UserUpdateFault> {
        let messages = messages.iter().map(|message| (*message).to_owned()).collect();
        UserUpdateFault::from_refusal(&Refusal { path: "page/error".to_owned(), messages })
    }

    #[test]
    fn a_known_reason_wins_over_the_failure_it_explains() {
        let taken = fault(&["User was not updated", "Username has already been taken"]);
        assert_eq!(taken, Some(UserUpdateFault::UsernameTaken));
        let used = fault(&["User was not updated", "Email jonas@example.com is already used"]);
        let text = "Email jonas@example.com is already used".to_owned();
        assert_eq!(used, Some(UserUpdateFault::EmailTaken(text)));
    }

    #[test]
    fn unknown_reasons_are_kept() {
        let fault = fault(&["User was not updated", "Fax is not valid"]);
        let text = "User was not updated; Fax is not valid".to_owned();
        assert_eq!(fault, Some(UserUpdateFault::NotUpdated(text)));
    }
}
