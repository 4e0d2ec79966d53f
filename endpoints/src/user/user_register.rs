//! `user_register`: creates a user with a device.

use mor_api::{DecodeError, Element, Endpoint, FromText, FromXml, Secret, WireEnum};

use super::{UserRegisterFault, UserType};
use crate::{CountryId, CurrencyId, DeviceId, Done, LcrId, LocationId, PermissionGroupId, TariffId, UserId};

/// Creates a user with one device under an owner, and tells the settings of the device.
///
/// What is left out is taken from the owner's settings for new users. Do not repeat a call whose outcome is
/// unknown before you have looked for the username.
///
/// Servers of MOR 10 know it as `registration`, those from X5 on only by its present name.
///
/// The hash is made with the key of the owner: X5 finds him by `u` (without it, the admin), X8 by `id`.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_register",
    aliases = ["registration"],
    since = "10",
    effect = write,
    response = Registered,
    fault = UserRegisterFault,
    verify = "`user_details_get` of the `username` finds him",
)]
pub struct UserRegister {
    /// E-mail address of the new user.
    #[hash(order = 1)]
    pub email: String,
    /// Uniquehash of the owner, the admin or a reseller, as shown in the API settings and at the end of the address of the
    /// owner's login page. The vendor's page takes the admin if it is left out; servers answer `AccessDenied`.
    #[hash(order = 2)]
    pub id: String,
    /// LCR of the new user. X5 heeds it only if the owner is the admin or a reseller with providers.
    #[hash(order = 3)]
    pub lcr_id: Option<LcrId>,
    /// What kind of device to create.
    #[hash(order = 4)]
    pub device_type: Technology,
    /// Username of the new user.
    #[hash(order = 5)]
    pub username: String,
    /// First name.
    #[hash(order = 6)]
    pub first_name: String,
    /// Last name.
    #[hash(order = 7)]
    pub last_name: String,
    /// Caller ID of the device; the default stays if it is empty. X8 stores it in angle brackets.
    #[hash(order = 8)]
    pub caller_id: Option<String>,
    /// State or province.
    #[hash(order = 9)]
    pub state: Option<String>,
    /// Location of the device.
    #[hash(order = 10)]
    pub device_location_id: Option<LocationId>,
    /// Password of the new user.
    #[nohash]
    pub password: Secret,
    /// `password2`: the password once more.
    #[mor(rename = "password2")]
    #[nohash]
    pub password_again: Secret,
    /// Country.
    #[nohash]
    pub country_id: CountryId,
    /// `mob_phone`: mobile phone; its digits become a CLI of the device.
    #[mor(rename = "mob_phone")]
    #[nohash]
    pub mobile_phone: Option<String>,
    /// Phone; its digits become a CLI of the device.
    #[nohash]
    pub phone: Option<String>,
    /// Fax; its digits become a CLI of the device.
    #[nohash]
    pub fax: Option<String>,
    /// Number of the company or person.
    #[nohash]
    pub client_id: Option<String>,
    /// Tax registration number.
    #[nohash]
    pub vat_number: Option<String>,
    /// County.
    #[nohash]
    pub county: Option<String>,
    /// City.
    #[nohash]
    pub city: Option<String>,
    /// Postal code.
    #[nohash]
    pub postcode: Option<String>,
    /// Street and number.
    #[nohash]
    pub address: Option<String>,
    /// `usertype`: what kind of account; a customer if left out or unknown.
    #[mor(rename = "usertype")]
    #[nohash]
    pub user_type: Option<UserType>,
    /// Permission group; resellers and accountants need one.
    #[nohash]
    pub permission_group: Option<PermissionGroupId>,
    /// Accounting number.
    #[nohash]
    pub accounting_number: Option<String>,
    /// How many calls he may make at the same time.
    #[nohash]
    pub call_limit: Option<u32>,
    /// Credit limit in whole units of the currency, -1 for none.
    #[nohash]
    pub credit_limit: Option<i64>,
    /// Currency; from X8.
    #[nohash]
    pub currency_id: Option<CurrencyId>,
    /// Tariff; from X8.
    #[nohash]
    pub tariff: Option<TariffId>,
}

/// A user was created.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page", with = Self::from_element)]
pub struct Registered {
    /// The server's words.
    #[mor(path = "status/success")]
    pub message: Done,
    /// `user_device_settings`: the user and the device. Every known version sends them; a success without them is still
    /// a success.
    #[mor(rename = "user_device_settings")]
    pub settings: Option<NewUserSettings>,
}

