//! A large call list into typed rows.

use http::{HeaderMap, StatusCode};
use mor_api::{classify, decode_answer};
use mor_bench::Result;
use mor_bench::answers::List;
use mor_bench::contest::{Contestant, contest, processor_time, used_since};
use mor_bench::report::Report;
use mor_bench::{by_hand, serde_way};
use mor_endpoints::call::{UserCalls, UserCallsGet};

use crate::Options;

/// The whole way of an answer, from what an HTTP stack hands over to the rows.
pub(crate) fn typed(xml: &str) -> Option<UserCalls> {
    decode_answer::<UserCallsGet>(StatusCode::OK, &HeaderMap::new(), xml.as_bytes()).ok()
}

pub(crate) fn run(options: &Options) -> Result<Report> {
    let xml = List::Calls.text(options.rows(), options.seed);
    check(&xml, options.rows())?;
    let times = contest(
        options.long(),
        vec![
            Contestant::new("raw", || by_hand::events(&xml)),
            Contestant::without_drop("typed", || typed(&xml)),
            Contestant::without_drop("serde", || serde_way::calls(&xml)),
            Contestant::new("typed and dropped", || typed(&xml)),
            Contestant::new("classified", || {
                classify(StatusCode::OK, &HeaderMap::new(), xml.as_bytes()).is_ok()
            }),
        ],
    );
    let megabytes = f64::from(u32::try_from(xml.len())?) / 1e6;
    let mut report = Report::default();
    report.note("decode_speed_of_raw", times.speed("typed", "raw"));
    report.note("decode_speed_of_serde", times.speed("typed", "serde"));
    report.note("decode_and_drop_speed_of_raw", times.speed("typed and dropped", "raw"));
    report.note("decode_share_of_classifying", times.ratio("classified", "typed"));
    report.note("decode_mb", megabytes);
    for (figure, name) in [("raw", "raw"), ("typed", "typed"), ("serde", "serde")] {
        report.note(&format!("decode_mb_s_{figure}"), megabytes / times.seconds(name));
    }
    Ok(report)
}

/// Decodes a file once, for a comparison with programs in other languages.
pub(crate) fn file(path: &str) -> Result<Report> {
    let xml = std::fs::read_to_string(path)?;
    let start = processor_time();
    let calls = typed(&xml).ok_or("the answer is not decoded")?.calls;
    let took = used_since(start);
    let mut report = Report::default();
    report.note("seconds", took.as_secs_f64());
    report.count("rows", calls.len() as u64);
    Ok(report)
}

/// All ways must do the work before it is said how fast they are.
fn check(xml: &str, rows: u64) -> Result<()> {
    let typed = typed(xml).ok_or("the answer is not decoded")?.calls.len() as u64;
    let serde = serde_way::calls(xml)?.len() as u64;
    if typed != rows || serde != rows {
        return Err(format!("{rows} rows, but {typed} typed ones and {serde} by serde").into());
    }
    by_hand::events(xml)?;
    Ok(())
}
