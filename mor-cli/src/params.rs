//! Parameters of a call as somebody wrote them: collected, checked against the function's `Spec` before anything is
//! sent, and all mistakes reported at once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use jiff::civil::DateTime;
use mor_api::{CallOptions, Identity, Kind, Secret, Spec};

use crate::cli::Globals;
use crate::config::{Settings, Wants};
use crate::exit::{Exit, Failure, Result};
use crate::moment::{Moment, Role};
use crate::{input, message, read, suggest, zone};

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

/// The pairs of the command line and of the input, in this order; `spec` is of the function they are for, if it is
/// declared.
pub(crate) fn collect(sources: &Sources, spec: Option<&Spec>) -> Result<Vec<(String, String)>> {
    let arguments = sources.params.iter();
    let mut pairs = arguments.map(|argument| pair(argument)).collect::<Result<Vec<_>>>()?;
    if let Some(path) = &sources.input {
        let text = read::text(path)
            .map_err(|error| Failure::file(Exit::Usage, "--input: cannot read", path, &error))?;
        pairs.extend(input::parse(&text, spec)?);
    }
    for (index, (name, _)) in pairs.iter().enumerate() {
        if pairs.iter().skip(index + 1).any(|(other, _)| other == name) {
            return Err(Failure::usage(format!("`{name}` is given twice")));
        }
    }
    Ok(pairs)
}

pub(crate) fn pair(argument: &str) -> Result<(String, String)> {
    match argument.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err(Failure::usage(format!("`{argument}` is no parameter; right is NAME=VALUE, such as id=2"))),
    }
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
                let zone = zone::zone(globals.tz.as_deref())?;
                match Moment::read(&value, &zone, Role::of_param(&name)) {
                    Ok(moment) => {
                        moment.show(&name, globals);
                        request.texts.insert(name, moment.seconds.to_string());
                    }
                    Err(problem) => problems.push(format!("`{name}`: {problem}")),
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
        warn_about_periods(spec, &request, globals);
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
        (Kind::Xml, Some(path)) => read::text(Path::new(path))
            .map(|text| input::without_mark(&text).to_owned())
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

/// A period that ends before it starts selects nothing, and the server does not say so.
fn warn_about_periods(spec: &Spec, request: &Request, globals: &Globals) {
    let text = |name: &str| request.texts.get(name).map(String::as_str);
    for end in spec.params.iter().map(|param| param.name).filter(|name| Role::of_param(name) == Role::Last) {
        let start = match end.strip_suffix("till") {
            Some(stem) => format!("{stem}from"),
            None => format!("{}start", end.strip_suffix("end").unwrap_or(end)),
        };
        let (Some(from), Some(till)) = (text(&start), text(end)) else { continue };
        if is_before(till, from) && !globals.quiet {
            message::warning(&format!("`{end}` is before `{start}`: the period ends before it starts"));
        }
    }
}

/// Whether one time is before another, both as they are sent.
fn is_before(one: &str, other: &str) -> bool {
    match (one.parse::<i64>(), other.parse::<i64>()) {
        // 0 is how functions say that a period has no such end.
        (Ok(one), Ok(other)) => one != 0 && one < other,
        _ => {
            matches!((one.parse::<DateTime>(), other.parse::<DateTime>()), (Ok(one), Ok(other)) if one < other)
        }
    }
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
    fn times_are_compared_as_they_are_sent() {
        assert!(
            is_before("999999999", "1625702400") && is_before("2021-07-08 09:00:00", "2021-07-08 10:00:00")
        );
        assert!(is_before("2021-07-07", "2021-07-08") && !is_before("2021-07-08", "2021-07-08"));
        assert!(!is_before("0", "1625702400") && !is_before("soon", "2021-07-08"));
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
        let failure =
            collect(&Sources { params: vec!["id=1".to_owned(), "id=2".to_owned()], input: None }, None)
                .unwrap_err();
        assert_eq!((failure.exit, failure.message.as_str()), (Exit::Usage, "`id` is given twice"));
    }
}
