//! On what was measured, and with what.

use std::fs;
use std::process::Command;

use crate::shell::{command, output, root};

/// The day.
pub(super) fn date() -> String {
    first_line(command("date").args(["-u", "+%F"]))
}

/// A list of what may matter.
pub(super) fn describe() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let processor = field("/proc/cpuinfo", "model name");
    let memory = field("/proc/meminfo", "MemTotal").trim_end_matches(" kB").parse::<u64>().unwrap_or(0) >> 20;
    let kernel = first_line(command("uname").arg("-sr"));
    let mut lines = vec![
        format!("{processor}, {cores} cores, {memory} GiB of memory, {kernel}"),
        first_line(command("rustc").arg("--version")) + ", release profile as it is by default: no LTO",
    ];
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap_or_default();
    lines.push(["quick-xml", "reqwest", "sha1", "serde"].map(|name| version(&lock, name)).join(", "));
    for peer in [("php", "--version"), ("python3", "--version")] {
        lines.push(first_line(command(peer.0).arg(peer.1)));
    }
    lines.retain(|line| !line.is_empty());
    format!("- {}", lines.join("\n- "))
}

fn field(file: &str, name: &str) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.split_once(':'));
    line.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
}

fn version(lock: &str, name: &str) -> String {
    let entry = lock.split_once(&format!("name = \"{name}\"\nversion = \""));
    let version = entry.and_then(|(_, rest)| rest.split('"').next()).unwrap_or("?");
    format!("{name} {version}")
}

/// Nothing if the program is not there.
fn first_line(command: &mut Command) -> String {
    output(command).ok().and_then(|text| text.lines().next().map(str::to_owned)).unwrap_or_default()
}
