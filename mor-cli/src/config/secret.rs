//! Where secrets come from, and that nobody else can read them there.

use std::path::Path;
use std::process::{Command, Stdio};

use mor_api::Secret;

use crate::exit::{Exit, Failure, Result};
use crate::input::without_mark;
use crate::{message, read};

/// The places of one secret; the first one that is set counts.
pub(super) struct Sources<'a> {
    /// The secret itself.
    pub(super) text: Option<&'a str>,
    /// A file that holds it.
    pub(super) file: Option<&'a Path>,
    /// A command that prints it.
    pub(super) command: Option<&'a str>,
}

impl Sources<'_> {
    /// Gets the secret; `name` is what the setting is called in messages.
    pub(super) fn get(&self, name: &str, quiet: bool) -> Result<Option<Secret>> {
        if let Some(text) = self.text {
            return one_line(text, name).map(Some);
        }
        let dash = if name.starts_with('-') { '-' } else { '_' };
        if let Some(path) = self.file {
            return from_file(path, quiet).map(Some).map_err(|mut failure| {
                failure.message = format!("{name}{dash}file: {}", failure.message);
                failure
            });
        }
        self.command.map(|command| from_command(command, &format!("{name}{dash}command"))).transpose()
    }
}

fn from_file(path: &Path, quiet: bool) -> Result<Secret> {
    let path = &expand_home(path);
    let text = read::text(path).map_err(|error| Failure::file(Exit::Config, "cannot read", path, &error))?;
    let secret = one_line(&text, &path.display().to_string())?;
    // Secrets that a container mounts belong to a group as a rule: what only a group can read is worth a warning.
    if readable_by(path) & 0o007 != 0 {
        refuse_if_readable_by_others(path)?;
    } else if readable_by(path) & 0o070 != 0 && !quiet {
        message::warning(&format!(
            "{} can be read by its group; chmod 600 would keep it yours",
            path.display()
        ));
    }
    Ok(secret)
}

fn from_command(command: &str, name: &str) -> Result<Secret> {
    let shell = if cfg!(windows) { ["cmd", "/C"] } else { ["sh", "-c"] };
    let [program, flag] = shell;
    let output = Command::new(program)
        .args([flag, command])
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Failure::config(format!("{name}: it cannot be run: {error}")))?;
    if !output.status.success() {
        return Err(Failure::config(format!("{name}: the command failed ({})", output.status)));
    }
    let text = String::from_utf8(output.stdout)
        .map_err(|_| Failure::config(format!("{name}: what the command prints is not UTF-8")))?;
    // Password managers print notes below the password.
    one_line(text.lines().next().unwrap_or_default(), name)
}

/// The secret of a text that holds nothing else: without the white space and the byte order mark that editors put
/// around it. Two lines are two secrets, or one and a note, and which of them is meant is not known.
pub(super) fn one_line(text: &str, place: &str) -> Result<Secret> {
    let text = without_mark(text).trim();
    match text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).count() {
        0 => Err(Failure::config(format!("{place}: expected a secret, found nothing"))),
        1 => Ok(Secret::from(text)),
        lines => Err(Failure::config(format!("{place}: expected a secret on one line, found {lines} lines"))),
    }
}

/// A file with a secret that any user of the machine can read is no place for one.
pub(crate) fn refuse_if_readable_by_others(path: &Path) -> Result<()> {
    let mode = readable_by(path);
    let others = mode & 0o077;
    if others == 0 {
        return Ok(());
    }
    Err(Failure::config(format!(
        "{} holds a secret and can be read by others (mode {mode:03o})",
        path.display()
    ))
    .hint(format!("chmod 600 {}", path.display())))
}

#[cfg(unix)]
fn readable_by(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    // Pipes and devices (process substitution) belong to whoever made them.
    std::fs::metadata(path)
        .ok()
        .filter(std::fs::Metadata::is_file)
        .map_or(0, |meta| meta.permissions().mode() & 0o777)
}

#[cfg(not(unix))]
fn readable_by(_: &Path) -> u32 {
    0
}

fn expand_home(path: &Path) -> std::path::PathBuf {
    match (path.strip_prefix("~"), std::env::home_dir()) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_one_line_without_what_editors_put_around_it() {
        for text in ["secret", "secret\n", "\u{feff}secret\r\n\r\n", "\n secret \n"] {
            assert_eq!(one_line(text, "key").unwrap().expose(), "secret", "{text:?}");
        }
        assert_eq!(one_line("two words", "key").unwrap().expose(), "two words");
        for text in ["secret\nold\n", "secret\rold", "\u{feff}secret\r\nold"] {
            let message = one_line(text, "the file").unwrap_err().message;
            assert_eq!(message, "the file: expected a secret on one line, found 2 lines", "{text:?}");
        }
        for text in ["", "\u{feff}\n"] {
            assert_eq!(one_line(text, "key").unwrap_err().message, "key: expected a secret, found nothing");
        }
    }
}
