//! Parameters of a call as somebody wrote them: collected, checked against the function's `Spec` before anything is
//! sent, and all mistakes reported at once.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use mor_api::{CallOptions, Identity, Kind, Secret, Spec};

use crate::cli::Globals;
use crate::config::{Settings, Wants};
use crate::exit::{Exit, Failure, Result};
use crate::{message, suggest, zone};

/// Checked parameters of a declared function.
#[derive(Debug)]
pub(crate) struct Request {
    texts: BTreeMap<String, String>,
    pub(crate) options: CallOptions,
    /// The parameter `p` of a function whose `p` is the caller's password.
    pub(crate) password: Option<Secret>,
}

impl Request {
    /// The text of a parameter, as `Function::prepare` asks for it.
    pub(crate) fn texts(&self) -> impl FnMut(&'static str) -> Option<String> + '_ {
        |name| self.texts.get(name).cloned()
    }

    /// Adds what is not among the declared parameters of the command line: the extra ones, and the configured password of
    /// a function that takes one.
    pub(crate) fn complete(mut self, spec: &Spec, extra: &Extra, globals: &Globals) -> Result<Self> {
        let pairs = extra.extra.iter().map(|argument| pair(argument));
        let pairs = pairs.map(|pair| pair.map(|(name, value)| (name, Secret::from(value))));
        self.options.extra = pairs.collect::<Result<_>>()?;
        if spec.password == Identity::Field && !self.texts.contains_key("p") {
            self.password = Settings::load(globals)?.password()?;
        }
        Ok(self)
    }

    /// What the call needs to be configured.
    pub(crate) fn wants(&self, spec: &Spec) -> Wants {
        let given = |name: &str| self.texts.contains_key(name);
        let username = match spec.caller {
            Identity::None => false,
            Identity::Field | Identity::FieldOr(_) => !given("u"),
            _ => self.options.caller.is_none(),
        };
        let password = match spec.password {
            Identity::FieldOr(other) => !given("p") && !given(other),
            password => password.is_from_credentials() && self.password.is_none(),
        };
        Wants { username, key: spec.signed, password }
    }
}

/// Where a command takes parameters from.
#[derive(Debug, Args)]
pub(crate) struct Sources {
    /// Parameters by their wire names: id=2
    #[arg(value_name = "NAME=VALUE")]
    pub(crate) params: Vec<String>,

    /// Further parameters: a JSON object or lines NAME=VALUE; - is standard input. The place for secrets
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    input: Option<PathBuf>,
}

/// Where a command takes parameters from that no declaration knows.
#[derive(Debug, Args)]
pub(crate) struct Extra {
    /// Send a parameter that is not declared, for a server newer than this program; it is not hashed
    #[arg(long, value_name = "NAME=VALUE")]
    pub(crate) extra: Vec<String>,
}

/// The pairs of the command line and of the input, in this order.
pub(crate) fn collect(sources: &Sources) -> Result<Vec<(String, String)>> {
    let arguments = sources.params.iter();
    let mut pairs = arguments.map(|argument| pair(argument)).collect::<Result<Vec<_>>>()?;
    if let Some(path) = &sources.input {
        let text = if path == Path::new("-") {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).map(|_| text)
        } else {
            std::fs::read_to_string(path)
        };
        let text = text.map_err(|error| Failure::file(Exit::Usage, "--input: cannot read", path, &error))?;
        pairs.extend(parse_input(&text)?);
    }
    for (index, (name, _)) in pairs.iter().enumerate() {
        if pairs.iter().skip(index + 1).any(|(other, _)| other == name) {
            return Err(Failure::usage(format!("`{name}` is given twice")));
        }
    }
    Ok(pairs)
}

fn pair(argument: &str) -> Result<(String, String)> {
    match argument.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err(Failure::usage(format!("`{argument}` is no parameter; right is NAME=VALUE, such as id=2"))),
    }
}

