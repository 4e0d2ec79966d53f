//! A large call list while it arrives: pieces are pushed into a decoder, rows are dropped as they come.

use mor_api::{AnswerError, Listing, RowDecoder};
use mor_bench::Result;
use mor_bench::answers::List;
use mor_bench::by_hand;
use mor_bench::contest::{Contestant, contest};
use mor_bench::report::Report;
use mor_endpoints::call::{Cdr, UserCalls};

use crate::Options;

/// The pieces in which an answer arrives.
pub(crate) const PIECE: usize = 64 << 10;

/// Takes the rows that are complete and counts them.
pub(crate) fn drain(rows: &mut RowDecoder<Cdr>) -> core::result::Result<u64, AnswerError> {
    let mut count = 0;
    while let Some(row) = rows.next_row() {
        core::hint::black_box(row?);
        count += 1;
    }
    Ok(count)
}

pub(crate) fn streamed(xml: &str) -> core::result::Result<u64, AnswerError> {
    let mut rows = RowDecoder::new(UserCalls::ROWS);
    let mut count = 0;
    for piece in xml.as_bytes().chunks(PIECE) {
        rows.feed(piece);
        count += drain(&mut rows)?;
    }
    rows.finish();
    Ok(count + drain(&mut rows)?)
}

pub(crate) fn run(options: &Options) -> Result<Report> {
    let xml = List::Calls.text(options.rows(), options.seed);
    let count = streamed(&xml)?;
    if count != options.rows() {
        return Err(format!("{count} rows instead of {}", options.rows()).into());
    }
    let times = contest(
        options.long(),
        vec![
            Contestant::new("raw", || by_hand::events(&xml)),
            Contestant::new("streamed", || streamed(&xml)),
        ],
    );
    let mut report = Report::default();
    report.note("stream_speed_of_raw", times.speed("streamed", "raw"));
    report.note("stream_mb_s", f64::from(u32::try_from(xml.len())?) / 1e6 / times.seconds("streamed"));
    Ok(report)
}
