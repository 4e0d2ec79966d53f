//! The request whose hash is explained: what was sent, and what a correct client hashes of it.

use mor_api::{Credentials, Kind, Secret, Server, Spec};
use mor_endpoints::Function;

use crate::cli::Globals;
use crate::{params, suggest};

/// What a client sent.
#[derive(Debug)]
pub(super) struct Request {
    /// The function, by its current name if it is declared.
    pub(super) function: String,
    spec: Option<&'static Spec>,
    /// Whether it is known what the function hashes.
    pub(super) is_declared: bool,
    /// Names and values in the order of the command line.
    pub(super) given: Vec<(String, String)>,
    /// Names and hashed strings of what the function hashes of them, in order.
    pub(super) declared: Vec<(String, String)>,
}

impl Request {
    /// The request to a function, which need not be declared.
    pub(super) fn new(name: &str, mut given: Vec<(String, String)>, globals: &Globals) -> Self {
        given.retain(|(name, _)| name != "hash");
        let Some(function) = mor_endpoints::find(name) else {
            return Self {
                function: name.to_owned(),
                spec: None,
                is_declared: false,
                given,
                declared: Vec::new(),
            };
        };
        let spec = function.spec();
        let declared = declared(function, &given, globals);
        Self { function: spec.function.to_owned(), spec: Some(spec), is_declared: true, given, declared }
    }

    /// A request with these declared values, for tests.
    #[cfg(test)]
    pub(super) fn of(given: &[(&str, &str)], declared: &[(&str, &str)]) -> Self {
        let owned = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let (given, declared) = (owned(given), owned(declared));
        Self { function: "test".to_owned(), spec: None, is_declared: true, given, declared }
    }

    /// Whether the server looks at the hash of this function.
    pub(super) fn is_checked(&self) -> bool {
        self.spec.is_none_or(|spec| spec.signed)
    }

    /// What a correct client hashes of a parameter, else its value.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        let of = |pairs: &'_ [(String, String)]| pairs.iter().position(|(other, _)| other == name);
        let declared = of(&self.declared).and_then(|place| self.declared.get(place));
        declared.or_else(|| self.given.get(of(&self.given)?)).map(|(_, text)| text.as_str())
    }

    /// Whether a correct client hashes this parameter.
    pub(super) fn hashes(&self, name: &str) -> bool {
        self.declared.iter().any(|(other, _)| other == name)
    }

    /// A value as it may be shown.
    pub(super) fn shown<'t>(&self, name: &str, text: &'t str) -> &'t str {
        let declared = self.spec.and_then(|spec| spec.param(name));
        let secret = name == "p" || declared.is_some_and(|param| param.kind == Kind::Secret);
        if secret { Secret::MASK } else { text }
    }

    /// What is odd about the request besides its hash.
    pub(super) fn remarks(&self) -> Vec<String> {
        let Some(spec) = self.spec else {
            let similar = suggest::function(&self.function);
            return vec![format!(
                "{} is not declared, so that it is unknown what it hashes{similar}",
                self.function
            )];
        };
        let unknown = |name: &&str| spec.param(name).is_none() && !matches!(*name, "u" | "p" | "test");
        let names = self.given.iter().map(|(name, _)| name.as_str()).filter(unknown);
        names
            .map(|name| {
                let similar = suggest::did_you_mean(name, spec.params.iter().map(|param| param.name));
                format!("`{name}` is not a parameter of {}{similar}", spec.function)
            })
            .collect()
    }
}

/// What the function hashes of the given values, in order. A value may decide that it is not hashed, or that another string
/// is hashed for it: where the request can be made, it is asked.
fn declared(function: &Function, given: &[(String, String)], globals: &Globals) -> Vec<(String, String)> {
    let value = |name: &str| given.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone());
    match explained(function, given, globals) {
        Some(parts) => parts
            .into_iter()
            .map(|(name, text)| {
                let sent = value(&name).filter(|_| text == Secret::MASK);
                (name, sent.unwrap_or(text))
            })
            .collect(),
        None => function
            .spec()
            .hash_names()
            .filter_map(|name| {
                let value = value(name).filter(|value| !value.is_empty())?;
                Some((name.to_owned(), if HASHED_AS_NUMBERS.contains(&name) { number(value) } else { value }))
            })
            .collect(),
    }
}

/// Most functions hash these as numbers. A correct client does not send leading zeros, so that it cannot be asked.
const HASHED_AS_NUMBERS: [&str; 5] = ["user_id", "period_start", "period_end", "tariff_id", "only_did"];

/// `007` as `7`, and anything but digits as it is.
fn number(value: String) -> String {
    if !value.bytes().all(|byte| byte.is_ascii_digit()) {
        return value;
    }
    let digits = value.trim_start_matches('0');
    if digits.is_empty() { "0".to_owned() } else { digits.to_owned() }
}

fn explained(
    function: &Function,
    given: &[(String, String)],
    globals: &Globals,
) -> Option<Vec<(String, String)>> {
    let spec = function.spec();
    let value = |name: &str| given.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str());
    // The caller is known, but not every function has one; and a client may send what the function does not have.
    let sent = |(name, _): &&(String, String)| spec.param(name).is_some();
    let pairs = given.iter().filter(sent).cloned().collect();
    let request = params::check(spec, spec.function, pairs, None, globals).ok()?;
    let server = Server::new("https://switch.example.com").ok()?;
    let credentials =
        Credentials::new(value("u").unwrap_or_default()).with_password(value("p").unwrap_or_default());
    let explanation = function.explain(&server, &credentials, &request.options, &mut request.texts()).ok()?;
    Some(explanation.hash_parts.into_iter().filter(|(_, text)| !text.is_empty()).collect())
}
