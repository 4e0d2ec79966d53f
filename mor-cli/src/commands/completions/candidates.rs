//! What a word of a command line may become: names that only the declarations know.

use clap::{Command, CommandFactory as _};
use mor_api::{Kind, Spec};

use crate::cli::Cli;
use crate::params::sentence;

/// A word, and what it means.
type Candidate = (String, String);

/// The candidates for the last of these words; none where clap's own script or the shell knows them.
pub(super) fn of(words: &[String]) -> Vec<Candidate> {
    let Some((current, before)) = words.split_last() else { return Vec::new() };
    let mut root = Cli::command();
    root.build();
    let line = Line::read(&root, before);
    // `--group=a` as `--group a`.
    let attached = current.strip_prefix("--").and_then(|option| option.split_once('='));
    match (line.option.as_deref(), attached) {
        (Some(option), _) => line.option_values(option, current, ""),
        (None, Some((option, value))) => line.option_values(option, value, &format!("--{option}=")),
        (None, None) if current.starts_with('-') => Vec::new(),
        (None, None) => line.positionals_values(current),
    }
}

/// The part of a command line before the word that is being typed.
struct Line<'a> {
    command: &'a str,
    positionals: Vec<&'a str>,
    /// The long name of the option that the word is the value of.
    option: Option<String>,
}

impl<'a> Line<'a> {
    fn read(root: &'a Command, words: &'a [String]) -> Self {
        let mut command = root;
        let mut line = Self { command: "", positionals: Vec::new(), option: None };
        for word in words {
            if line.option.take().is_some() {
                continue;
            }
            if let Some(sub) = command.find_subcommand(word).filter(|_| line.positionals.is_empty()) {
                command = sub;
                line.command = sub.get_name();
            } else if word.starts_with('-') {
                line.option = option_with_value(command, word);
            } else {
                line.positionals.push(word);
            }
        }
        line
    }

    fn function(&self) -> Option<&'static Spec> {
        self.positionals.first().and_then(|name| mor_endpoints::find(name)).map(mor_endpoints::Function::spec)
    }

    fn option_values(&self, option: &str, current: &str, prefix: &str) -> Vec<Candidate> {
        let with_prefix = |(word, meaning)| (format!("{prefix}{word}"), meaning);
        let candidates = match (self.command, option) {
            ("functions", "group") => starting_with(current, groups()),
            ("call" | "explain", "hash") => {
                // The names before the last comma are there already.
                let typed = current.rfind(',').and_then(|comma| current.get(..=comma)).unwrap_or_default();
                let params = self.function().map(|spec| spec.params).unwrap_or_default();
                let names =
                    params.iter().map(|param| (format!("{typed}{}", param.name), sentence(param.doc)));
                starting_with(current, names)
            }
            _ => Vec::new(),
        };
        candidates.into_iter().map(with_prefix).collect()
    }

    fn positionals_values(&self, current: &str) -> Vec<Candidate> {
        match (self.command, self.positionals.as_slice()) {
            ("call" | "describe" | "explain" | "parse" | "verify-hash", []) => {
                starting_with(current, functions())
            }
            ("call" | "explain" | "verify-hash", [_, given @ ..]) => {
                self.function().map(|spec| params(spec, given, current)).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }
}

/// The long name of an option that takes the next word as its value.
fn option_with_value(command: &Command, word: &str) -> Option<String> {
    let option = command.get_arguments().find(|option| match word.strip_prefix("--") {
        Some(long) => option.get_long() == Some(long),
        None => option.get_short().is_some_and(|short| word.ends_with(short)),
    })?;
    if !option.get_action().takes_values() {
        return None;
    }
    option.get_long().map(str::to_owned)
}

fn starting_with(current: &str, candidates: impl Iterator<Item = Candidate>) -> Vec<Candidate> {
    candidates.filter(|(word, _)| word.starts_with(current)).collect()
}

fn functions() -> impl Iterator<Item = Candidate> {
    mor_endpoints::all().iter().flat_map(|spec| {
        let names = std::iter::once(spec.function).chain(spec.aliases.iter().copied());
        names.map(|name| (name.to_owned(), sentence(spec.doc)))
    })
}

fn groups() -> impl Iterator<Item = Candidate> {
    crate::commands::functions::groups().into_iter().map(|group| (group.to_owned(), String::new()))
}

/// Parameters that are not given yet, as `name=`, or the values of the one that is being typed.
fn params(spec: &Spec, given: &[&str], current: &str) -> Vec<Candidate> {
    if let Some((name, _)) = current.split_once('=') {
        let words = spec.param(name).map(|param| values(param.kind)).unwrap_or_default();
        return starting_with(current, words.iter().map(|word| (format!("{name}={word}"), String::new())));
    }
    let is_given = |name: &str| given.iter().any(|pair| pair.split('=').next() == Some(name));
    let names = spec.params.iter().filter(|param| !is_given(param.name));
    starting_with(current, names.map(|param| (format!("{}=", param.name), sentence(param.doc))))
}

fn values(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Flag => &["0", "1"],
        Kind::FlagWord => &["true", "false"],
        other => other.values(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        let line: Vec<String> = line.split(' ').map(str::to_owned).collect();
        of(&line).into_iter().map(|(word, _)| word).collect()
    }

    #[test]
    fn functions_parameters_and_values() {
        assert_eq!(words("call lcr_d"), ["lcr_delete", "lcr_delete_provider"]);
        assert_eq!(words("describe lcrs"), ["lcrs_get"]);
        assert_eq!(
            words("explain autodialer_get_campaign_ivr_poll_results "),
            ["id=", "order_by=", "s_reseller="]
        );
        assert_eq!(words("call -y --tz UTC user_calls_get s_call_t"), ["s_call_type="]);
        assert_eq!(
            words("call user_calls_get s_call_type="),
            ["all", "answered", "no answer", "failed", "busy"].map(|word| format!("s_call_type={word}"))
        );
        assert_eq!(words("call user_calls_get s_call_type=b"), ["s_call_type=busy"]);
        let left = words("verify-hash autodialer_get_campaign_ivr_poll_results id=2 --expect 0 ");
        assert_eq!(left, ["order_by=", "s_reseller="]);
        let described = of(&["call".to_owned(), "lcr_d".to_owned()]);
        assert_eq!(described[0].1, sentence(mor_endpoints::find("lcr_delete").unwrap().spec().doc));
    }

    #[test]
    fn values_of_options() {
        assert_eq!(words("functions --group lc"), ["lcr"]);
        assert_eq!(words("functions -g lc"), ["lcr"]);
        assert_eq!(words("functions --group=lc"), ["--group=lcr"]);
        assert_eq!(words("call user_calls_get --hash s_user,period_s"), ["s_user,period_start"]);
    }

    #[test]
    fn nothing_where_the_shell_knows_better() {
        for line in
            ["", "ca", "call --", "parse lcrs_get ", "call nothing ", "call lcrs_get --output l", "balance u"]
        {
            assert_eq!(words(line), [""; 0], "{line:?}");
        }
        assert!(of(&[]).is_empty());
    }
}
