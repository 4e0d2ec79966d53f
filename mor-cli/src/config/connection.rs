//! From settings to a client.

use std::time::Duration;

use mor_api::{Client, ClientBuilder, Credentials, RetryPolicy, Secret, Server};
use mor_sim::Simulator;

use super::{Settings, example};
use crate::cli::Globals;
use crate::exit::{Exit, Failure, Result};
use crate::message;

/// The simulator's admin: who calls when `--demo` is not told otherwise.
const DEMO: (&str, &str, &str) = ("admin", "secret", "admin1");

/// For functions that have no caller, the client wants some name; it is not sent.
const NOBODY: &str = "nobody";

/// What a call needs beside a server.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wants {
    pub(crate) username: bool,
    pub(crate) key: bool,
    pub(crate) password: bool,
}

/// A server that can be called.
pub(crate) struct Connection {
    pub(crate) client: Client,
    pub(crate) username: String,
    pub(crate) url: String,
    /// Lives as long as it is called.
    _simulator: Option<Simulator>,
}

/// What is needed to explain a request without sending it.
pub(crate) struct Offline {
    pub(crate) server: Server,
    pub(crate) credentials: Credentials,
    _simulator: Option<Simulator>,
}

struct Parts {
    url: Option<String>,
    username: Option<String>,
    key: Option<Secret>,
    password: Option<Secret>,
    simulator: Option<Simulator>,
}

impl Settings {
    fn parts(&self, wants: Wants) -> Result<Parts> {
        let simulator = self.flags.demo.then(start_simulator).transpose()?;
        let key = if wants.key { self.key()? } else { None };
        let password = if wants.password { self.password()? } else { None };
        let (url, username) = (self.url(), self.username());
        let Some(simulator) = simulator else {
            return Ok(Parts { url, username, key, password, simulator: None });
        };
        let (name, secret, demo_password) = DEMO;
        let signs = wants.key && !self.flags.unsigned;
        Ok(Parts {
            url: Some(simulator.url()),
            username: username.or_else(|| Some(name.to_owned())),
            key: key.or_else(|| signs.then(|| Secret::from(secret))),
            password: password.or_else(|| wants.password.then(|| Secret::from(demo_password))),
            simulator: Some(simulator),
        })
    }

    /// A client for the configured server, or for the embedded simulator.
    pub(crate) fn connect(&self, wants: Wants) -> Result<Connection> {
        let mut parts = self.parts(wants)?;
        let Some(url) = parts.url.take() else { return Err(no_server()) };
        if wants.username && parts.username.is_none() {
            return Err(Failure::config(
                "no username is configured; MOR wants one with the call, as the parameter u",
            )
            .hint(example()));
        }
        self.complete(wants, &mut parts)?;
        let username = parts.username.clone().unwrap_or_default();
        let mut builder = Client::builder(url.clone())
            .username(parts.username.unwrap_or_else(|| NOBODY.to_owned()))
            .user_agent(concat!("mor/", env!("CARGO_PKG_VERSION")))
            .allow_http(self.allow_http());
        if self.flags.no_retry {
            builder = builder.retries(RetryPolicy::none());
        }
        builder = self.with_profile(builder)?;
        if let Some(key) = parts.key {
            builder = builder.api_key(key);
        }
        if let Some(password) = parts.password {
            builder = builder.password(password);
        }
        Ok(Connection { client: builder.build()?, username, url, _simulator: parts.simulator })
    }

    fn with_profile(&self, mut builder: ClientBuilder) -> Result<ClientBuilder> {
        if let Some(seconds) = self.flags.timeout.or(self.profile.timeout) {
            let timeout = Duration::from_secs(seconds);
            builder = builder.timeout(timeout).connect_timeout(timeout.min(Duration::from_secs(10)));
        }
        if let Some(prefix) = &self.profile.path_prefix {
            builder = builder.path_prefix(prefix.clone());
        }
        if let Some(path) = &self.profile.ca_file {
            let pem = crate::read::bytes(path)
                .map_err(|error| Failure::file(Exit::Config, "ca_file: cannot read", path, &error))?;
            builder = builder.root_certificate(pem);
        }
        Ok(builder)
    }

    /// Asks for secrets that are needed and configured nowhere, if somebody is there to be asked.
    fn complete(&self, wants: Wants, parts: &mut Parts) -> Result<()> {
        if wants.key && parts.key.is_none() && !self.flags.unsigned {
            parts.key = Some(ask("API secret key")?.ok_or_else(|| {
                Failure::config("no API secret key is configured")
                    .hint("use --api-key-file, --api-key-command, MOR_API_KEY or a profile; --unsigned calls without one")
            })?);
        }
        if wants.password && parts.password.is_none() {
            parts.password = Some(ask("Password of the caller")?.ok_or_else(|| {
                Failure::config("the function wants the caller's password, and none is configured")
                    .hint("use --password-file, MOR_PASSWORD or a profile")
            })?);
        }
        Ok(())
    }
}

/// What explains a request. Nothing needs to be configured: what is missing is replaced, and a note says so.
pub(crate) fn offline(globals: &Globals, wants: Wants) -> Result<Offline> {
    let settings = Settings::load(globals)?;
    let parts = settings.parts(wants)?;
    let mut missing = Vec::new();
    let mut or_example = |value: Option<String>, wanted: bool, what: &'static str, example: &str| {
        if wanted && value.is_none() {
            missing.push(what);
        }
        value.unwrap_or_else(|| example.to_owned())
    };
    let url = or_example(parts.url, true, "no URL", "https://switch.example.com");
    let username = or_example(parts.username, wants.username, "no username", "USERNAME");
    // Nothing is sent, so it does not matter who could listen.
    let mut builder = settings.with_profile(Client::builder(url).username(username).allow_http(true))?;
    match parts.key {
        Some(key) => builder = builder.api_key(key),
        None if wants.key && !globals.unsigned => missing.push("no API secret key, so there is no hash"),
        None => {}
    }
    match parts.password {
        Some(password) => builder = builder.password(password),
        None if wants.password => {
            missing.push("no password");
            builder = builder.password("PASSWORD");
        }
        None => {}
    }
    if !missing.is_empty() && !globals.quiet {
        message::note(&format!("not configured: {}; see `mor help`", missing.join("; ")));
    }
    let client = builder.build()?;
    let (server, credentials) = (client.server().clone(), client.credentials().clone());
    Ok(Offline { server, credentials, _simulator: parts.simulator })
}

fn ask(what: &str) -> Result<Option<Secret>> {
    if !message::can_ask() {
        return Ok(None);
    }
    let text = rpassword::prompt_password(format!("{what}: "))
        .map_err(|error| Failure::config(format!("{what}: it cannot be asked for: {error}")))?;
    let text = text.trim();
    Ok((!text.is_empty()).then(|| Secret::from(text)))
}

fn start_simulator() -> Result<Simulator> {
    Simulator::start()
        .map_err(|error| Failure::new(Exit::Network, format!("--demo: the simulator cannot start: {error}")))
}

fn no_server() -> Failure {
    Failure::config("no server is configured")
        .hint(example())
        .hint("to try the command without a server, add --demo: it runs against an embedded simulator")
}
