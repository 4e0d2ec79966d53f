//! `mor describe`: everything there is to know about a function.

pub(super) mod declaration;
mod response;

use std::fmt::Write as _;

use clap::Args;
use mor_api::{Identity, Kind, ParamSpec, Spec};
use mor_endpoints::Function;
use mor_sim::catalog;
use serde_json::{Value, json};

use crate::cli::Globals;
use crate::exit::Result;
use crate::output::{self, Format, Table};
use crate::{api, params};

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Name of the function
    function: String,
}

/// What is described.
struct Facts {
    function: &'static Function,
    spec: &'static Spec,
    catalog: Option<&'static catalog::Function>,
}

/// Describes a function.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    let format = output::format(globals, &[Format::Table, Format::Json])?;
    if mor_endpoints::undeclared().contains(&options.function.as_str()) {
        return undeclared(globals, format, &options.function);
    }
    let function = api::find(&options.function)?;
    let spec = function.spec();
    let facts = Facts { function, spec, catalog: catalog::find(spec.function) };
    match format {
        Format::Json => output::json(globals, &facts.to_json()),
        _ => output::text(globals, &facts.to_text()),
    }
}

/// Describes a function of which only the name is known.
fn undeclared(globals: &Globals, format: Format, name: &str) -> Result<()> {
    let doc = "A function that is known by name only: its parameters, hash and answers are not documented.";
    let example = api::raw_example(name);
    match format {
        Format::Json => {
            output::json(globals, &json!({"name": name, "declared": false, "doc": doc, "example": example}))
        }
        _ => output::text(globals, &format!("{name}\n\n{doc}\n\nExample\n  {example}\n")),
    }
}

impl Facts {
    fn to_text(&self) -> String {
        let spec = self.spec;
        let mut text = format!("{}\n\n{}\n\n", spec.function, wrapped(spec.doc, ""));
        let since = spec.since.map_or("unknown".to_owned(), |since| format!("MOR {since}"));
        let facts = [
            ("group", self.function.group().to_owned()),
            ("older names", spec.aliases.join(", ")),
            ("since", since),
            ("add-on", spec.addon.unwrap_or_default().to_owned()),
            ("effect", spec.effect.name().to_owned()),
            ("caller u", who(spec.caller)),
            ("password p", if spec.password == Identity::None { String::new() } else { who(spec.password) }),
            ("hash", hash_line(spec)),
            ("type", format!("mor_endpoints::{}", self.function.type_name())),
        ];
        for (name, fact) in facts.iter().filter(|(_, fact)| !fact.is_empty()) {
            let _ = writeln!(text, "{name:<12}{fact}");
        }
        if let Some(verify) = spec.verify {
            let _ = writeln!(text, "\nIf no answer tells whether it was executed\n{}", wrapped(verify, "  "));
        }
        self.params_text(&mut text);
        self.response_text(&mut text);
        self.answers_text(&mut text);
        self.errors_text(&mut text);
        if let Some(notes) = self.notes() {
            let _ = writeln!(text, "\nNotes\n{}", wrapped(notes, "  "));
        }
        let _ = writeln!(text, "\nExample\n  {}", self.example());
        text
    }

    fn params_text(&self, text: &mut String) {
        if self.spec.params.is_empty() {
            text.push_str("\nIt has no parameters.\n");
            return;
        }
        let mut table = Table::new(["parameter", "hashed", "required", "type", "meaning"]);
        for param in self.spec.params {
            let place = param.hash_order.map_or_else(|| "-".to_owned(), |place| place.to_string());
            let required = if param.required { "yes" } else { "" };
            table.row([param.name, &place, required, param.kind.name(), &params::sentence(param.doc)]);
        }
        let _ = write!(text, "\nParameters\n{}", indented(&table.render()));
        for param in self.spec.params.iter().filter(|param| !param.kind.values().is_empty()) {
            let _ = writeln!(
                text,
                "\n{}",
                wrapped(&format!("{}: {}", param.name, param.kind.values().join(", ")), "  ")
            );
        }
        for rule in self.spec.rules {
            let _ = writeln!(text, "\n  {rule}");
        }
    }

    fn response_text(&self, text: &mut String) {
        if let Some(table) = response::table(self.spec.response) {
            let _ = write!(text, "\nResponse\n{}", indented(&table.render()));
        }
    }

    fn answers_text(&self, text: &mut String) {
        for answer in self.catalog.iter().flat_map(|facts| &facts.responses) {
            let _ = writeln!(text, "\nAnswer ({})", kind(answer.kind));
            if !answer.doc.is_empty() {
                let _ = writeln!(text, "{}", wrapped(&answer.doc, "  "));
            }
            let _ = write!(text, "\n{}", indented(answer.xml.trim_end()));
        }
    }

