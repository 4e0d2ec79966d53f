//! Exports from a simulator, stopped wherever they can be stopped.

mod changed;
mod content;
mod previous;
mod refused;
mod retries;
mod stopped;
#[path = "../../tests/support/mod.rs"]
mod support;

use std::cell::Cell;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use mor_api::RetryPolicy;
use mor_sim::Simulator;

use self::support::{HOUR, START, client, time};
use crate::{Export, ExportError, Format, Summary};

thread_local! {
    /// How many writes still succeed.
    static WRITES_LEFT: Cell<Option<u32>> = const { Cell::new(None) };
}

/// Fails when the test has ordered that; from then on everything fails, as if the process were gone.
pub(crate) fn fail_point() -> io::Result<()> {
    match WRITES_LEFT.get() {
        None => Ok(()),
        Some(0) => Err(io::Error::other("the disk was pulled out")),
        Some(left) => {
            WRITES_LEFT.set(Some(left - 1));
            Ok(())
        }
    }
}

/// All formats there are.
fn formats() -> Vec<Format> {
    vec![
        Format::Csv,
        Format::JsonLines,
        #[cfg(feature = "parquet")]
        Format::Parquet,
    ]
}

/// Where a format's calls are, in this folder.
fn out(format: Format, folder: &Path) -> PathBuf {
    folder.join(match format {
        Format::Csv => "calls.csv",
        Format::JsonLines => "calls.jsonl",
        #[cfg(feature = "parquet")]
        Format::Parquet => "calls",
    })
}

fn export(simulator: &Simulator, hours: i64, format: Format, folder: &Path) -> Export {
    let (from, till) = (time(START), time(START + hours * HOUR));
    Export::calls(client(&simulator.url()), from, till, format, out(format, folder))
        .retries(RetryPolicy { base_delay: Duration::from_millis(1), ..crate::RETRIES })
}

async fn run(export: &Export) -> Result<Summary, ExportError> {
    export.run(&mut |_| ()).await
}
