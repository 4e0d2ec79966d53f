//! Names of functions: the last segment of a URL, and so nothing but letters, digits and `_`.

use core::fmt;

/// How much of an invalid name is quoted.
const EXCERPT: usize = 80;

/// A string that is not the name of a function.
///
/// A MOR server reads `user_balance_update.xml`, `./user_balance_update` and `x/../user_balance_update` as
/// `user_balance_update`. Whatever is decided by a function's name (whether it changes data, what is hashed) would be
/// decided for another one, so no URL is made from such a string.
///
/// ```
/// let server = mor_api::Server::new("https://switch.example.com")?;
/// let error = server.url_of("users_get.xml").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`users_get.xml` is not a function name; expected lower-case letters, digits and `_`, such as `users_get`"
/// );
/// # Ok::<(), mor_api::ConfigError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidFunctionName(String);

impl fmt::Display for InvalidFunctionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let expected = "expected lower-case letters, digits and `_`, such as `users_get`";
        write!(f, "`{}` is not a function name; {expected}", self.0)
    }
}

impl core::error::Error for InvalidFunctionName {}

/// Returns the name if a URL may be made from it.
pub(crate) fn checked(name: &str) -> Result<&str, InvalidFunctionName> {
    let is_valid = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if !name.is_empty() && name.bytes().all(is_valid) {
        return Ok(name);
    }
    Err(InvalidFunctionName(name.chars().take(EXCERPT).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lower_case_letters_digits_and_underscores_make_a_name() {
        for name in ["users_get", "mor11_new", "x"] {
            assert_eq!(checked(name), Ok(name));
        }
        for name in [
            "",
            "users_get.xml",
            "users_get/",
            "./users_get",
            "x/../users_get",
            "users_get?x=1",
            "users_get#x",
            "users%5fget",
            "Users_get",
            "users-get",
            "users_get ",
            "users_get\n",
            "üsers_get",
            "..",
            "/",
            "//other.example.com/x",
        ] {
            assert_eq!(checked(name), Err(InvalidFunctionName(name.to_owned())), "{name:?}");
        }
    }

    #[test]
    fn a_long_name_is_cut_in_the_message() {
        assert!(checked(&"X".repeat(10_000)).unwrap_err().to_string().len() < 200);
    }
}
