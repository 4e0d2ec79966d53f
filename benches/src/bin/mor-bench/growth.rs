//! Time and peak memory against the number of rows, each point in a process of its own: a process never gives back
//! its peak.

use std::io::{self, BufWriter, Write};
use std::process::Command;
use std::time::Duration;

use mor_api::{Listing, RowDecoder};
use mor_bench::answers::List;
use mor_bench::contest::{processor_time, used_since};
use mor_bench::report::Report;
use mor_bench::{Result, memory};
use mor_endpoints::call::{Cdr, UserCalls};

use crate::{Options, decode, stream};

/// Ways to decode: the answer as it arrives, and the answer as a whole.
const WAYS: [&str; 2] = ["stream", "whole"];

pub(crate) fn run(options: &Options) -> Result<Report> {
    let most = if options.quick { 10_000 } else { 1_000_000 };
    let counts: Vec<u32> =
        [100, 1_000, 10_000, 100_000, 1_000_000].into_iter().filter(|rows| *rows <= most).collect();
    let mut report = Report::default();
    for way in WAYS {
        let mut seconds = Vec::new();
        let mut mib = Vec::new();
        for &rows in &counts {
            let (time, peak) = measure(way, rows)?;
            seconds.push((f64::from(rows), time));
            mib.push((f64::from(rows), peak));
        }
        let largest = mib.iter().map(|(_, peak)| *peak).fold(0.0, f64::max);
        report.points(&format!("growth_seconds_{way}"), &seconds);
        report.points(&format!("growth_mib_{way}"), &mib);
        report.note(&format!("growth_largest_mib_{way}"), largest);
    }
    Ok(report)
}

/// The best time and the largest peak of three processes.
fn measure(way: &str, rows: u32) -> Result<(f64, f64)> {
    let mut best = (f64::INFINITY, 0.0_f64);
    for _ in 0..3 {
        let output =
            Command::new(std::env::current_exe()?).args(["growth-of", way, &rows.to_string()]).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        let figures: serde_json::Value = serde_json::from_slice(&output.stdout)?;
        let figure =
            |name: &str| figures.get(name).and_then(serde_json::Value::as_f64).ok_or("a figure is missing");
        best = (best.0.min(figure("seconds")?), best.1.max(figure("mib")?));
    }
    Ok(best)
}

/// One point, measured in this process.
pub(crate) fn point(way: &str, rows: u64) -> Result<Report> {
    let before = memory::peak()?;
    let (count, took) = match way {
        "stream" => streamed(rows)?,
        "whole" => whole(rows)?,
        _ => return Err("no such way to decode".into()),
    };
    if count != rows {
        return Err(format!("{count} rows instead of {rows}").into());
    }
    let mut report = Report::default();
    report.note("seconds", took.as_secs_f64());
    #[expect(clippy::cast_precision_loss, reason = "a chart is not that precise")]
    report.note("mib", (memory::peak()? - before) as f64 / f64::from(1 << 20));
    Ok(report)
}

/// The answer is made while it is decoded: it is never in memory. Only decoding is timed.
fn streamed(rows: u64) -> Result<(u64, Duration)> {
    let feeder = Feeder { rows: RowDecoder::new(UserCalls::ROWS), count: 0, took: Duration::ZERO };
    let mut pieces = BufWriter::with_capacity(stream::PIECE, feeder);
    List::Calls.write(rows, 1, &mut pieces)?;
    let mut feeder = pieces.into_inner().map_err(io::IntoInnerError::into_error)?;
    feeder.rows.finish();
    let rest = stream::drain(&mut feeder.rows)?;
    Ok((feeder.count + rest, feeder.took))
}

/// Decodes what is written to it.
struct Feeder {
    rows: RowDecoder<Cdr>,
    count: u64,
    took: Duration,
}

impl Write for Feeder {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let start = processor_time();
        self.rows.feed(bytes);
        self.count += stream::drain(&mut self.rows).map_err(io::Error::other)?;
        self.took += used_since(start);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn whole(rows: u64) -> Result<(u64, Duration)> {
    let xml = List::Calls.text(rows, 1);
    let start = processor_time();
    let calls = decode::typed(&xml).ok_or("the answer is not decoded")?;
    Ok((calls.calls.len() as u64, used_since(start)))
}
