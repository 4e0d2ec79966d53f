//! Which values must not be printed.

use std::fmt;

/// Shown in place of a secret value.
pub(crate) const HIDDEN: &str = "[hidden]";

/// Whether the value of this parameter lets somebody act as the caller, or as somebody's user, card or device.
pub(crate) fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    matches!(name.as_str(), "hash" | "p" | "pswd" | "psw" | "pin" | "uniquehash")
        || name.ends_with("_pin")
        || name.contains("secret")
        || (name.contains("password") && !name.ends_with("_length"))
}

/// Headers that carry credentials.
pub(crate) fn is_secret_header(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.contains("authorization")
        || name.contains("cookie")
        || name.contains("api-key")
        || name.contains("token")
}

/// Prints name-value pairs without the secret values.
pub(crate) struct Pairs<'a>(pub(crate) &'a [(String, String)]);

impl fmt::Debug for Pairs<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let visible = |(name, value): &'_ (String, String)| {
            let value = if is_secret(name) { HIDDEN.to_owned() } else { value.clone() };
            (name.clone(), value)
        };
        f.debug_map().entries(self.0.iter().map(visible)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_and_hashes_are_secret_and_ids_are_not() {
        for name in [
            "hash",
            "p",
            "password",
            "device_password",
            "login_password",
            "PIN",
            "card_pin",
            "api_secret_key",
        ] {
            assert!(is_secret(name), "{name}");
        }
        for name in ["u", "id", "phone", "description", "default_user_password_length", "pin_length"] {
            assert!(!is_secret(name), "{name}");
        }
        assert!(is_secret_header("Proxy-Authorization") && !is_secret_header("Host"));
    }
}
