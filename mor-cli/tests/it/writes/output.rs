//! Where the answer goes is checked before anything is sent, and the answer of a change is never lost.

use mor_sim::Simulator;
use tempfile::TempDir;

use crate::support::{POLL, run};
use crate::writes::{PAY, and, booked, with};

#[test]
fn nothing_is_sent_for_a_file_that_cannot_be_written() {
    let (simulator, directory) = (Simulator::start().unwrap(), TempDir::new().unwrap());
    let at = |name: &str| directory.path().join(name).display().to_string();
    std::fs::write(at("file"), "mine").unwrap();
    let long = at(&"x".repeat(300));
    let outputs = [
        at("missing/x.json"),
        at("."),
        at("missing/"),
        at("file/x.json"),
        format!("{}/..", at("missing")),
        long,
    ];
    for output in &outputs {
        let run = run(&mut with(&simulator), &and(&PAY, &["-o", output]));
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{output}: {run:?}");
        assert!(run.err.contains("--output: cannot write"), "{run:?}");
    }
    for command in [
        and(&["call", "--raw", "brand_new", "id=1", "--yes"], &["-o", &outputs[0]]),
        and(&["call", POLL, "id=2"], &["-o", &outputs[0]]),
        and(&["poll-results", "2"], &["-o", &outputs[0]]),
        and(&["balance"], &["-o", &outputs[0]]),
        and(&["doctor"], &["-o", &outputs[0]]),
    ] {
        run(&mut with(&simulator), &command).fails(2, &["--output: cannot write"]);
    }
    assert!(simulator.requests().is_empty());
    assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 1, "nothing is left behind");
}

#[test]
fn a_change_is_written_to_a_file_or_standard_output() {
    let (simulator, directory) = (Simulator::start().unwrap(), TempDir::new().unwrap());
    let file = directory.path().join("answer.json").display().to_string();
    assert_eq!(run(&mut with(&simulator), &and(&PAY, &["-o", &file])).ok(), "");
    let written = std::fs::read_to_string(&file).unwrap();
    assert_eq!(run(&mut with(&simulator), &PAY).ok(), written.replace("27", "28"));
    assert_eq!(booked(&simulator), 2);
}

#[cfg(target_os = "linux")]
mod on_linux {
    use std::process::{Command, Output, Stdio};
    use std::time::Duration;

    use mor_sim::Fault;

    use super::*;

