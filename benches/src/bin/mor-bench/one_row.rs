//! An answer with one row: what most calls bring.

use http::{HeaderMap, StatusCode};
use mor_api::decode_answer;
use mor_bench::answers::List;
use mor_bench::contest::{Contestant, contest};
use mor_bench::report::Report;
use mor_bench::{Result, by_hand};
use mor_endpoints::did::DidsGet;

use crate::Options;

pub(crate) fn run(options: &Options) -> Result<Report> {
    let xml = List::Dids.text(1, options.seed);
    let typed = || decode_answer::<DidsGet>(StatusCode::OK, &HeaderMap::new(), xml.as_bytes());
    if typed()?.dids.len() != 1 {
        return Err("not one row".into());
    }
    let times = contest(
        options.short(),
        vec![Contestant::new("raw", || by_hand::events(&xml)), Contestant::new("typed", typed)],
    );
    let mut report = Report::default();
    report.note("one_row_time_of_raw", times.ratio("typed", "raw"));
    report.note("one_row_ns", times.seconds("typed") * 1e9);
    report.note("one_row_ns_raw", times.seconds("raw") * 1e9);
    report.count("one_row_bytes", xml.len() as u64);
    Ok(report)
}
