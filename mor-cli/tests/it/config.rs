//! Where settings come from: profiles, environment, flags, in this order; and that secrets are kept.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // in helpers of the tests

use crate::support::{POLL, bare, chmod, file, mor, run};
use mor_sim::Simulator;
use tempfile::TempDir;

fn profile(simulator: &Simulator, secret: &str) -> String {
    format!("[profiles.main]\nurl = \"{}\"\nusername = \"some_user\"\n{secret}\n", simulator.url())
}

#[test]
fn a_profile_is_enough() {
    let (simulator, directory) = (Simulator::start().unwrap(), TempDir::new().unwrap());
    std::fs::create_dir(directory.path().join("mor")).unwrap();
    file(&directory, "mor/config.toml", profile(&simulator, "api_key = \"secret\""), 0o600);
    let xdg = directory.path();
    run(bare().env("XDG_CONFIG_HOME", xdg), &["call", POLL, "id=2"]).ok();
    // The environment goes before the profile, and flags before the environment.
    run(bare().env("XDG_CONFIG_HOME", xdg).env("MOR_API_KEY", "wrong1"), &["call", POLL, "id=2"])
        .fails(4, &[]);
    let key = file(&directory, "key", "secret\n", 0o600);
    let flags = ["call", POLL, "id=2", "--api-key-file", key.to_str().unwrap()];
    run(bare().env("XDG_CONFIG_HOME", xdg).env("MOR_API_KEY", "wrong1"), &flags).ok();
    run(bare().env("XDG_CONFIG_HOME", xdg), &["call", POLL, "id=2", "--username", "nobody"]).fails(4, &[]);
    let off = run(bare().env("XDG_CONFIG_HOME", xdg), &["--profile", "mian", "call", POLL, "id=2"]);
    off.fails(3, &["`mian`", "did you mean `main`?"]);
}

#[cfg(unix)]
#[test]
fn a_key_that_others_can_read_is_refused() {
    let (simulator, directory) = (Simulator::start().unwrap(), TempDir::new().unwrap());
    let config = file(&directory, "config.toml", profile(&simulator, "api_key = \"secret\""), 0o644);
    let arguments = ["--config", config.to_str().unwrap(), "call", POLL, "id=2"];
    run(&mut bare(), &arguments).fails(3, &["can be read by others (mode 644)", "chmod 600"]);
    chmod(&config, 0o600);
    run(&mut bare(), &arguments).ok();

    let key = file(&directory, "key", "secret\n", 0o644);
    let config =
        file(&directory, "with-file.toml", profile(&simulator, &format!("api_key_file = {key:?}")), 0o644);
    let arguments = ["--config", config.to_str().unwrap(), "call", POLL, "id=2"];
    run(&mut bare(), &arguments).fails(3, &["api_key_file", "mode 644"]);
    chmod(&key, 0o640);
    assert!(run(&mut bare(), &arguments).err.contains("can be read by its group"));
    chmod(&key, 0o400);
    assert_eq!(run(&mut bare(), &arguments).err, "");
}

