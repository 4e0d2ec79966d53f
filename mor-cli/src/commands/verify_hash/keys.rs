//! The keys that the client may have used.

use std::path::PathBuf;

use mor_api::Secret;

use crate::cli::Globals;
use crate::config::{Settings, secret};
use crate::exit::{Exit, Failure, Result};

/// A key that may have been used.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) name: String,
    pub(super) secret: Secret,
    pub(super) configured: bool,
}

/// The configured key and the keys of the files.
pub(super) fn load(settings: &Settings, globals: &Globals, files: &[PathBuf]) -> Result<Vec<Key>> {
    let mut keys = Vec::new();
    let demo = || (globals.demo && !globals.unsigned).then(|| Secret::from("secret"));
    if let Some(secret) = settings.key()?.or_else(demo) {
        // As the client would use it.
        let secret = Secret::from(secret.expose().trim());
        keys.push(Key { name: "the API secret key".to_owned(), secret, configured: true });
    }
    for path in files {
        secret::refuse_if_readable_by_others(path)?;
        let text = crate::read::text(path)
            .map_err(|error| Failure::file(Exit::Usage, "--keys-file: cannot read", path, &error))?;
        let lines =
            crate::input::without_mark(&text).lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        keys.extend(lines.map(|(index, line)| Key {
            name: format!("the key on line {} of {}", index + 1, path.display()),
            secret: Secret::from(line),
            configured: false,
        }));
    }
    Ok(keys)
}
