//! `mor verify-hash`: what a hash was made from, for those who debug a client.
//!
//! The simulator has a search of its own, `mor_sim::Diagnosis`, and the two stay apart. That one stands where the server
//! does: it has the request as it arrived and the catalog, knows what the server drops or rewrites, and must not use the
//! client's code, which it checks. This one has the client's side only: the `Spec`, values somebody typed, and keys that
//! may have been used; and it may search for seconds, through orders and texts that no server could afford to try.

mod recipe;
mod search;
mod variants;

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueHint};
use mor_api::{Credentials, Kind, Secret, Server, Spec};
use mor_endpoints::Function;
use serde_json::json;

use self::recipe::Recipe;
use self::search::{Key, Search};
use crate::cli::Globals;
use crate::config::Settings;
use crate::exit::{Exit, Failure, Result};
use crate::output::{self, Format};
use crate::{api, params, suggest};

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Name of the function
    function: String,

    #[command(flatten)]
    sources: params::Sources,

    /// The hash to explain
    #[arg(long, value_name = "HASH")]
    expect: String,

    /// File with further keys that the client may have used, one a line
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    keys_file: Vec<PathBuf>,
}

/// Looks for the recipe.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    let format = output::format(globals, &[Format::Table, Format::Json])?;
    let expected = digits(&options.expect)?;
    let function = api::find(&options.function)?;
    let spec = function.spec();
    let mut given = params::collect(&options.sources, Some(spec))?;
    for (name, _) in &given {
        if spec.param(name).is_none() && !matches!(name.as_str(), "u" | "p") {
            let similar = suggest::did_you_mean(name, spec.params.iter().map(|param| param.name));
            return Err(Failure::usage(format!("`{name}` is no parameter of {}{similar}", spec.function)));
        }
    }
    let settings = Settings::load(globals)?;
    if !given.iter().any(|(name, _)| name == "u") {
        let demo = || globals.demo.then(|| "admin".to_owned());
        given.extend(settings.username().or_else(demo).map(|name| ("u".to_owned(), name)));
    }
    let keys = keys(&settings, globals, options)?;
    let declared = declared(function, &mut given, globals);
    let declared: Vec<&str> = declared.iter().map(String::as_str).collect();
    let search = Search { expected: &expected, given: &given, declared: &declared, keys: &keys };
    let found = search.run();
    if format == Format::Json {
        output::json(globals, &to_json(spec, found.as_ref(), &declared))?;
    } else {
        output::text(globals, &to_text(spec, found.as_ref(), &declared, &options.expect))?;
    }
    if found.is_some() { Ok(()) } else { Err(Failure::silent(Exit::Authentication)) }
}

/// The names of what the function hashes of the given values, in order. A value may decide that it is not hashed, or that
/// another text of it is: where the request can be made, it is asked; `given` then has the texts that are hashed.
fn declared(function: &Function, given: &mut [(String, String)], globals: &Globals) -> Vec<String> {
    let spec = function.spec();
    let Some(parts) = explained(function, given, globals) else {
        let is_given = |name: &&str| given.iter().any(|(other, _)| other == name);
        return spec.hash_names().filter(is_given).map(str::to_owned).collect();
    };
    for (name, text) in &parts {
        if let Some((_, value)) = given.iter_mut().find(|(other, _)| other == name)
            && text != Secret::MASK
        {
            value.clone_from(text);
        }
    }
    parts.into_iter().map(|(name, _)| name).collect()
}

fn explained(
    function: &Function,
    given: &[(String, String)],
    globals: &Globals,
) -> Option<Vec<(String, String)>> {
    let spec = function.spec();
    let value = |name: &str| given.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str());
    // The caller is known, but not every function has one.
    let sent = |(name, _): &&(String, String)| spec.param(name).is_some();
    let pairs = given.iter().filter(sent).cloned().collect();
    let request = params::check(spec, spec.function, pairs, None, globals).ok()?;
    let server = Server::new("https://switch.example.com").ok()?;
    let credentials =
        Credentials::new(value("u").unwrap_or_default()).with_password(value("p").unwrap_or_default());
    let explanation = function.explain(&server, &credentials, &request.options, &mut request.texts()).ok()?;
    Some(explanation.hash_parts.into_iter().filter(|(_, text)| !text.is_empty()).collect())
}

fn digits(hash: &str) -> Result<String> {
    let hash = hash.trim();
    if hash.len() == 40 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return Ok(hash.to_lowercase());
    }
    let what = if hash.len() == 40 { "others".to_owned() } else { format!("{} characters", hash.len()) };
    Err(Failure::usage(format!(
        "--expect: a hash has 40 hexadecimal digits, and this has {what}: no server takes it"
    )))
}

/// The configured key, and those of the files.
fn keys(settings: &Settings, globals: &Globals, options: &Options) -> Result<Vec<Key>> {
    let mut keys = Vec::new();
    let demo = || (globals.demo && !globals.unsigned).then(|| Secret::from("secret"));
    if let Some(secret) = settings.key()?.or_else(demo) {
        // As the client would use it.
        let secret = Secret::from(secret.expose().trim());
        keys.push(Key { name: "the API secret key".to_owned(), secret, configured: true });
    }
    for path in &options.keys_file {
        let text = std::fs::read_to_string(path)
            .map_err(|error| Failure::file(Exit::Usage, "--keys-file: cannot read", path, &error))?;
        let lines =
            crate::input::without_mark(&text).lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        keys.extend(lines.map(|(index, line)| Key {
            name: format!("the key on line {} of {}", index + 1, path.display()),
            secret: Secret::from(line),
            configured: false,
        }));
    }
    if keys.is_empty() {
        return Err(Failure::config(
            "no API secret key is configured, and without one no hash can be verified",
        )
        .hint("use --api-key-file, --api-key-command, MOR_API_KEY, a profile or --keys-file"));
    }
    Ok(keys)
}

fn shown<'t>(spec: &Spec, name: &str, text: &'t str) -> &'t str {
    let secret = name == "p" || spec.param(name).is_some_and(|param| param.kind == Kind::Secret);
    if secret { Secret::MASK } else { text }
}

fn to_json(spec: &Spec, found: Option<&Recipe>, declared: &[&str]) -> serde_json::Value {
    let parts = found.map(|recipe| {
        let part = |(name, text): &(String, String)| json!({"param": name, "value": shown(spec, name, text)});
        recipe.parts.iter().map(part).collect::<Vec<_>>()
    });
    json!({
        "function": spec.function,
        "found": found.is_some(),
        "correct": found.is_some_and(|recipe| recipe.differences.is_empty()),
        "hash_parts": parts,
        "key": found.map(|recipe| &recipe.key),
        "differences": found.map(|recipe| &recipe.differences),
        "declared": declared,
    })
}

fn to_text(spec: &Spec, found: Option<&Recipe>, declared: &[&str], expected: &str) -> String {
    let wanted = declared.iter().copied().chain(["API secret key"]).collect::<Vec<_>>().join(" + ");
    let Some(recipe) = found else {
        return format!(
            "No plausible recipe gives {expected}.\n{} hashes {wanted}.\nMost likely the key is another one, or a value \
             differs from what was hashed.\n",
            spec.function
        );
    };
    if recipe.differences.is_empty() {
        return format!("The hash is right: {wanted}.\n");
    }
    let mut text =
        format!("The hash was made from   {}\n{:<24} {wanted}\n", recipe.describe(), "The function wants");
    for difference in &recipe.differences {
        let _ = writeln!(text, "- {difference}");
    }
    text
}