/// The page as it comes.
#[derive(FromXml)]
struct Page {
    status: Status,
    #[mor(rename = "user_device_settings")]
    settings: Option<NewUserSettings>,
}

#[derive(FromXml)]
struct Status {
    success: Option<Done>,
    #[mor(text)]
    text: Option<Done>,
}

impl Registered {
    /// MOR 10 writes its success straight into `status`, where other functions of its time write refusals: such a text is a
    /// success if the new user's settings follow it or if it says so.
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let Page { status, settings } = Page::from_xml(element)?;
        match (status.success, status.text) {
            (Some(message), _) => Ok(Self { message, settings }),
            (None, Some(message)) if settings.is_some() || is_success(&message) => {
                Ok(Self { message, settings })
            }
            (None, Some(message)) => Err(element.refuse(&message.0)),
            (None, None) => Err(element.bad_value(Done::EXPECTED, "")),
        }
    }
}

/// X3 misspells it: `Registration succesful`.
fn is_success(message: &Done) -> bool {
    message.0.to_ascii_lowercase().starts_with("registration succes")
}

/// A new user and the settings that his device needs. Without a device those of the device are missing.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct NewUserSettings {
    /// Address to which an e-mail about the registration goes, if one does.
    pub email: Option<String>,
    /// ID of the user; MOR 10 to X3 do not send it.
    pub user_id: Option<UserId>,
    /// What kind of device it is.
    pub device_type: Option<Technology>,
    /// ID of the device; MOR 10 to X3 do not send it.
    pub device_id: Option<DeviceId>,
    /// Caller ID, if the request had one.
    pub caller_id: Option<String>,
    /// Username of the device.
    pub username: Option<String>,
    /// Password of the device.
    pub password: Option<Secret>,
    /// PIN of the device.
    pub pin: Option<Secret>,
    /// Address of the server to register the device at.
    pub server_ip: Option<String>,
    /// A notice for the new user, in several lines perhaps, that starts with an asterisk.
    pub registration_notice: Option<String>,
}

/// What kind of device a new user gets.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum Technology {
    /// SIP.
    #[mor(value = "SIP")]
    Sip,
    /// IAX2.
    #[mor(value = "IAX2")]
    Iax2,
    /// None: the device is only an account.
    #[mor(value = "Virtual")]
    Virtual,
    /// A word of a newer server.
    #[mor(other)]
    Other(String),
}

#[cfg(test)]
mod tests {
    use mor_api::{AnswerError, from_xml, from_xml_strict};

    use super::*;

    #[test]
    fn old_servers_tell_no_ids() {
        let xml = "<page><status><success>Registration succesful</success></status><user_device_settings>\
            <device_type>SIP</device_type><username>1017</username><password>x7f2</password><pin>0042</pin>\
            <server_ip>192.0.2.1</server_ip><registration_notice>*</registration_notice></user_device_settings></page>";
        let (registered, unknown) = from_xml_strict::<Registered>(xml).unwrap();
        assert!(unknown.is_empty(), "{unknown:?}");
        let settings = registered.settings.unwrap();
        assert_eq!((settings.user_id, settings.device_id), (None, None));
        assert_eq!(settings.pin.unwrap().expose(), "0042");
    }

    #[test]
    fn version_10_writes_its_success_into_the_status() {
        let with_settings = "<page><status>Registracija baigta</status><user_device_settings>\
            <device_id>9</device_id></user_device_settings></page>";
        let registered = from_xml::<Registered>(with_settings).unwrap();
        assert_eq!(registered.message.0, "Registracija baigta");
        assert_eq!(registered.settings.unwrap().device_id, Some(DeviceId(9)));
        let bare = "<page><status>Registration successful</status></page>";
        assert_eq!(from_xml::<Registered>(bare).unwrap().settings, None);
        let newest = "<page><status><success>Registration successful</success></status></page>";
        assert_eq!(from_xml::<Registered>(newest).unwrap().settings, None);
    }

    #[test]
    fn another_text_in_the_status_is_a_refusal() {
        let xml = "<page><status>Registration over API is disabled</status></page>";
        let Err(AnswerError::Refused(refusal)) = from_xml::<Registered>(xml) else { panic!() };
        assert_eq!(refusal.messages, ["Registration over API is disabled"]);
        for nothing in ["<page><status/></page>", "<page/>"] {
            assert!(matches!(from_xml::<Registered>(nothing), Err(AnswerError::Decode(_))), "{nothing}");
        }
    }
}