/// A JSON object, or a line `name=value` for each parameter.
fn parse_input(text: &str) -> Result<Vec<(String, String)>> {
    if !text.trim_start().starts_with('{') {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        return lines.map(pair).collect();
    }
    let object: serde_json::Map<String, serde_json::Value> = serde_json::from_str(text)
        .map_err(|error| Failure::usage(format!("--input: it is no JSON object: {error}")))?;
    object
        .into_iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| match value {
            serde_json::Value::String(text) => Ok((name, text)),
            serde_json::Value::Bool(flag) => Ok((name, if flag { "1" } else { "0" }.to_owned())),
            serde_json::Value::Number(number) => Ok((name, number.to_string())),
            _ => Err(Failure::usage(format!("--input: `{name}` should be a text or a number"))),
        })
        .collect()
}

/// Checks the pairs against what the function takes.
pub(crate) fn check(
    spec: &'static Spec,
    name: &str,
    pairs: Vec<(String, String)>,
    hash_order: Option<Vec<String>>,
    globals: &Globals,
) -> Result<Request> {
    let mut problems: Vec<String> =
        hash_order.iter().flatten().filter_map(|name| unknown_in_hash(spec, name)).collect();
    let options = CallOptions {
        function: (name != spec.function).then(|| name.to_owned()),
        hash_order,
        ..CallOptions::default()
    };
    let mut request = Request { texts: BTreeMap::new(), options, password: None };
    let mut hints = Vec::new();
    for (name, value) in pairs {
        match spec.param(&name) {
            Some(param) if param.kind == Kind::UnixTime => {
                match unix_time(&name, &value, globals)? {
                    Some(text) => drop(request.texts.insert(name, text)),
                    None => problems.push(format!(
                        "`{name}`: {value:?} is no time; right is seconds since 1970 or, for example, 2026-01-31 or \
                         \"2026-01-31 18:30\""
                    )),
                }
            }
            Some(param) => drop(request.texts.insert(name, content(param.kind, value)?)),
            None if name == "u" && spec.caller.is_from_credentials() => request.options.caller = Some(value),
            None if name == "p" && spec.password.is_from_credentials() => {
                request.password = Some(Secret::from(value));
            }
            None => {
                problems.push(unknown(spec, &name));
                hints.extend(newer_server(&name));
            }
        }
    }
    for param in spec.params.iter().filter(|param| param.required && !request.texts.contains_key(param.name))
    {
        problems.push(format!(
            "`{}` is missing: {} ({})",
            param.name,
            param.kind.form(),
            sentence(param.doc)
        ));
    }
    if problems.is_empty() {
        return Ok(request);
    }
    let failure = Failure::usage(problems.join("\n"));
    let failure = failure.hint(format!("mor describe {} lists the parameters", spec.function));
    Err(hints.into_iter().take(1).fold(failure, Failure::hint))
}

/// How to send a parameter that only a newer server knows. Who calls is never such a parameter.
fn newer_server(name: &str) -> Option<String> {
    let hint = "if the server is newer than this list, --extra NAME=VALUE sends a parameter without hashing it; \
                mor call --raw hashes what --hash names";
    (!matches!(name, "u" | "p" | "hash")).then(|| hint.to_owned())
}

/// A file is named by its path, a document may be: `file=numbers.csv`, `xml=@rates.xml`. Who knows curl may write the `@`
/// before a file, too.
fn content(kind: Kind, value: String) -> Result<String> {
    match (kind, value.strip_prefix('@')) {
        (Kind::File, Some(path)) => Ok(path.to_owned()),
        (Kind::Xml, Some(path)) => std::fs::read_to_string(path)
            .map_err(|error| Failure::file(Exit::Usage, "cannot read", Path::new(path), &error)),
        _ => Ok(value),
    }
}

