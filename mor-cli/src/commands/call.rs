//! `mor call`: calls a function.

use std::fmt::Write as _;

use clap::Args;
use mor_api::{Effect, Kind, PreparedRequest, Secret, Spec};
use mor_endpoints::Function;
use serde_json::Value;

use super::{explain, raw};
use crate::api::{self, Decoded};
use crate::cli::Globals;
use crate::config::Settings;
use crate::exit::{Failure, Result};
use crate::output::{self, Format, RowWriter, Sink, Table};
use crate::rows::{self, MainList};
use crate::secrets::Secrets;
use crate::{message, params};

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Name of the function
    pub(super) function: String,

    #[command(flatten)]
    sources: params::Sources,

    #[command(flatten)]
    extra: params::Extra,

    /// Show what would be sent and send nothing
    #[arg(long)]
    pub(super) dry_run: bool,

    /// Do not ask before a function changes something
    #[arg(long, short)]
    pub(super) yes: bool,

    /// Hash these parameters, in this order, instead of the declared ones
    #[arg(long, value_name = "NAME,NAME", value_delimiter = ',')]
    pub(super) hash: Option<Vec<String>>,

    /// Call a function that is not declared: parameters are sent as they are, and what --hash names is hashed
    #[arg(long, conflicts_with = "extra")]
    pub(super) raw: bool,
}

/// How much of a value the question shows.
const LONGEST_VALUE: usize = 200;

/// The formats of answers.
pub(super) const FORMATS: [Format; 4] = [Format::Json, Format::Jsonl, Format::Csv, Format::Table];

/// Calls a function.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    if options.raw {
        warn_about_secrets(None, options.sources.params.iter(), globals);
        return raw::run(globals, options, params::collect(&options.sources, None)?);
    }
    let function = api::find(&options.function)?;
    let spec = function.spec();
    let pairs = params::collect(&options.sources, Some(spec))?;
    let shown = if options.dry_run { &[Format::Table, Format::Json][..] } else { &FORMATS[..] };
    let format = output::format(globals, shown)?;
    warn_about_secrets(Some(spec), options.sources.params.iter().chain(&options.extra.extra), globals);
    let request = params::check(spec, &options.function, pairs, options.hash.clone(), globals)?.complete(
        spec,
        &options.extra,
        globals,
    )?;
    if options.dry_run {
        return explain::show(globals, format, &api::explain(function, &request, globals)?);
    }
    let settings = Settings::load(globals)?;
    let connection = settings.connect(request.wants(spec))?;
    let prepared = api::prepare(function, &request, &connection)?;
    let (mut sink, secrets) = (Sink::open(globals)?, Secrets::new(globals));
    if spec.effect == Effect::Write && !options.yes {
        secrets.announce(function);
    }
    confirm(&prepared, spec.effect, &connection.url, options.yes)?;
    let answer = api::call(&connection, &prepared, &mut sink)?;
    deliver(sink, format, function, api::decode(function, &request, &answer, &secrets)?)
}

/// Writes a decoded answer, and warns if only a part of the request was carried out.
pub(super) fn deliver(sink: Sink, format: Format, function: &Function, decoded: Decoded) -> Result<()> {
    // The warning comes first: writing may fail.
    let result = api::warn_of_partial(&function.spec().into(), decoded.partial.as_deref());
    let list = if decoded.is_response { MainList::of(function) } else { None };
    write(sink, format, list.as_ref(), decoded.value)?;
    result
}

fn write(sink: Sink, format: Format, list: Option<&MainList>, value: Value) -> Result<()> {
    if format == Format::Json {
        return sink.json(&value);
    }
    let is_record =
        list.is_none() && value.as_object().is_some_and(|fields| !fields.values().any(Value::is_array));
    if let (Format::Table, true, Value::Object(fields)) = (format, is_record, &value) {
        let mut table = Table::new(["field", "value"]);
        fields.iter().for_each(|(name, value)| table.row([name, &output::cell(value)]));
        return sink.only_text(&table.render());
    }
    let columns = list.map(|list| list.columns.clone());
    let mut writer = RowWriter::new(sink, format, columns);
    rows::of_value(list, value).into_iter().try_for_each(|row| writer.row(row))?;
    writer.finish()
}

/// Asks before something is changed; where no one can be asked, `--yes` must say so.
pub(super) fn confirm(request: &PreparedRequest, effect: Effect, url: &str, yes: bool) -> Result<()> {
    if effect != Effect::Write || yes {
        return Ok(());
    }
    let function = request.function();
    if !message::can_ask() {
        return Err(Failure::usage(format!(
            "{function} changes data on the server; confirm with --yes (there is no terminal to ask on)"
        ))
        .hint("--dry-run shows what would be sent"));
    }
    if message::confirm(&question(request, url)) {
        return Ok(());
    }
    Err(Failure::usage("not confirmed; nothing was sent"))
}

/// The question, with the values that are sent. Secrets are masked.
fn question(request: &PreparedRequest, url: &str) -> String {
    let mut text = format!("{} changes data on {url}:\n", request.function());
    for (name, value) in request.masked_form().filter(|(name, _)| name != "hash") {
        let more = if value.chars().count() > LONGEST_VALUE { "..." } else { "" };
        let value: String = value.chars().take(LONGEST_VALUE).collect();
        let _ = writeln!(text, "  {} = {}{more}", message::visible(&name), message::visible(&value));
    }
    text + "Call it?"
}

/// Every user of the machine can read command lines.
fn warn_about_secrets<'a>(
    spec: Option<&Spec>,
    arguments: impl Iterator<Item = &'a String>,
    globals: &Globals,
) {
    let names = arguments.filter_map(|argument| argument.split_once('=').map(|(name, _)| name));
    for name in names {
        let secret = spec.and_then(|spec| spec.param(name)).is_some_and(|param| param.kind == Kind::Secret);
        if (secret || Secret::is_secret_name(name)) && !globals.quiet {
            message::warning(&format!(
                "`{name}` is a secret on the command line, where others can read it; use --input"
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use mor_api::{CallOptions, Credentials, Server};

    use super::*;

    #[test]
    fn the_question_shows_the_values_but_no_secrets() {
        let server = Server::new("https://switch.example.com").unwrap();
        let credentials = Credentials::new("admin").with_key("secret");
        let long = "x".repeat(300);
        let mut texts = |name: &'static str| match name {
            "device" => Some("5".to_owned()),
            "password" => Some("sesame".to_owned()),
            "comment" => Some(format!("a\n{long}")),
            _ => None,
        };
        let function = api::find("device_update").unwrap();
        let request = function.prepare(&server, &credentials, &CallOptions::default(), &mut texts).unwrap();
        assert_eq!(
            question(&request, "https://switch.example.com"),
            format!(
                "device_update changes data on https://switch.example.com:\n  u = admin\n  device = 5\n  \
                 password = ***\n  comment = a {}...\nCall it?",
                "x".repeat(198)
            )
        );
    }
}
