//! Call lists of all shapes, kept and streamed: the worst one counts.

use std::io::Write as _;

use mor_bench::answers::Shape;
use mor_bench::contest::{Contestant, contest};
use mor_bench::report::Report;
use mor_bench::{Result, by_hand};

use crate::Options;
use crate::decode::typed;
use crate::stream::streamed;

/// Writes a call list as real servers send it: with caller IDs that are escaped, and an element that is not declared.
pub(crate) fn write(options: &Options) -> Result<()> {
    let shape = Shape { compact: false, escaped: true, alternating: false, undeclared: true };
    Ok(std::io::stdout().write_all(shape.text(options.rows(), options.seed).as_bytes())?)
}

pub(crate) fn run(options: &Options) -> Result<Report> {
    let rows = options.rows() / 5;
    let mut report = Report::default();
    let (mut worst_kept, mut worst_streamed) = (f64::INFINITY, f64::INFINITY);
    for shape in Shape::all() {
        let xml = shape.text(rows, options.seed);
        let kept = typed(&xml).map(|calls| calls.calls.len() as u64);
        if kept != Some(rows) || streamed(&xml)? != rows {
            return Err(format!("{shape}: {kept:?} rows instead of {rows}").into());
        }
        let times = contest(
            options.long(),
            vec![
                Contestant::new("raw", || by_hand::events(&xml)),
                Contestant::without_drop("typed", || typed(&xml)),
                Contestant::new("streamed", || streamed(&xml)),
            ],
        );
        let (kept, streamed) = (times.speed("typed", "raw"), times.speed("streamed", "raw"));
        report.note(&format!("decode_of_raw_{shape}"), kept);
        report.note(&format!("stream_of_raw_{shape}"), streamed);
        worst_kept = worst_kept.min(kept);
        worst_streamed = worst_streamed.min(streamed);
    }
    report.note("decode_of_raw_worst", worst_kept);
    report.note("stream_of_raw_worst", worst_streamed);
    Ok(report)
}
