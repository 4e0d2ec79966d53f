//! What a build costs.

use core::ops::Add;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Instant, SystemTime};

use crate::Result;
use crate::shell::{cargo, output};

/// How cargo builds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Profile {
    Debug,
    Release,
}

impl Profile {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }
}

/// Seconds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cost {
    /// Of all processors, user and system.
    pub(super) cpu: f64,
    /// On the clock.
    pub(super) wall: f64,
}

impl Cost {
    pub(super) const WORST: Self = Self { cpu: f64::INFINITY, wall: f64::INFINITY };

    pub(super) fn min(self, other: Self) -> Self {
        Self { cpu: self.cpu.min(other.cpu), wall: self.wall.min(other.wall) }
    }
}

impl Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { cpu: self.cpu + other.cpu, wall: self.wall + other.wall }
    }
}

/// The cost of one crate alone: what cargo needs with it to build, less what it needs with nothing to build.
pub(super) fn cost(workspace: &Path, name: &str, profile: Profile) -> Result<Cost> {
    let member = name.replacen('-', "/", 1);
    let lib = fs::File::open(workspace.join(member).join("src/lib.rs"))?;
    build(workspace, name, profile)?;
    let idle = timed(workspace, name, profile)?;
    lib.set_modified(SystemTime::now())?;
    let busy = timed(workspace, name, profile)?;
    Ok(Cost { cpu: busy.cpu - idle.cpu, wall: busy.wall - idle.wall })
}

fn timed(workspace: &Path, name: &str, profile: Profile) -> Result<Cost> {
    let (cpu, start) = (children()?, Instant::now());
    build(workspace, name, profile)?;
    Ok(Cost { cpu: children()? - cpu, wall: start.elapsed().as_secs_f64() })
}

fn build(workspace: &Path, name: &str, profile: Profile) -> Result<()> {
    let mut cargo: Command = cargo();
    cargo.current_dir(workspace).args(["build", "--quiet", "--package", name]);
    if matches!(profile, Profile::Release) {
        cargo.arg("--release");
    }
    cargo.env("CARGO_TARGET_DIR", workspace.join("target")).env("CARGO_INCREMENTAL", "0");
    cargo.env("RUSTFLAGS", "-Awarnings");
    output(&mut cargo).map(drop)
}

/// The processor time of all processes that this one has started and that have ended.
fn children() -> Result<f64> {
    // Linux tells it in hundredths of a second on every machine.
    const TICKS: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The name in brackets may hold anything; behind it come the state and the numbers.
    let (_, rest) = stat.rsplit_once(')').ok_or("what is in /proc/self/stat?")?;
    let user_and_system = rest.split_whitespace().skip(13).take(2).map(str::parse::<f64>);
    Ok(user_and_system.sum::<core::result::Result<f64, _>>()? / TICKS)
}
