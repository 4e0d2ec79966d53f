//! Runs `mor` as its users do: as a process, with an environment of its own.

#![allow(dead_code, unreachable_pub)] // each test uses a part of it

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use mor_sim::Simulator;
use tempfile::TempDir;

pub const POLL: &str = "autodialer_get_campaign_ivr_poll_results";

/// What a run ended with.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    #[track_caller]
    pub fn ok(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        self.out
    }

    #[track_caller]
    pub fn json(self) -> serde_json::Value {
        serde_json::from_str(&self.ok()).unwrap()
    }

    /// The run failed with this code, and its messages hold these texts.
    #[track_caller]
    pub fn fails(self, code: i32, texts: &[&str]) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        for text in texts {
            assert!(self.err.contains(text), "{text:?} is not in {}", self.err);
        }
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }
}

/// `mor` with nothing configured.
pub fn bare() -> Command {
    let mut command = Command::cargo_bin("mor").unwrap();
    for name in std::env::vars_os().map(|(name, _)| name) {
        if name.to_str().is_some_and(|name| name.starts_with("MOR_") || name.starts_with("XDG_")) {
            command.env_remove(name);
        }
    }
    command.env("HOME", "/nonexistent").env("TZ", "UTC").env_remove("NO_COLOR");
    command.timeout(std::time::Duration::from_secs(60));
    command
}

/// `mor` with a simulator as its server.
pub fn with(simulator: &Simulator) -> Command {
    let mut command = bare();
    command.env("MOR_URL", simulator.url()).env("MOR_USERNAME", "some_user").env("MOR_API_KEY", "secret");
    command
}

/// Runs a command.
pub fn run(command: &mut Command, arguments: &[&str]) -> Run {
    let output = command.args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

/// `mor` with nothing configured, run.
pub fn mor(arguments: &[&str]) -> Run {
    run(&mut bare(), arguments)
}

/// `mor --demo`, run.
pub fn demo(arguments: &[&str]) -> Run {
    run(bare().arg("--demo"), arguments)
}

/// A file in a directory of its own.
pub fn file(directory: &TempDir, name: &str, content: impl AsRef<[u8]>, mode: u32) -> PathBuf {
    let path = directory.path().join(name);
    std::fs::write(&path, content).unwrap();
    chmod(&path, mode);
    path
}

#[cfg(unix)]
pub fn chmod(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
pub fn chmod(_: &Path, _: u32) {}