#[test]
fn a_file_with_a_secret_holds_one_line_with_or_without_a_byte_order_mark() {
    let (simulator, directory) = (Simulator::start().unwrap(), TempDir::new().unwrap());
    let mark = file(&directory, "mark", "\u{feff}secret\r\n", 0o600);
    let two = file(&directory, "two", "secret\nold\n", 0o600);
    let server = |command: &mut assert_cmd::Command| {
        command.env("MOR_URL", simulator.url()).env("MOR_USERNAME", "some_user");
    };
    let call = |option: &str, path: &std::path::Path| {
        let mut command = bare();
        server(&mut command);
        run(&mut command, &["call", POLL, "id=2", option, path.to_str().unwrap()])
    };
    call("--api-key-file", &mark).ok();
    let lines = format!("{}: expected a secret on one line, found 2 lines", two.display());
    call("--api-key-file", &two).fails(3, &[&format!("--api-key-file: {lines}")]);
    let mut command = bare();
    server(&mut command);
    run(command.env("MOR_API_KEY", "secret\r\n"), &["call", POLL, "id=2"]).ok();
    let mut command = bare();
    server(&mut command);
    run(command.env("MOR_API_KEY", "secret\nold"), &["call", POLL, "id=2"])
        .fails(3, &["MOR_API_KEY: expected a secret on one line, found 2 lines"]);
    let password = ["explain", "user_login", "--unsigned", "--password-file", two.to_str().unwrap()];
    mor(&password).fails(3, &[&format!("--password-file: {lines}")]);

    let config = |content: String| file(&directory, "config.toml", content, 0o600);
    let path = config(format!("\u{feff}{}", profile(&simulator, "api_key = \"secret\"")));
    run(&mut bare(), &["--config", path.to_str().unwrap(), "call", POLL, "id=2"]).ok();
    let path = config(profile(&simulator, "api_key = \"secret\\nold\""));
    run(&mut bare(), &["--config", path.to_str().unwrap(), "call", POLL, "id=2"])
        .fails(3, &["api_key: expected a secret on one line, found 2 lines"]);
    assert_eq!(simulator.requests().len(), 3);
}

#[test]
fn a_key_from_a_command() {
    let simulator = Simulator::start().unwrap();
    let mut command = bare();
    command.env("MOR_URL", simulator.url()).env("MOR_USERNAME", "some_user");
    run(&mut command, &["call", POLL, "id=2", "--api-key-command", "echo secret"]).ok();
    let mut command = bare();
    command.env("MOR_URL", simulator.url()).env("MOR_USERNAME", "some_user");
    run(&mut command, &["call", POLL, "id=2", "--api-key-command", "exit 3"])
        .fails(3, &["--api-key-command", "failed"]);
    let mut command = bare();
    command.env("MOR_URL", simulator.url()).env("MOR_USERNAME", "some_user");
    run(&mut command, &["call", POLL, "id=2", "--api-key-file", "/nonexistent"])
        .fails(3, &["--api-key-file", "/nonexistent"]);
}

#[test]
fn mistakes_in_the_file_are_named_without_its_secrets() {
    let directory = TempDir::new().unwrap();
    let broken = |content: &str, texts: &[&str]| {
        let path = file(&directory, "config.toml", content, 0o600);
        let run =
            run(&mut bare(), &["--config", path.to_str().unwrap(), "call", POLL, "id=2"]).fails(3, texts);
        assert!(!run.err.contains("sesame"), "{}", run.err);
    };
    broken("[profiles.a]\nurl = \"x\"\napi_kye = \"sesame\"\n", &["line 3", "api_kye"]);
    broken("[profiles.a]\napi_key = \"sesame\n", &["line 2"]);
    broken("[profiles.a]\n[profiles.b]\n", &["several profiles (a, b)"]);
    broken("default_profile = \"c\"\n[profiles.a]\n", &["there is no profile `c`"]);
    broken(
        "[profiles.a]\nurl = \"https://bob:sesame@a.example\"\nusername = \"a\"\napi_key = \"sesame\"\n",
        &["must not hold a username"],
    );
    run(&mut bare(), &["--config", "/nonexistent", "call", POLL, "id=2"]).fails(3, &["/nonexistent"]);
}

#[test]
fn the_demo_needs_nothing_and_takes_user_and_key() {
    run(&mut bare(), &["--demo", "call", POLL, "id=2"]).ok();
    let mut reseller = bare();
    reseller.env("MOR_USERNAME", "user_reseller").env("MOR_API_KEY", "abcdefghijkl");
    assert!(run(&mut reseller, &["--demo", "poll-results", "6"]).ok().contains("3333"));
    run(&mut bare(), &["--demo", "--url", "https://a.example", "functions"]).fails(2, &["--demo", "--url"]);
}
