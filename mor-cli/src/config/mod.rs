//! Which server, who calls, and with which secrets: flags go before the environment, the environment before the
//! profile of the configuration file.

mod connection;
mod file;
pub(crate) mod secret;

use std::path::PathBuf;

use mor_api::Secret;

pub(crate) use self::connection::{Connection, Wants, offline};
use self::file::Profile;
use crate::cli::Globals;
use crate::exit::{Failure, Result};
use crate::message;

/// Everything that is configured; secrets are looked up when they are needed.
#[derive(Debug)]
pub(crate) struct Settings {
    flags: Globals,
    profile: Profile,
    /// The profile's name and file, for messages.
    origin: Option<(String, PathBuf)>,
}

impl Settings {
    /// Reads the configuration file, unless the simulator makes it unnecessary.
    pub(crate) fn load(globals: &Globals) -> Result<Self> {
        let flags = globals.clone();
        if globals.demo {
            return Ok(Self { flags, profile: Profile::default(), origin: None });
        }
        let wanted = globals.profile.clone().or_else(|| variable("MOR_PROFILE"));
        let (path, explicit) =
            match globals.config.clone().or_else(|| variable("MOR_CONFIG").map(PathBuf::from)) {
                Some(path) => (Some(path), true),
                None => (file::default_path(), false),
            };
        let found = path.map(|path| file::read(&path, explicit)).transpose()?.flatten();
        let Some(config) = found else {
            return match wanted {
                Some(name) => {
                    Err(Failure::config(format!("profile `{name}`: there is no configuration file"))
                        .hint(example()))
                }
                None => Ok(Self { flags, profile: Profile::default(), origin: None }),
            };
        };
        match config.choose(wanted.as_deref())? {
            Some((name, path, profile)) => Ok(Self { flags, profile, origin: Some((name, path)) }),
            None => Ok(Self { flags, profile: Profile::default(), origin: None }),
        }
    }

    /// The base URL, if one is configured.
    pub(crate) fn url(&self) -> Option<String> {
        let url = self.flags.url.clone().or_else(|| variable("MOR_URL"));
        url.or_else(|| self.profile.url.clone())
    }

    /// The caller, if one is configured.
    pub(crate) fn username(&self) -> Option<String> {
        let username = self.flags.username.clone().or_else(|| variable("MOR_USERNAME"));
        username.or_else(|| self.profile.username.clone())
    }

    /// The API secret key, if one is configured.
    pub(crate) fn key(&self) -> Result<Option<Secret>> {
        if self.flags.unsigned {
            return Ok(None);
        }
        let flags = secret::Sources {
            text: None,
            file: self.flags.api_key_file.as_deref(),
            command: self.flags.api_key_command.as_deref(),
        };
        if let Some(key) = flags.get("--api-key", self.flags.quiet)? {
            return Ok(Some(key));
        }
        if let Some(key) = variable("MOR_API_KEY") {
            return secret::one_line(&key, "MOR_API_KEY").map(Some);
        }
        self.profile.key_sources().get("api_key", self.flags.quiet)
    }

    /// The caller's password, if one is configured.
    pub(crate) fn password(&self) -> Result<Option<Secret>> {
        let flags = secret::Sources { text: None, file: self.flags.password_file.as_deref(), command: None };
        if let Some(password) = flags.get("--password", self.flags.quiet)? {
            return Ok(Some(password));
        }
        if let Some(password) = variable("MOR_PASSWORD") {
            return secret::one_line(&password, "MOR_PASSWORD").map(Some);
        }
        self.profile.password_sources().get("password", self.flags.quiet)
    }

    /// Whether http is allowed to other machines.
    pub(crate) fn allow_http(&self) -> bool {
        self.flags.allow_http || self.profile.allow_http
    }

    /// Where the settings come from, for people.
    pub(crate) fn describe(&self) -> String {
        match &self.origin {
            Some((name, path)) => format!("profile `{name}` of {}", path.display()),
            None if self.flags.demo => "the embedded simulator".to_owned(),
            None => "command line and environment".to_owned(),
        }
    }
}

/// A variable of the environment; empty counts as not set.
fn variable(name: &str) -> Option<String> {
    match std::env::var(name) {
        Ok(value) if !value.is_empty() => Some(value),
        Ok(_) | Err(std::env::VarError::NotPresent) => None,
        Err(std::env::VarError::NotUnicode(_)) => {
            message::warning(&format!("{name} is not UTF-8 and is ignored"));
            None
        }
    }
}

/// How to configure a server, for those who have not.
pub(crate) fn example() -> String {
    let path = file::default_path()
        .map_or_else(|| "~/.config/mor/config.toml".to_owned(), |p| p.display().to_string());
    format!(
        "set MOR_URL, MOR_USERNAME and MOR_API_KEY, or write a profile into {path}: [profiles.default] url = \
         \"https://switch.example.com\", username = \"admin\", api_key_file = \"/path/to/key\""
    )
}