    fn errors_text(&self, text: &mut String) {
        let mut table = Table::new(["text", "at", "when"]);
        for (message, at, doc) in self.errors() {
            table.row([message, at, doc]);
        }
        if !table.is_empty() {
            let _ = write!(text, "\nErrors\n{}", indented(&table.render()));
        }
    }

    /// The documented errors, and those that only the declaration knows.
    fn errors(&self) -> Vec<(&str, &str, &str)> {
        let documented = || self.catalog.iter().flat_map(|facts| &facts.errors);
        let mut errors: Vec<(&str, &str, &str)> = documented()
            .map(|error| (error.message.as_str(), error.at.as_str(), error.doc.as_str()))
            .collect();
        for text in self.function.fault_texts() {
            if !documented().any(|error| error.message.starts_with(text)) {
                errors.push((text, "", ""));
            }
        }
        errors
    }

    fn notes(&self) -> Option<&'static str> {
        self.catalog.map(|facts| facts.notes.as_str()).filter(|notes| !notes.is_empty())
    }

    /// A call with the required parameters.
    fn example(&self) -> String {
        let mut call = format!("mor call {}", self.spec.function);
        for param in self.spec.params.iter().filter(|param| param.required) {
            let _ = write!(call, " {}={}", param.name, example(param));
        }
        call
    }

    fn to_json(&self) -> Value {
        let mut json = declaration::to_json(self.function);
        let answers = self.catalog.iter().flat_map(|facts| &facts.responses);
        let answers =
            answers.map(|answer| json!({"kind": kind(answer.kind), "doc": answer.doc, "xml": answer.xml}));
        let errors = self.errors().into_iter();
        let errors = errors.map(|(message, at, doc)| json!({"message": message, "at": at, "doc": doc}));
        json.insert("answers".to_owned(), answers.collect());
        json.insert("errors".to_owned(), errors.collect());
        json.insert("notes".to_owned(), json!(self.notes()));
        json.insert("example".to_owned(), json!(self.example()));
        json.into()
    }
}

fn who(part: Identity) -> String {
    match part {
        Identity::None => "not sent".to_owned(),
        Identity::Sent => "sent, not hashed".to_owned(),
        Identity::Hashed(place) => format!("sent, and hashed in place {place}"),
        Identity::HashedUnless(place, name) => {
            format!("sent, and hashed in place {place} unless it is `{name}`")
        }
        Identity::Field => "an ordinary parameter; the configured one if left out".to_owned(),
        Identity::FieldOr(other) => {
            format!("an ordinary parameter; the configured one if neither it nor `{other}` is given")
        }
    }
}

fn hash_line(spec: &Spec) -> String {
    if !spec.signed {
        return "the server does not check any".to_owned();
    }
    let names = spec.hash_names().chain(["API secret key"]);
    format!("SHA-1 of {}", names.collect::<Vec<_>>().join(" + "))
}

fn kind(kind: catalog::ResponseKind) -> &'static str {
    match kind {
        catalog::ResponseKind::Success => "success",
        catalog::ResponseKind::Partial => "partial success",
        catalog::ResponseKind::Other => "other",
    }
}

fn example(param: &ParamSpec) -> String {
    match param.kind {
        Kind::Integer => "2".to_owned(),
        Kind::Decimal => "12.50".to_owned(),
        Kind::Choice(values) | Kind::OpenChoice(values) => quoted(values.first().copied().unwrap_or("VALUE")),
        Kind::Flag => "1".to_owned(),
        Kind::FlagWord => "true".to_owned(),
        Kind::UnixTime | Kind::Date => "2026-01-31".to_owned(),
        Kind::DateTime => "\"2026-01-31 18:30:00\"".to_owned(),
        Kind::List => "2,3".to_owned(),
        Kind::Email => "somebody@example.com".to_owned(),
        Kind::Ip => "192.0.2.1".to_owned(),
        Kind::Phone => "37060000001".to_owned(),
        _ => param.name.to_uppercase(),
    }
}

fn quoted(word: &str) -> String {
    if word.contains(' ') { format!("\"{word}\"") } else { word.to_owned() }
}

fn indented(text: &str) -> String {
    text.lines().fold(String::new(), |text, line| text + "  " + line + "\n")
}

/// Lines of at most 100 characters.
fn wrapped(text: &str, indent: &str) -> String {
    let mut lines = vec![indent.to_owned()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        if line.len() > indent.len() && line.len() + word.len() >= 100 {
            lines.push(format!("{indent}{word}"));
        } else {
            if line.len() > indent.len() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.join("\n")
}
