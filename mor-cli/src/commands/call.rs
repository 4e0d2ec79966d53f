//! `mor call`: calls a function.

use clap::Args;
use mor_api::{Advice, Effect, Kind, Outcome, Secret, Spec};
use mor_endpoints::Function;
use serde_json::Value;

use super::{explain, raw};
use crate::cli::Globals;
use crate::config::Settings;
use crate::exit::{Exit, Failure, Result};
use crate::output::{self, Format, RowWriter, Sink, Table};
use crate::rows::{self, MainList};
use crate::{api, message, params, runtime};

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

/// The formats of answers.
pub(super) const FORMATS: [Format; 4] = [Format::Json, Format::Jsonl, Format::Csv, Format::Table];

/// Calls a function.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    let pairs = params::collect(&options.sources)?;
    if options.raw {
        return raw::run(globals, options, pairs);
    }
    let function = api::find(&options.function)?;
    let spec = function.spec();
    let shown = if options.dry_run { &[Format::Table, Format::Json][..] } else { &FORMATS[..] };
    let format = output::format(globals, shown)?;
    warn_about_secrets(spec, options.sources.params.iter().chain(&options.extra.extra), globals);
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
    confirm(spec.effect, spec.function, &connection.url, options.yes)?;
    let answer = runtime::run(interrupted(spec), api::send(&connection, prepared))?;
    write(globals, format, function, api::decode(function, &answer)?)
}

/// Writes a decoded answer.
pub(super) fn write(globals: &Globals, format: Format, function: &Function, value: Value) -> Result<()> {
    if format == Format::Json {
        return output::json(globals, &value);
    }
    let list = MainList::of(function);
    let is_record =
        list.is_none() && value.as_object().is_some_and(|fields| !fields.values().any(Value::is_array));
    if let (Format::Table, true, Value::Object(fields)) = (format, is_record, &value) {
        let mut table = Table::new(["field", "value"]);
        fields.iter().for_each(|(name, value)| table.row([name, &output::cell(value)]));
        return output::text(globals, &table.render());
    }
    let columns = list.as_ref().map(|list| list.columns.clone());
    let mut writer = RowWriter::new(Sink::open(globals)?, format, columns);
    rows::of_value(list.as_ref(), value).into_iter().try_for_each(|row| writer.row(row))?;
    writer.finish()
}

/// Asks before something is changed; where nobody can be asked, `--yes` must say so.
pub(super) fn confirm(effect: Effect, function: &str, url: &str, yes: bool) -> Result<()> {
    if effect != Effect::Write || yes {
        return Ok(());
    }
    if !message::can_ask() {
        return Err(Failure::usage(format!(
            "{function} changes the server, and nobody can be asked whether it may"
        ))
        .hint("--yes calls it without asking; --dry-run shows what would be sent"));
    }
    if message::confirm(&format!("{function} changes the server {url}. Call it?")) {
        return Ok(());
    }
    Err(Failure::usage("not confirmed; nothing was sent"))
}

/// What Ctrl-C during a call means.
pub(super) fn interrupted(spec: &Spec) -> Failure {
    if spec.effect == Effect::Read {
        return runtime::harmless();
    }
    Failure::new(Exit::Unknown, format!("{}: interrupted", spec.function))
        .of_outcome(Outcome::Unknown(Advice::of(spec)))
}

/// Every user of the machine can read command lines.
fn warn_about_secrets<'a>(spec: &Spec, arguments: impl Iterator<Item = &'a String>, globals: &Globals) {
    let names = arguments.filter_map(|argument| argument.split_once('=').map(|(name, _)| name));
    for name in names {
        let secret = spec.param(name).is_some_and(|param| param.kind == Kind::Secret);
        if (secret || Secret::is_secret_name(name)) && !globals.quiet {
            message::warning(&format!(
                "`{name}` is a secret on the command line, where others can read it; use --input"
            ));
        }
    }
}
