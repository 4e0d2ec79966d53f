//! A switch with calls, some of them on the very seconds where windows meet.
#![allow(dead_code, reason = "no test crate uses all of it")]
#![allow(clippy::unwrap_used, reason = "it is a part of tests")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::DateTime;
use mor_api::Client;
use mor_sim::{Answer, Simulator};

pub(crate) const FUNCTION: &str = "user_calls_get";
/// 2021-07-08 19:00 UTC, so that midnight by the server's clock, three hours ahead, lies in the period.
pub(crate) const START: i64 = 1_625_770_800;
pub(crate) const HOUR: i64 = 3600;

pub(crate) fn time(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

/// The same moment by the server's clock.
pub(crate) fn local(second: i64) -> DateTime {
    jiff::tz::Offset::constant(3).to_datetime(time(second))
}

/// When calls started: some at random, and those around each full hour.
pub(crate) fn seconds(hours: i64, every: i64) -> Vec<i64> {
    let regular = (0..hours * HOUR).step_by(usize::try_from(every).unwrap()).map(|second| START + 7 + second);
    let edges = (0..=hours).flat_map(|hour| [-1, 0, 0, 1].map(|second| START + hour * HOUR + second));
    let mut seconds: Vec<i64> = regular.chain(edges).collect();
    seconds.sort_unstable();
    seconds
}

/// A call as the server sends it: each third has values that are hard to write down, others lack columns.
pub(crate) fn row(index: usize, second: i64) -> String {
    let at = local(second);
    let (date, clock) = (at.date(), at.time());
    let rest = match index % 3 {
        0 => "<clid>\"Jürgen, jun.\" &lt;37&gt;\n</clid><user_price>0.123456789012345</user_price>\
              <lega_call_id>a</lega_call_id><originator_codec>b \"c\"</originator_codec>"
            .to_owned(),
        1 => "<clid/><nice_reseller> </nice_reseller><user_price>-1.50</user_price><provider_rate>0</provider_rate>"
            .to_owned(),
        _ => format!("<id>{index}</id><src>=1+1</src><user_id>5</user_id><privacy/><privacy>x</privacy>"),
    };
    format!(
        "<call><calldate2>{date} {clock}</calldate2><timezone>GMT +03:00</timezone><nice_billsec>{index}</nice_billsec>\
         <dispod>ANSWERED(16)</dispod>{rest}<uniqueid>{second}.{index}</uniqueid></call>\n"
    )
}

/// A switch that knows these calls and answers as MOR does: both ends of a period are in it.
pub(crate) fn switch(seconds: Vec<i64>, delay: Duration) -> Simulator {
    let simulator = Simulator::start().unwrap();
    simulator.on(FUNCTION).respond_with(move |request| {
        std::thread::sleep(delay);
        let end = |name: &str| request.param(name).unwrap().parse::<i64>().unwrap();
        let (first, last) = (end("period_start"), end("period_end"));
        let chosen = seconds.iter().enumerate().filter(|(_, second)| (first..=last).contains(*second));
        let rows: String = chosen.map(|(index, second)| row(index, *second)).collect();
        let calls = if rows.is_empty() { rows } else { format!("<calls>\n{rows}</calls>\n") };
        Answer::xml(format!("<?xml version=\"1.0\"?>\n<page>\n<calls_stat>\n{calls}</calls_stat>\n</page>\n"))
    });
    simulator
}

pub(crate) fn client(url: &str) -> Client {
    Client::builder(url).username("admin").api_key("secret").build().unwrap()
}

/// A folder that is removed with this value.
pub(crate) struct Folder(PathBuf);

impl std::ops::Deref for Folder {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// An empty folder of this test, for this process.
pub(crate) fn folder(name: &str) -> Folder {
    let folder = Folder(std::env::temp_dir().join(format!("mor-export-{}-{name}", std::process::id())));
    let _ = std::fs::remove_dir_all(&*folder);
    std::fs::create_dir_all(&*folder).unwrap();
    folder
}

/// All files below a folder, by their paths in it.
pub(crate) fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let content = std::fs::read(&path).unwrap();
                files.insert(path.strip_prefix(folder).unwrap().to_owned(), content);
            }
        }
    }
    files
}
