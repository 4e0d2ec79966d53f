//! The page in a real browser: headless Chromium. Without one the test fails in CI and is skipped elsewhere.

use std::{
    env, fs,
    fs::File,
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use mor_sim::Simulator;

use crate::support::{post, signed};

/// A cold start on a busy machine takes several seconds.
const PATIENCE: Duration = Duration::from_secs(120);

#[test]
fn chromium_shows_the_functions_the_requests_and_the_diagnosis_of_a_refused_hash() {
    let sim = Simulator::start().unwrap();
    let poll = "autodialer_get_campaign_ivr_poll_results";
    post(&sim, poll, &signed("u=some_user&id=2", "2secret"));
    post(
        &sim,
        poll,
        &signed("u=some_user&id=2&%3Cscript%3Edocument.title='hacked'%3C/script%3E=1", "some_user2secret"),
    );

    let Some(dom) = dom(&sim.url()) else { return };
    let text = text(&dom);
    for expected in [
        "MOR simulator",
        "POST autodialer_get_campaign_ivr_poll_results hash accepted",
        "POST autodialer_get_campaign_ivr_poll_results hash refused",
        "What the server hashes Place Parameter As hashed 1 id 2 2 key of admin ***",
        "Diagnosis this is the hash with `u` in front",
        "Answered with status 200: Incorrect hash",
        "&lt;script&gt;document.title='hacked'&lt;/script&gt;=1",
        "users_get reads",
        "older name simple_balance",
    ] {
        assert!(text.contains(expected), "{expected:?} is not in the page: {text}");
    }
    assert!(dom.contains("<title>MOR simulator</title>") && !dom.contains("<script"));
    assert_eq!(sim.requests().len(), 2, "the browser's own requests are not recorded");
}

/// The document as the browser understands it; none if there is no browser.
fn dom(url: &str) -> Option<String> {
    let folder = Scratch::new();
    let out = folder.0.join("dom.html");
    let child = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "--disable-dev-shm-usage"])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
        ])
        .arg(format!("--user-data-dir={}", folder.0.join("profile").display()))
        .arg(url)
        .stdin(Stdio::null())
        .stdout(File::create(&out).unwrap())
        .stderr(Stdio::null())
        .spawn();
    match child {
        Ok(child) => {
            let status = wait(child);
            assert!(status.success(), "chromium: {status}");
            Some(fs::read_to_string(out).unwrap())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            assert!(
                env::var_os("CI").is_none(),
                "there is no chromium; install it: apt-get install chromium"
            );
            // Not `eprintln!`, which the test harness swallows.
            let note = b"SKIPPED: there is no chromium to look at the page with (apt-get install chromium)\n";
            io::stderr().write_all(note).unwrap();
            None
        }
        Err(error) => panic!("chromium: {error}"),
    }
}

fn wait(mut child: Child) -> ExitStatus {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait().unwrap() {
            return status;
        }
        thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    panic!("chromium did not end within {PATIENCE:?}");
}

/// What is between the tags, with every white space made one blank.
fn text(dom: &str) -> String {
    let (_, body) = dom.split_once("<body>").unwrap();
    let texts = body.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    let words: Vec<_> = texts.flat_map(str::split_whitespace).collect();
    words.join(" ")
}

/// A new empty folder, removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("browser-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
