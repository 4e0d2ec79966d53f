//! `mor scaffold`: an endpoint file from the text of a vendor's documentation page.

use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use mor_scaffold::Scaffold;
use serde_json::json;

use crate::cli::Globals;
use crate::exit::{Exit, Failure, Result};
use crate::output::{self, Format};
use crate::{message, read};

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Text of the page, as a browser copies it; - is standard input
    #[arg(value_name = "PAGE.txt", value_hint = ValueHint::FilePath)]
    page: PathBuf,

    /// Write the file of the function into this directory instead of the code to standard output
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    out: Option<PathBuf>,

    /// Replace the file if it is there already
    #[arg(long, requires = "out")]
    force: bool,

    /// Group of the function, such as autodialer; guessed from its name by default
    #[arg(long, short, value_name = "GROUP", value_parser = identifier)]
    group: Option<String>,

    /// Path to the crate mor-endpoints in the code, for a file of another crate; of that crate by default
    #[arg(long, value_name = "PATH", default_value = "crate", value_parser = path)]
    endpoints: String,
}

/// Writes the endpoint file.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    let format = output::format(globals, &[Format::Table, Format::Json])?;
    if options.out.is_some() && globals.output.is_some() {
        return Err(Failure::usage("--out is a directory and --output a file: give one of them"));
    }
    let page = read::text(&options.page)
        .map_err(|error| Failure::file(Exit::Usage, "cannot read", &options.page, &error))?;
    let wanted = mor_scaffold::Options { group: options.group.clone(), endpoints: options.endpoints.clone() };
    let scaffold = mor_scaffold::scaffold_with(&page, &wanted)
        .map_err(|error| Failure::usage(format!("{}: {error}", name(&options.page))))?;
    let written = options.out.as_deref().map(|directory| write(directory, &scaffold, options)).transpose()?;
    match format {
        Format::Json => output::json(globals, &to_json(&scaffold, written.as_deref()))?,
        _ if written.is_none() => output::text(globals, &scaffold.code)?,
        _ => {}
    }
    if let Some(function) = mor_endpoints::find(&scaffold.function) {
        let name = function.spec().function;
        let text = format!("`{name}` is declared already, in the group {}", function.group());
        message::warning(&text);
    }
    for warning in &scaffold.warnings {
        message::warning(warning);
    }
    if let Some(file) = written.filter(|_| !globals.quiet) {
        message::note(&format!("{} declares {}", file.display(), scaffold.type_name));
    }
    Ok(())
}

fn name(path: &Path) -> String {
    if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() }
}

/// Writes the file. One that somebody may have mended is not replaced unasked.
fn write(directory: &Path, scaffold: &Scaffold, options: &Options) -> Result<PathBuf> {
    let path = directory.join(&scaffold.file_name);
    let failed = |path: &Path, error: &_| Failure::file(Exit::Usage, "--out: cannot write", path, error);
    std::fs::create_dir_all(directory).map_err(|error| failed(directory, &error))?;
    let file = if options.force { File::create(&path) } else { File::create_new(&path) };
    let written = file.and_then(|mut file| file.write_all(scaffold.code.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Failure::usage(format!("--out: {} is there already", path.display())).hint("--force replaces it")
        }
        _ => failed(&path, &error),
    })?;
    Ok(path)
}

fn to_json(scaffold: &Scaffold, written: Option<&Path>) -> serde_json::Value {
    json!({
        "function": scaffold.function,
        "type": scaffold.type_name,
        "group": scaffold.group,
        "file_name": scaffold.file_name,
        "file": written.map(|path| path.display().to_string()),
        "warnings": scaffold.warnings,
        "code": scaffold.code,
    })
}

/// A name that may stand in Rust code.
fn identifier(text: &str) -> std::result::Result<String, String> {
    let is_letter = |c: char| c.is_ascii_lowercase() || c == '_';
    if text.starts_with(is_letter) && text.chars().all(|c| is_letter(c) || c.is_ascii_digit()) {
        return Ok(text.to_owned());
    }
    Err("a name has lower-case letters, digits and _ only".to_owned())
}

fn path(text: &str) -> std::result::Result<String, String> {
    text.split("::").try_for_each(|part| identifier(part).map(drop))?;
    Ok(text.to_owned())
}
