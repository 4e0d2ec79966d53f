//! The tool against *Incorrect hash*: what is hashed, in which order, and what is sent.

use core::fmt;

use super::draft::Draft;
use super::hash::{self, Hash};
use super::part::Part;
use crate::{CallOptions, Credentials, Effect, Endpoint, Params, RequestError, Secret, Server, Spec};

/// How a request is signed, part by part.
///
/// Values of secret parameters, by type or by name, and the key are masked; the hash itself is shown, because comparing it is
/// what an explanation is for. Its `Display` is meant for people.
#[derive(Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The name under which the function is called.
    pub function: String,
    /// The URL without parameters.
    pub url: String,
    /// What is hashed, in order, before the key: wire name and hashed text.
    pub hash_parts: Vec<(String, String)>,
    /// Whether the key follows the parts. Without a key, or for a function whose hash no server checks,
    /// nothing is signed.
    pub signed: bool,
    /// The hash, if the request is signed.
    pub hash: Option<String>,
    /// The parameters as they are sent, the hash last.
    pub form: Vec<(String, String)>,
}

impl Server {
    /// Explains the request that [`Server::prepare`] would make.
    pub fn explain<E: Endpoint>(
        &self,
        endpoint: &E,
        credentials: &Credentials,
        options: &CallOptions,
    ) -> Result<Explanation, RequestError> {
        endpoint.check().map_err(|invalid| RequestError::invalid(E::SPEC, invalid))?;
        self.explain_call(&Draft::new(endpoint, credentials, options))
    }

    /// Explains the request that [`Server::prepare_described`] would make.
    pub fn explain_described(
        &self,
        spec: &'static Spec,
        params: &dyn Params,
        credentials: &Credentials,
        options: &CallOptions,
    ) -> Result<Explanation, RequestError> {
        self.explain_call(&Draft::described(spec, params, credentials, options))
    }

    /// Explains the request that [`Server::prepare_undeclared`] would make.
    pub fn explain_undeclared(
        &self,
        function: &str,
        effect: Effect,
        credentials: &Credentials,
        options: &CallOptions,
    ) -> Result<Explanation, RequestError> {
        self.explain_call(&Draft::undeclared(function, effect, credentials, options))
            .map_err(|error| error.of_undeclared(function))
    }

    fn explain_call(&self, call: &Draft<'_>) -> Result<Explanation, RequestError> {
        call.check()?;
        let hash = hash::sign(call)?.as_ref().map(|hash: &Hash| hash.as_str().to_owned());
        let function = call.function()?;
        let mut hash_parts = Vec::new();
        if call.spec.signed {
            call.each_hashed(&mut |name, part| collect(&mut hash_parts, name, part, Part::hashed))?;
        }
        let mut form = Vec::new();
        call.each_sent(&mut |name, part| collect(&mut form, name, part, Part::wire))?;
        form.extend(hash.clone().map(|hash| ("hash".to_owned(), hash)));
        Ok(Explanation {
            function: function.to_owned(),
            url: self.url_of(function).map_err(|error| RequestError::function_name(call.spec, error))?,
            hash_parts,
            signed: hash.is_some(),
            hash,
            form,
        })
    }
}

type Write<'a> = fn(&Part<'a>, &mut dyn fmt::Write) -> fmt::Result;

fn collect<'a>(
    into: &mut Vec<(String, String)>,
    name: &str,
    part: Part<'a>,
    write: Write<'a>,
) -> fmt::Result {
    let mut text = String::new();
    write(&part, &mut text)?;
    if (part.is_secret() || Secret::is_secret_name(name)) && !text.is_empty() {
        Secret::MASK.clone_into(&mut text);
    }
    into.push((name.to_owned(), text));
    Ok(())
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "function    {}", self.function)?;
        writeln!(f, "hash parts  (value, parameter; the server joins the values without separators)")?;
        let parts = self.hash_parts.iter().map(|(name, value)| (value.as_str(), name.as_str()));
        let key = if self.signed {
            (Secret::MASK, "API secret key")
        } else {
            ("", "no key: the request is not signed")
        };
        for (place, (value, name)) in parts.chain([key]).enumerate() {
            writeln!(f, "  {:>2}. {value:<24} {name}", place + 1)?;
        }
        writeln!(f, "hash        {}", self.hash.as_deref().unwrap_or("none"))?;
        writeln!(f, "sent to     {}", self.url)?;
        for (name, value) in &self.form {
            writeln!(f, "  {name} = {value}")?;
        }
        Ok(())
    }
}

/// Shows what `Display` shows, but not the hash.
impl fmt::Debug for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Explanation")
            .field("function", &self.function)
            .field("url", &self.url)
            .field("hash_parts", &self.hash_parts)
            .field("signed", &self.signed)
            .finish_non_exhaustive()
    }
}
