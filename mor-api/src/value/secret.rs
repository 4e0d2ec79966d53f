//! Texts that nobody may see by accident.

use core::fmt::{self, Write};

use secrecy::zeroize::{Zeroize, ZeroizeOnDrop};
use secrecy::{ExposeSecret, SecretString};

use super::ascii;
use crate::{FromText, Kind, Param, ValueShape};

/// A key, password, PIN or another text that must not be shown: `Debug`, explanations and serialization
/// mask it, and its memory is wiped when it is dropped. [`Secret::expose`] returns the text, and `Exposed` (feature
/// `serde`) serializes it.
///
/// ```
/// use mor_api::Secret;
///
/// let pin = Secret::from("1234");
/// assert_eq!(format!("{pin:?}"), "***");
/// assert_eq!(pin.expose(), "1234");
/// ```
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// What every secret is shown as.
    pub const MASK: &'static str = "***";

    /// Whether MOR gives this name to secrets: passwords, PINs, keys and hashes. Of a path such as
    /// `page/device/secret` the last segment counts.
    ///
    /// Types are what keeps secrets hidden. The name decides only where there is no type: elements that nobody
    /// declared ([`ElementMap`](crate::ElementMap)), fields declared as something else, functions called without
    /// an endpoint.
    ///
    /// ```
    /// use mor_api::Secret;
    ///
    /// assert!(Secret::is_secret_name("device_password") && Secret::is_secret_name("page/device/secret"));
    /// assert!(!Secret::is_secret_name("pin_length") && !Secret::is_secret_name("keyword"));
    /// ```
    #[must_use]
    pub const fn is_secret_name(name: &str) -> bool {
        let name = last_name(name.as_bytes());
        // Settings about passwords and PINs are none.
        !ascii::ends_with_any(name, &["_length", "_min", "_max", "_count", "_expires", "_changed"])
            && (ascii::is_any(name, &["p", "pin", "pins", "pw", "psw", "pswd", "pwd", "pass", "hash", "key"])
                || ascii::ends_with_any(
                    name,
                    &["_pin", "_psw", "_pswd", "_pwd", "_pass", "api_key", "token"],
                )
                || ascii::contains_any(name, &["password", "passwd", "secret", "uniquehash"]))
    }

    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

/// `pin` of `device/pin` and `user/@pin`.
const fn last_name(path: &[u8]) -> &[u8] {
    let (mut name, mut rest) = (path, path);
    while let [first, others @ ..] = rest {
        rest = others;
        if matches!(first, b'/' | b'@') {
            name = rest;
        }
    }
    name
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(SecretString::from(text))
    }
}

impl From<String> for Secret {
    fn from(mut text: String) -> Self {
        // Not `SecretString::from(text)`: cutting off spare capacity may move the text and leave a copy behind.
        let secret = Self::from(text.as_str());
        text.zeroize();
        secret
    }
}

/// `secrecy` wipes it.
impl ZeroizeOnDrop for Secret {}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::MASK)
    }
}

/// Sent in clear, as MOR wants it.
impl Param for Secret {
    const KIND: Kind = Kind::Secret;

    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(self.expose())
    }

    fn read(text: &str) -> Option<Self> {
        Some(Self::from(text))
    }
}

impl FromText for Secret {
    const EXPECTED: &'static str = "a text";
    const FORM: ValueShape = ValueShape::Value(Kind::Secret);

    fn from_text(text: &str) -> Option<Self> {
        Some(Self::from(text))
    }
}

/// Masked, except within [`Exposed`](crate::Exposed): what is written to a file or a terminal stays there.
#[cfg(feature = "serde")]
impl serde::Serialize for Secret {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_exposing = super::exposed::is_exposing();
        serializer.serialize_str(if is_exposing { self.expose() } else { Self::MASK })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// That what promises to wipe itself consists of what does.
    #[test]
    fn it_is_wiped_when_it_is_dropped() {
        fn wiped<T: ZeroizeOnDrop>(_: &T) {}
        let secret = Secret::from("sesame");
        wiped(&secret);
        wiped(&secret.0);
    }

    #[test]
    fn every_way_to_make_one_keeps_the_text() {
        let mut roomy = String::with_capacity(100);
        roomy.push_str("sésame");
        assert_eq!(Secret::from(roomy).expose(), "sésame");
        assert_eq!(Secret::read("sésame").unwrap(), Secret::from_text("sésame").unwrap());
    }

    #[test]
    fn names_of_secrets() {
        for name in [
            "p",
            "PIN",
            "card_pin",
            "password",
            "device_password",
            "Password_Again",
            "secret",
            "voicemail_psw",
            "api_secret_key",
            "uniquehash",
            "hash",
            "access_token",
            "page/device/secret",
            "user/@password",
        ] {
            assert!(Secret::is_secret_name(name), "{name}");
        }
        for name in [
            "",
            "u",
            "id",
            "page",
            "phone",
            "shipping",
            "pin_length",
            "keyword",
            "default_user_password_length",
            "solo_pinless",
            "secret/id",
            "compass",
            "sort_key",
        ] {
            assert!(!Secret::is_secret_name(name), "{name}");
        }
    }
}