fn unknown(spec: &Spec, name: &str) -> String {
    if name == "hash" {
        return "`hash` is made by mor and cannot be given; `mor call --raw` sends what you like".to_owned();
    }
    let similar = suggest::did_you_mean(name, spec.params.iter().map(|param| param.name));
    format!("`{name}` is not a parameter of {}{similar}", spec.function)
}

fn unknown_in_hash(spec: &Spec, name: &str) -> Option<String> {
    let credentials = [("u", spec.caller), ("p", spec.password)];
    let known =
        credentials.into_iter().filter(|(_, identity)| identity.is_from_credentials()).map(|(name, _)| name);
    let mut known = known.chain(spec.params.iter().map(|param| param.name));
    if known.clone().any(|other| other == name) {
        return None;
    }
    let similar = suggest::did_you_mean(name, known.by_ref());
    Some(format!("--hash: `{name}` is no parameter of {}{similar}", spec.function))
}

/// Seconds stay what they are; other times are read in the zone and shown, so that nobody is mistaken about it.
fn unix_time(name: &str, value: &str, globals: &Globals) -> Result<Option<String>> {
    if value.bytes().all(|digit| digit.is_ascii_digit()) && !value.is_empty() {
        return Ok(Some(value.to_owned()));
    }
    let zone = zone::zone(globals.tz.as_deref())?;
    let Some(time) = zone::read(value, &zone) else { return Ok(None) };
    let seconds = time.timestamp().as_second();
    if !globals.quiet {
        let shown = time.strftime("%Y-%m-%d %H:%M:%S");
        message::note(&format!("{name}: {shown} in {} is {seconds}", zone::name(&zone)));
    }
    Ok(Some(seconds.to_string()))
}

/// The words of choices that are not among the documented ones, with what may have been meant: said when a request
/// was refused.
pub(crate) fn choice_hints(spec: &Spec, request: &Request) -> Vec<String> {
    let choices = spec.params.iter().filter_map(|param| Some((param, request.texts.get(param.name)?)));
    choices
        .filter(|(param, value)| {
            !param.kind.values().is_empty() && !param.kind.values().contains(&value.as_str())
        })
        .map(|(param, value)| {
            let words = param.kind.values();
            let similar = suggest::did_you_mean(value, words.iter().copied());
            format!("`{}` takes one of: {}{similar}", param.name, words.join(", "))
        })
        .collect()
}

/// The first sentence of a documentation, without its full stop.
pub(crate) fn sentence(doc: &str) -> String {
    let doc = doc.split_whitespace().collect::<Vec<_>>().join(" ");
    doc.split(". ").next().unwrap_or_default().trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn input_is_json_or_lines() {
        let pairs = |text| parse_input(text).unwrap();
        let expected = [("id".to_owned(), "2".to_owned()), ("name".to_owned(), "a=b".to_owned())];
        assert_eq!(pairs("{\"id\": 2, \"name\": \"a=b\", \"none\": null}"), expected);
        assert_eq!(pairs("# a comment\nid=2\n\nname=a=b\n"), expected);
        assert!(parse_input("{\"id\": [1]}").is_err());
        assert!(parse_input("{").is_err());
        assert!(parse_input("id").is_err());
    }

    #[test]
    fn only_files_and_documents_are_read_from_a_file() {
        assert_eq!(content(Kind::Text, "@home".to_owned()).unwrap(), "@home");
        assert_eq!(content(Kind::File, "@numbers.csv".to_owned()).unwrap(), "numbers.csv");
        assert_eq!(content(Kind::File, "numbers.csv".to_owned()).unwrap(), "numbers.csv");
        let failure = content(Kind::Xml, "@/nonexistent".to_owned()).unwrap_err();
        assert!(failure.message.contains("/nonexistent"));
    }

    #[test]
    fn a_name_given_twice_is_refused() {
        let failure = collect(&Sources { params: vec!["id=1".to_owned(), "id=2".to_owned()], input: None })
            .unwrap_err();
        assert_eq!((failure.exit, failure.message.as_str()), (Exit::Usage, "`id` is given twice"));
    }
}
