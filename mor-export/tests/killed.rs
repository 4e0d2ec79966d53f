//! An export whose process is killed at random times.

mod support;

use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use mor_export::{Export, Format};

use crate::support::{HOUR, START, client, files, folder, seconds, switch, time};

const URL: &str = "MOR_TEST_EXPORT_URL";
const OUT: &str = "MOR_TEST_EXPORT_OUT";
const FORMAT: &str = "MOR_TEST_EXPORT_FORMAT";
const HOURS: i64 = 24;

fn formats() -> Vec<(&'static str, Format)> {
    vec![
        ("csv", Format::Csv),
        ("jsonl", Format::JsonLines),
        #[cfg(feature = "parquet")]
        ("parquet", Format::Parquet),
    ]
}

fn export(url: &str, format: Format, out: &str) -> Export {
    Export::calls(client(url), time(START), time(START + HOURS * HOUR), format, out)
}

/// Exports what the other test serves, until it is killed; without it, nothing.
#[tokio::test]
async fn child() {
    let (Ok(url), Ok(out), Ok(format)) = (std::env::var(URL), std::env::var(OUT), std::env::var(FORMAT))
    else {
        return;
    };
    let (_, format) = formats().into_iter().find(|(name, _)| *name == format).unwrap();
    export(&url, format, &out).run(&mut |_| ()).await.unwrap();
}

/// Numbers that are as good as random, and the same in every run of the test.
fn random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

#[tokio::test]
async fn killed_at_random_times_and_resumed_it_is_as_if_it_had_never_been_killed() {
    let simulator = switch(seconds(HOURS, 12), Duration::from_millis(2));
    let (whole, killed) = (folder("whole"), folder("killed"));
    let mut seed = 20_210_708;
    for (name, format) in formats() {
        let whole_out = whole.join(name);
        export(&simulator.url(), format, &whole_out.to_string_lossy()).run(&mut |_| ()).await.unwrap();
        let mut kills = 0;
        loop {
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "child"])
                .envs([(URL, simulator.url().as_str()), (FORMAT, name)])
                .env(OUT, killed.join(name))
                .stdout(Stdio::null())
                .spawn()
                .unwrap();
            // On a machine so busy that nothing comes of this, the next one has more time.
            sleep(Duration::from_millis(20 + random(&mut seed) % (80 + 10 * kills)));
            // On Unix this is SIGKILL; of a process that has ended it is nothing.
            child.kill().unwrap();
            if child.wait().unwrap().success() {
                break;
            }
            kills += 1;
            assert!(kills < 500, "it never ends");
        }
        println!("{name}: killed {kills} times");
        assert!(kills >= 2, "{name}: killed {kills} times only");
        assert_eq!(files(&killed), files(&whole), "{name}");
    }
}
