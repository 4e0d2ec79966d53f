//! Which values must not be printed.

use std::{borrow::Cow, fmt};

use crate::state::Accounts;

/// Shown in place of a secret value.
pub(crate) const HIDDEN: &str = "[hidden]";

/// Whether the value of this parameter allows acting as the caller, or as a user, card or device.
pub(crate) fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    matches!(name.as_str(), "hash" | "p" | "pswd" | "psw" | "pin" | "uniquehash")
        || name.ends_with("_pin")
        || name.contains("secret")
        || (name.contains("password") && !name.ends_with("_length"))
}

/// Their parameter `id` is a password or a uniquehash.
const SECRET_IDS: [&str; 3] = ["user_balance_get_by_psw", "user_simple_balance_get", "user_register"];

/// Whether the value of a parameter of this function is secret by its name alone.
pub(crate) fn is_secret_of(function: &str, name: &str) -> bool {
    is_secret(name) || (name == "id" && SECRET_IDS.contains(&function))
}

/// Shorter secrets are looked for as whole texts only: nearly every text has a `1` in it.
const SHORTEST: usize = 4;

/// Takes secrets out of texts: the ones told by their names, and the keys, passwords and uniquehashes of the accounts
/// wherever they stand, for clients under test put things in wrong places.
pub(crate) struct Scrubber<'a> {
    secrets: Vec<&'a str>,
}

impl<'a> Scrubber<'a> {
    pub(crate) fn new(accounts: &'a Accounts) -> Self {
        Self { secrets: accounts.secrets().filter(|secret| !secret.is_empty()).collect() }
    }

    /// Whether a text holds a secret of an account.
    pub(crate) fn leaks(&self, text: &str) -> bool {
        let leaks = |secret: &&str| *secret == text || (secret.len() >= SHORTEST && text.contains(*secret));
        self.secrets.iter().any(leaks)
    }

    /// The value of a parameter, or what stands for it.
    pub(crate) fn value(&self, function: &str, name: &str, value: &str) -> String {
        let hidden = is_secret_of(function, name) || self.leaks(value);
        if hidden { HIDDEN.to_owned() } else { value.to_owned() }
    }

    /// The values of parameters.
    pub(crate) fn pairs<'p>(
        &self,
        function: &str,
        pairs: impl IntoIterator<Item = (&'p str, &'p str)>,
    ) -> Vec<(String, String)> {
        pairs.into_iter().map(|(name, value)| (name.to_owned(), self.value(function, name, value))).collect()
    }

    /// The body of an answer: texts in elements with secret names, and texts that hold a secret.
    pub(crate) fn body(&self, body: &str) -> String {
        let mut scrubbed = String::with_capacity(body.len());
        let mut element = "";
        let mut rest = body;
        while !rest.is_empty() {
            let (text, markup, behind) = next_markup(rest);
            let is_hidden = !text.trim().is_empty() && (is_secret(element) || self.leaks(text.trim()));
            scrubbed.push_str(if is_hidden { HIDDEN } else { text });
            match markup.strip_prefix("<![CDATA[") {
                Some(text) if is_secret(element) || self.leaks(text) => scrubbed.push_str(HIDDEN),
                Some(_) => scrubbed.push_str(markup),
                None => {
                    scrubbed.push_str(markup);
                    // An empty element in between does not end the one around it.
                    element = if markup.ends_with("/>") { element } else { tag_name(markup) };
                }
            }
            rest = behind;
        }
        scrubbed
    }
}

/// The text up to the next tag or CDATA section, that piece of markup, and what comes behind it.
fn next_markup(body: &str) -> (&str, &str, &str) {
    let (text, rest) = body.split_at(body.find('<').unwrap_or(body.len()));
    let end = if rest.starts_with("<![CDATA[") { "]]>" } else { ">" };
    let length = rest.find(end).map_or(rest.len(), |at| at + end.len());
    let (markup, behind) = rest.split_at(length);
    (text, markup, behind)
}

/// The name in a start tag; empty for any other markup.
fn tag_name(markup: &str) -> &str {
    let name = markup.strip_prefix('<').unwrap_or_default();
    if name.starts_with(['/', '?', '!']) {
        return "";
    }
    name.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default()
}

/// Whether a text has a hash in it, or what looks like one.
pub(crate) fn has_hash(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_hexdigit()).any(|digits| digits.len() >= 32)
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
            let value = if is_secret(name) { Cow::Borrowed(HIDDEN) } else { Cow::Owned(value.clone()) };
            (name.clone(), value)
        };
        f.debug_map().entries(self.0.iter().map(visible)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Seed;

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

    #[test]
    fn a_body_keeps_its_tags_and_loses_its_secrets() {
        let accounts = Accounts(Seed::default().accounts);
        let scrubbed = |body: &str| Scrubber::new(&accounts).body(body);
        assert_eq!(
            scrubbed("<page><secret>x7</secret><pin a='1'>1<b/>2</pin><id>secret</id><u>admin</u></page>"),
            "<page><secret>[hidden]</secret><pin a='1'>[hidden]<b/>[hidden]</pin><id>[hidden]</id><u>admin</u></page>"
        );
        assert_eq!(
            scrubbed("<p><![CDATA[a > secret]]></p><q><![CDATA[a < b]]></q>"),
            "<p>[hidden]</p><q><![CDATA[a < b]]></q>"
        );
        for whole in ["", "60.0000", "<", "<page>\n  <a>1</a>\n</page>\n", "a < b > c"] {
            assert_eq!(scrubbed(whole), whole);
        }
        assert_eq!(scrubbed("my abcdefghijkl"), HIDDEN);
    }
}
