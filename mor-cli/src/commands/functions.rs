//! `mor functions`: all functions of the API.

use clap::Args;
use mor_api::{Identity, Spec};
use serde_json::{Value, json};

use crate::cli::Globals;
use crate::exit::{Failure, Result};
use crate::output::{self, Format, Table};
use crate::{params, suggest};

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Only functions of this group, such as autodialer or payment
    #[arg(long, short, value_name = "GROUP")]
    group: Option<String>,
}

/// Lists the functions.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    let format = output::format(globals, &[Format::Table, Format::Json])?;
    let specs = selected(options.group.as_deref())?;
    if format == Format::Json {
        return output::json(globals, &specs.iter().map(|spec| to_json(spec)).collect());
    }
    let mut table = Table::new(["group", "function", "effect", "since", "what it does"]);
    for spec in specs {
        let since = spec.since.unwrap_or("?");
        table.row([spec.group, spec.function, spec.effect.name(), since, &params::sentence(spec.doc)]);
    }
    output::text(globals, &table.render())
}

fn selected(group: Option<&str>) -> Result<Vec<&'static Spec>> {
    let all = mor_endpoints::all().iter().copied();
    let Some(group) = group else { return Ok(all.collect()) };
    let specs: Vec<&Spec> = all.filter(|spec| spec.group == group).collect();
    if !specs.is_empty() {
        return Ok(specs);
    }
    let mut groups: Vec<&str> = mor_endpoints::all().iter().map(|spec| spec.group).collect();
    groups.dedup();
    let similar = suggest::did_you_mean(group, groups.iter().copied());
    Err(Failure::usage(format!("--group: there is no group `{group}`{similar}"))
        .hint(format!("the groups are {}", groups.join(", "))))
}

fn to_json(spec: &Spec) -> Value {
    let params = spec.params.iter().map(|param| {
        json!({
            "name": param.name,
            "hash_order": param.hash_order,
            "required": param.required,
            "type": param.kind.name(),
        })
    });
    json!({
        "name": spec.function,
        "aliases": spec.aliases,
        "group": spec.group,
        "since": spec.since,
        "effect": spec.effect.name(),
        "caller": identity(spec.caller),
        "params": params.collect::<Vec<_>>(),
    })
}

/// How a part of the credentials travels, in one word.
pub(crate) fn identity(identity: Identity) -> &'static str {
    match identity {
        Identity::None => "none",
        Identity::Sent => "sent",
        Identity::Hashed(_) | Identity::HashedUnless(..) => "hashed",
        Identity::Field | Identity::FieldOr(_) => "field",
    }
}
