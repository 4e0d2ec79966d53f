//! The configuration file: profiles, each for one server and caller.
//!
//! ```toml
//! default_profile = "main"
//!
//! [profiles.main]
//! url = "https://switch.example.com"
//! username = "admin"
//! api_key_command = "pass show mor"
//! ```

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::secret::{self, Sources};
use crate::exit::{Exit, Failure, Result};
use crate::input::without_mark;
use crate::suggest;

/// A file that was read.
pub(super) struct Config {
    path: PathBuf,
    content: Content,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    default_profile: Option<String>,
    #[serde(default)]
    profiles: BTreeMap<String, Profile>,
}

/// One server and one caller.
#[derive(Default, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Profile {
    pub(super) url: Option<String>,
    pub(super) username: Option<String>,
    api_key: Option<String>,
    api_key_file: Option<PathBuf>,
    api_key_command: Option<String>,
    password: Option<String>,
    password_file: Option<PathBuf>,
    password_command: Option<String>,
    #[serde(default)]
    pub(super) allow_http: bool,
    /// Path of the API, where it is not `/billing/api/`.
    pub(super) path_prefix: Option<String>,
    /// Certificates of a private authority, in PEM form.
    pub(super) ca_file: Option<PathBuf>,
    /// Seconds a call may take.
    pub(super) timeout: Option<u64>,
}

/// No secrets.
impl std::fmt::Debug for Profile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Profile")
            .field("url", &self.url)
            .field("username", &self.username)
            .finish_non_exhaustive()
    }
}

impl Profile {
    pub(super) fn key_sources(&self) -> Sources<'_> {
        Sources {
            text: self.api_key.as_deref(),
            file: self.api_key_file.as_deref(),
            command: self.api_key_command.as_deref(),
        }
    }

    pub(super) fn password_sources(&self) -> Sources<'_> {
        Sources {
            text: self.password.as_deref(),
            file: self.password_file.as_deref(),
            command: self.password_command.as_deref(),
        }
    }
}

impl Config {
    /// The profile to use: the wanted one, else the default one, else the only one.
    pub(super) fn choose(mut self, wanted: Option<&str>) -> Result<Option<(String, PathBuf, Profile)>> {
        let name = match (
            wanted,
            self.content.default_profile.as_deref(),
            self.content.profiles.keys().next(),
        ) {
            (Some(name), _, _) | (None, Some(name), _) => name.to_owned(),
            (None, None, None) => return Ok(None),
            (None, None, Some(only)) if self.content.profiles.len() == 1 => only.clone(),
            (None, None, Some(_)) if self.content.profiles.contains_key("default") => "default".to_owned(),
            (None, None, Some(_)) => {
                return Err(Failure::config(format!(
                    "{}: it has several profiles ({}); name one with --profile, MOR_PROFILE or default_profile",
                    self.path.display(),
                    self.names()
                )));
            }
        };
        if let Some(profile) = self.content.profiles.remove(&name) {
            return Ok(Some((name, self.path, profile)));
        }
        let similar = suggest::did_you_mean(&name, self.content.profiles.keys().map(String::as_str));
        let names = self.names();
        let path = self.path.display();
        Err(Failure::config(format!("{path}: there is no profile `{name}`{similar}"))
            .hint(format!("it has: {names}")))
    }

    fn names(&self) -> String {
        self.content.profiles.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// Where the file is unless somebody says otherwise.
pub(super) fn default_path() -> Option<PathBuf> {
    let base = match std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from) {
        // The standard tells to ignore a relative one.
        Some(path) if path.is_absolute() => path,
        _ => std::env::home_dir()?.join(".config"),
    };
    Some(base.join("mor").join("config.toml"))
}

/// Reads the file. That there is none is an error only where it was named.
pub(super) fn read(path: &Path, explicit: bool) -> Result<Option<Config>> {
    let text = match crate::read::text(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !explicit => return Ok(None),
        Err(error) => return Err(Failure::file(Exit::Config, "cannot read", path, &error)),
    };
    let text = without_mark(&text);
    let content: Content = toml::from_str(text).map_err(|error| {
        // The error's own text would quote the line, which may hold a key.
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.lines().count().max(1) + usize::from(before.ends_with('\n'));
        Failure::config(format!("{}, line {line}: {}", path.display(), error.message()))
    })?;
    let secret =
        content.profiles.values().any(|profile| profile.api_key.is_some() || profile.password.is_some());
    if secret {
        secret::refuse_if_readable_by_others(path)?;
    }
    Ok(Some(Config { path: path.to_owned(), content }))
}
