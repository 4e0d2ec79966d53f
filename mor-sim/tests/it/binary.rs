//! The program.

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    process::{Command, Output, Stdio},
};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_mor-sim")).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn it_prints_where_it_listens_and_who_may_call() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_mor-sim"))
        .args(["--port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines: Vec<String> =
        BufReader::new(program.stdout.take().unwrap()).lines().take(8).map(Result::unwrap).collect();
    let address = lines[0].strip_prefix("Listening on http://").unwrap();
    assert!(std::net::TcpStream::connect(address).is_ok(), "{address}");
    assert_eq!(lines[6], "  u=user_reseller (User of reseller)");
    program.kill().unwrap();
    program.wait().unwrap();
}

#[test]
fn help_and_version_go_to_the_standard_output() {
    assert!(text(&run(&["--help"]).stdout).contains("Usage: mor-sim [--port N] [--seed FILE]"));
    assert_eq!(text(&run(&["--version"]).stdout), concat!("mor-sim ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn usage_errors_end_with_code_2_and_name_the_argument() {
    for (arguments, named) in
        [(&["--prot", "1"][..], "--prot"), (&["--port", "x"], "\"x\""), (&["extra"], "extra")]
    {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(named), "{}", text(&output.stderr));
    }
}

#[test]
fn a_recording_with_a_misspelt_function_is_named() {
    let path = env::temp_dir().join(format!("mor-sim-replay-{}.toml", std::process::id()));
    fs::write(&path, "[[exchange]]\nfunction = 'users_gte'\nbody = ''\n").unwrap();
    let output = run(&["--replay", path.to_str().unwrap()]);
    fs::remove_file(&path).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stderr),
        "mor-sim: --replay: recording: there is no function `users_gte`; did you mean `users_get`?\n"
    );
}

#[test]
fn a_bad_seed_file_is_named_with_the_line() {
    let path = env::temp_dir().join(format!("mor-sim-seed-{}.toml", std::process::id()));
    fs::write(&path, "[[account]]\nid = 0\nusername = 'admin'\nrole = 'king'\n").unwrap();
    let output = run(&["--seed", path.to_str().unwrap()]);
    fs::remove_file(&path).unwrap();
    assert_eq!(output.status.code(), Some(1));
    let message = text(&output.stderr);
    assert!(
        message.contains("mor-sim-seed-") && message.contains("line 4") && message.contains("king"),
        "{message}"
    );
    assert!(text(&run(&["--seed", "/nonexistent.toml"]).stderr).contains("cannot read /nonexistent.toml"));
}
