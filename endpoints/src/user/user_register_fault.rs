//! The refusals of `user_register`.

use mor_api::Fault;

/// Why a user is not created. A text may stand for a missing value as well as for a bad one.
///
/// [`AccessDenied`](mor_api::CommonFault::AccessDenied) means that nobody has the owner's uniquehash.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum UserRegisterFault {
    /// The setting *API allow Registration* is off.
    #[fault("Registration over API is disabled")]
    Disabled,
    /// The username is missing.
    #[fault("Please enter username")]
    UsernameMissing,
    /// Another user has the username.
    #[fault("Such username is already taken")]
    UsernameTaken,
    /// The two passwords differ.
    #[fault("Passwords do not match")]
    PasswordsDiffer,
    /// The password is missing.
    #[fault("Please enter password")]
    PasswordMissing,
    /// The password is the username.
    #[fault("Please enter password not equal to username")]
    PasswordIsUsername,
    /// The server wants digits, capital and small letters in a password; from X8.
    #[fault("Password must contain at least one numeric value, capital and lowercase symbol")]
    PasswordTooWeak,
    /// The first name is missing.
    #[fault("Please enter first name")]
    FirstNameMissing,
    /// The last name is missing.
    #[fault("Please enter last name")]
    LastNameMissing,
    /// There is no such country.
    #[fault("Please select country")]
    CountryMissing,
    /// The e-mail address is missing or none.
    #[fault("Please enter correct email", "Please enter email")]
    BadEmail,
    /// Another user has the e-mail address.
    #[fault("This email address is already in use.")]
    EmailTaken,
    /// Another device has the mobile phone's number as its CLI.
    #[fault(
        "User with such mobile phone number already exists",
        "User with mobile phone number already exists"
    )]
    MobilePhoneTaken,
    /// Another device has the phone's number as its CLI.
    #[fault("User with such phone number already exists", "User with phone number already exists")]
    PhoneTaken,
    /// Another device has the fax's number as its CLI.
    #[fault("User with such fax number already exists", "User with fax number already exists")]
    FaxTaken,
    /// The type of the device is not allowed.
    #[fault("Enter device type")]
    BadDeviceType,
    /// There is no such LCR, or the owner may not use it.
    #[fault("LCR was not found")]
    LcrNotFound,
    /// The owner has no such location.
    #[fault("Location was not found")]
    LocationNotFound,
    /// Resellers and accountants need a permission group.
    #[fault("Permission Group was not selected")]
    PermissionGroupMissing,
    /// There is no such permission group, or it is of another kind of account.
    #[fault("Permission Group was not Found")]
    PermissionGroupNotFound,
    /// There is no such tariff, or the owner may not use it; from X8.
    #[fault("Tariff was not found")]
    TariffNotFound,
    /// The owner has no settings for new users.
    #[fault("Default user is not present")]
    NoDefaultUser,
    /// The owner has no tariff, or that of his settings for new users is gone.
    #[fault("Tariff was not found cannot create")]
    NoDefaultTariff,
    /// The owner's settings for new users have no LCR.
    #[fault("Default user does not have and LCR set")]
    NoDefaultLcr,
    /// The tax registration number is missing; where the server checks it.
    #[fault("Please fill field TAX Registration Number")]
    VatNumberMissing,
    /// The tax registration number is not valid; where the server checks it.
    #[fault("TAX Registration Number is not valid")]
    BadVatNumber,
    /// The user could not be stored; from X8.
    #[fault("Configuration error. Please contact System Administrator")]
    NotSaved,
    /// The password is too short for a user, or for a device that gets it; the text names the length that is
    /// too short.
    #[fault(starts_with = "Password must be longer than")]
    PasswordTooShort(String),
    /// The username is too short; the text names the length that is too short.
    #[fault(starts_with = "Username must be longer than")]
    UsernameTooShort(String),
    /// The owner is a reseller without the add-on and has as many users as he may.
    #[fault(starts_with = "This is a limited version")]
    LimitedVersion(String),
}
