//! `mor functions`: all functions of the API.

use clap::Args;
use mor_endpoints::{Function, functions};

use super::describe::declaration;
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
    let functions = selected(options.group.as_deref())?;
    if format == Format::Json {
        return output::json(globals, &functions.map(declaration::to_json).collect());
    }
    let mut table = Table::new(["group", "function", "effect", "since", "what it does"]);
    for function in functions {
        let spec = function.spec();
        let (since, doc) = (spec.since.unwrap_or("?"), params::sentence(spec.doc));
        table.row([function.group(), spec.function, spec.effect.name(), since, &doc]);
    }
    output::text(globals, &table.render())
}

fn selected(group: Option<&str>) -> Result<impl Iterator<Item = &'static Function>> {
    let is_selected = move |function: &Function| group.is_none_or(|group| function.group() == group);
    if !functions().iter().any(is_selected) {
        let groups = groups();
        let group = group.unwrap_or_default();
        let similar = suggest::did_you_mean(group, groups.iter().copied());
        return Err(Failure::usage(format!("--group: there is no group `{group}`{similar}"))
            .hint(format!("the groups are {}", groups.join(", "))));
    }
    Ok(functions().iter().filter(move |function| is_selected(function)))
}

/// All groups, sorted.
pub(super) fn groups() -> Vec<&'static str> {
    let mut groups: Vec<&str> = functions().iter().map(Function::group).collect();
    groups.sort_unstable();
    groups.dedup();
    groups
}