    /// `mor` in a shell, where standard output can be anything.
    fn shell(simulator: &Simulator, redirection: &str) -> Output {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("exec \"$0\" \"$@\" {redirection}")]);
        command.arg(assert_cmd::cargo::cargo_bin("mor")).args(PAY);
        command.env("MOR_URL", simulator.url()).env("MOR_USERNAME", "admin").env("MOR_API_KEY", "secret");
        command.output().unwrap()
    }

    fn err(output: &Output) -> String {
        String::from_utf8(output.stderr.clone()).unwrap()
    }

    #[test]
    fn nothing_is_sent_for_a_full_device_or_an_output_that_is_an_input() {
        let simulator = Simulator::start().unwrap();
        for redirection in [">/dev/full", "-o /dev/full", "1</dev/null", "-o /proc/answer.json"] {
            let output = shell(&simulator, redirection);
            assert_eq!(output.status.code(), Some(2), "{redirection}: {}", err(&output));
            assert!(err(&output).contains("cannot write") || err(&output).contains("nothing was sent"));
        }
        assert!(simulator.requests().is_empty());
    }

    #[test]
    fn the_answer_goes_to_standard_error_where_standard_output_is_closed() {
        let simulator = Simulator::start().unwrap();
        let output = shell(&simulator, ">&-");
        assert_eq!((output.status.code(), booked(&simulator)), (Some(0), 1), "{}", err(&output));
        assert!(err(&output).contains("\"balance\": \"27"), "{}", err(&output));
        let output = shell(&simulator, ">/dev/null");
        assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""));
    }

    #[test]
    fn nothing_is_sent_where_both_streams_are_closed() {
        let simulator = Simulator::start().unwrap();
        let output = shell(&simulator, ">&- 2>&-");
        assert_eq!((output.status.code(), booked(&simulator)), (Some(2), 0));
    }

    #[test]
    fn nothing_is_sent_for_a_missing_folder_or_a_link_to_nothing() {
        let (simulator, directory) = (Simulator::start().unwrap(), TempDir::new().unwrap());
        let place = |name: &str| directory.path().join(name);
        std::os::unix::fs::symlink(place("nothing"), place("link")).unwrap();
        let folder = place("missing").display().to_string();
        for (name, problem) in [
            ("missing/answer.json", format!("there is no folder {folder}\n")),
            ("link", "it is a link to a file that does not exist\n".to_owned()),
        ] {
            let output =
                child(&simulator, &["-o", place(name).to_str().unwrap()]).wait_with_output().unwrap();
            assert_eq!(output.status.code(), Some(2));
            assert!(err(&output).ends_with(&problem), "{}", err(&output));
        }
        assert!(simulator.requests().is_empty() && place("link").is_symlink());
    }

    #[test]
    fn a_file_has_the_permissions_of_any_new_file_or_of_the_one_it_replaces() {
        use std::os::unix::fs::PermissionsExt as _;
        let (simulator, directory) = (Simulator::start().unwrap(), TempDir::new().unwrap());
        let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
        let (answer, other) = (directory.path().join("answer.json"), directory.path().join("other"));
        let write = || child(&simulator, &["-o", answer.to_str().unwrap()]).wait_with_output().unwrap();
        assert!(write().status.success());
        std::fs::write(&other, "").unwrap();
        assert_eq!(mode(&answer), mode(&other));
        std::fs::set_permissions(&answer, std::fs::Permissions::from_mode(0o640)).unwrap();
        assert!(write().status.success());
        assert_eq!(mode(&answer), 0o640);
    }

    fn child(simulator: &Simulator, more: &[&str]) -> std::process::Child {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("mor"));
        command.env("MOR_URL", simulator.url()).env("MOR_USERNAME", "admin").env("MOR_API_KEY", "secret");
        command.args(and(&PAY, more)).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    #[track_caller]
    fn assert_shown(output: &Output) {
        let err = err(output);
        assert_eq!(output.status.code(), Some(11), "{err}");
        for text in ["\"balance\": \"27", "could not be written to", "do not repeat the call"] {
            assert!(err.contains(text), "{text} is not in {err}");
        }
    }

    #[test]
    fn the_answer_goes_to_standard_error_if_the_reader_is_gone() {
        let simulator = Simulator::start().unwrap();
        simulator.on("user_balance_update").fail(Fault::Delay(Duration::from_millis(300)));
        let mut child = child(&simulator, &[]);
        drop(child.stdout.take());
        assert_shown(&child.wait_with_output().unwrap());
        assert_eq!(booked(&simulator), 1);
    }

    #[test]
    fn the_answer_goes_to_standard_error_if_the_folder_was_removed_during_the_call() {
        let (simulator, directory) = (Simulator::start().unwrap(), TempDir::new().unwrap());
        simulator.on("user_balance_update").fail(Fault::Delay(Duration::from_millis(500)));
        let folder = directory.path().join("reports");
        std::fs::create_dir(&folder).unwrap();
        let child = child(&simulator, &["-o", folder.join("answer.json").to_str().unwrap()]);
        while simulator.requests().is_empty() {
            std::thread::sleep(Duration::from_millis(5));
        }
        std::fs::remove_dir_all(&folder).unwrap();
        assert_shown(&child.wait_with_output().unwrap());
        assert_eq!(booked(&simulator), 1);
    }

    #[test]
    fn a_reader_that_goes_away_from_a_list_is_no_failure() {
        let simulator = Simulator::start().unwrap();
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("mor"));
        command.env("MOR_URL", simulator.url()).env("MOR_USERNAME", "admin").env("MOR_API_KEY", "secret");
        simulator.on(POLL).fail(Fault::Delay(Duration::from_millis(300)));
        let mut child = command.args(["call", POLL, "id=2"]).stdout(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        assert!(child.wait().unwrap().success());
    }
}
