//! `mor explain`: how a request is signed and what would be sent. Nothing is sent.

use std::fmt::Write as _;

use clap::Args;
use mor_api::{Explanation, Kind, Secret, Spec};
use serde_json::json;

use crate::cli::Globals;
use crate::exit::Result;
use crate::output::{self, Format};
use crate::{api, params};

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Name of the function
    function: String,

    #[command(flatten)]
    sources: params::Sources,

    #[command(flatten)]
    extra: params::Extra,

    /// Hash these parameters, in this order, instead of the declared ones
    #[arg(long, value_name = "NAME,NAME", value_delimiter = ',')]
    hash: Option<Vec<String>>,

    /// Print a curl command; it takes the key from the environment
    #[arg(long)]
    curl: bool,
}

/// Explains a request.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    let format = output::format(globals, &[Format::Table, Format::Json])?;
    let function = api::find(&options.function)?;
    let spec = function.spec();
    let pairs = params::collect(&options.sources, Some(spec))?;
    let request = params::check(spec, &options.function, pairs, options.hash.clone(), globals)?.complete(
        spec,
        &options.extra,
        globals,
    )?;
    let explanation = api::explain(function, &request, globals)?;
    if options.curl {
        return output::text(globals, &curl(&explanation, spec));
    }
    show(globals, format, &explanation)
}

/// Writes an explanation.
pub(crate) fn show(globals: &Globals, format: Format, explanation: &Explanation) -> Result<()> {
    if format != Format::Json {
        return output::text(globals, &explanation.to_string());
    }
    let parts = explanation.hash_parts.iter().map(|(param, value)| json!({"param": param, "value": value}));
    output::json(
        globals,
        &json!({
            "function": explanation.function,
            "hash_parts": parts.collect::<Vec<_>>(),
            "hash": explanation.hash,
            "method": "POST",
            "url": explanation.url,
            "form": explanation.form,
        }),
    )
}

/// A shell command that makes the same request. The key stays in the environment; the hash is made by the shell.
fn curl(explanation: &Explanation, spec: &Spec) -> String {
    let mut text = String::new();
    let signed = spec.signed;
    let value = |name: &str, value: &str| match name {
        "p" if value == Secret::MASK => "\"$MOR_PASSWORD\"".to_owned(),
        _ if value == Secret::MASK => format!("\"${}\"", variable(name)),
        _ => quoted(value),
    };
    if signed {
        let parts = explanation.hash_parts.iter().map(|(name, text)| value(name, text)).collect::<String>();
        let _ = writeln!(text, "hash=$(printf %s {parts}\"$MOR_API_KEY\" | sha1sum | cut -c 1-40)");
    }
    text.push_str("curl --silent --show-error");
    let is_file = |name: &str| spec.param(name).is_some_and(|param| param.kind == Kind::File);
    let uploads = explanation.form.iter().any(|(name, _)| is_file(name));
    let option = if uploads { "--form-string" } else { "--data-urlencode" };
    for (name, sent) in explanation.form.iter().filter(|(name, _)| name != "hash") {
        let pair = if sent == Secret::MASK {
            format!("{}{}", quoted(&format!("{name}=")), value(name, sent))
        } else {
            quoted(&format!("{name}={sent}"))
        };
        let pair = if is_file(name) { quoted(&format!("{name}=@{sent}")) } else { pair };
        let option = if is_file(name) { "--form" } else { option };
        let _ = write!(text, " \\\n  {option} {pair}");
    }
    if signed {
        let _ = write!(text, " \\\n  {option} \"hash=$hash\"");
    }
    let _ = writeln!(text, " \\\n  {}", quoted(&explanation.url));
    text
}

/// The name of a shell variable for a parameter, whose own name may hold anything.
fn variable(param: &str) -> String {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' };
    param.chars().map(letter).collect()
}

/// For a POSIX shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_is_a_name_whatever_the_parameter_is_called() {
        assert_eq!(variable("webhook_url"), "WEBHOOK_URL");
        assert_eq!(variable("a`rm`-token"), "A_RM__TOKEN");
    }

    #[test]
    fn quotes_are_safe_in_a_shell() {
        assert_eq!(quoted("a b"), "'a b'");
        assert_eq!(quoted("it's; rm -rf $HOME"), r"'it'\''s; rm -rf $HOME'");
    }
}
