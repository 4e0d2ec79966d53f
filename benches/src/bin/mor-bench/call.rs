//! Whole calls over loopback: one after the other, and many at once.

use core::cell::Cell;
use std::time::{Duration, Instant};

use mor_api::{CallOptions, Client, ClientBuilder, Credentials};
use mor_bench::answers::List;
use mor_bench::contest::{Contestant, Length, contest, median};
use mor_bench::report::Report;
use mor_bench::requests::{KEY, USERNAME};
use mor_bench::{Result, by_hand};
use mor_endpoints::CampaignId;
use mor_endpoints::autodialer::AutodialerGetCampaignIvrPollResults;
use mor_endpoints::did::DidsGet;
use tokio::runtime::Runtime;

use crate::Options;
use crate::serve::{Server, pin};

/// What bare reqwest sends: the same as the framework does.
struct Bare {
    url: String,
    content_type: String,
    body: String,
}

impl Bare {
    fn of(endpoint: &DidsGet, server: &Server) -> Result<Self> {
        let credentials = Credentials::new(USERNAME).with_key(KEY);
        let request =
            mor_api::Server::new(&server.url)?.prepare(endpoint, &credentials, &CallOptions::default())?;
        let content_type = request.content_type().ok_or("no body")?.to_owned();
        Ok(Self {
            url: request.url().to_owned(),
            content_type,
            body: String::from_utf8(request.read_body()?)?,
        })
    }
}

fn builder(server: &Server) -> ClientBuilder {
    Client::builder(&server.url).username(USERNAME).api_key(KEY)
}

fn endpoint() -> DidsGet {
    DidsGet::new().search_did_number("37063000001").from(1_u64).max_results(1_u64)
}

/// Calls one after the other over a connection that stays open, all on one core, the server as well: on another one it
/// falls asleep between two requests or not, and waking it takes longer than what is measured.
pub(crate) fn call(options: &Options) -> Result<Report> {
    let answer = List::Dids.text(1, options.seed);
    let server = Server::start(&answer, Duration::ZERO)?;
    let thoughtful = Server::start(&answer, Duration::from_millis(1))?;
    pin()?;
    let mut report = Report::default();
    asynchronous(&server, options, &mut report)?;
    blocking(&server, options, &mut report)?;
    with_work(&thoughtful, options, &mut report)?;
    Ok(report)
}

fn length(options: &Options) -> Length {
    Length::new(
        if options.quick { 9 } else { 61 },
        Duration::from_millis(if options.quick { 20 } else { 50 }),
    )
}

fn asynchronous(server: &Server, options: &Options, report: &mut Report) -> Result<()> {
    let calls = Calls::to(server)?;
    let times = contest(
        length(options),
        vec![
            Contestant::timed("bare", |times| calls.time(times, || send_bare(&calls.http, &calls.bare))),
            Contestant::timed("bare with events", |times| {
                calls.time(times, || read_bare(&calls.http, &calls.bare))
            }),
            Contestant::timed("call", |times| calls.time(times, || calls.client.send(&calls.endpoint))),
        ],
    );
    none_lost(calls.lost.get())?;
    report.note("call_time_of_bare", times.ratio("call", "bare"));
    report.note("call_time_of_bare_with_events", times.ratio("call", "bare with events"));
    report.note("bare_with_events_of_bare", times.ratio("bare with events", "bare"));
    report.note("call_us", times.seconds("call") * 1e6);
    report.note("call_us_bare", times.seconds("bare") * 1e6);
    Ok(())
}

/// The same calls of a server that takes a millisecond for each.
fn with_work(server: &Server, options: &Options, report: &mut Report) -> Result<()> {
    let calls = Calls::to(server)?;
    let times = contest(
        length(options),
        vec![
            Contestant::timed("bare", |times| calls.time(times, || send_bare(&calls.http, &calls.bare))),
            Contestant::timed("call", |times| calls.time(times, || calls.client.send(&calls.endpoint))),
        ],
    );
    none_lost(calls.lost.get())?;
    report.note("call_time_of_bare_with_work", times.ratio("call", "bare"));
    Ok(())
}

/// Both ways to call a server, asynchronously.
struct Calls {
    runtime: Runtime,
    endpoint: DidsGet,
    bare: Bare,
    http: reqwest::Client,
    client: Client,
    /// How many calls have failed.
    lost: Cell<u32>,
}

impl Calls {
    fn to(server: &Server) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let endpoint = endpoint();
        let bare = Bare::of(&endpoint, server)?;
        let (http, client) = (reqwest::Client::new(), builder(server).build()?);
        if runtime.block_on(client.send(&endpoint))?.dids.len() != 1 {
            return Err("not one row".into());
        }
        Ok(Self { runtime, endpoint, bare, http, client, lost: Cell::new(0) })
    }

    /// How long so many calls take, one after the other.
    fn time<T, E>(&self, times: u32, call: impl AsyncFn() -> core::result::Result<T, E>) -> Duration {
        let start = Instant::now();
        self.runtime.block_on(async {
            for _ in 0..times {
                self.lost.set(self.lost.get() + u32::from(core::hint::black_box(call().await).is_err()));
            }
        });
        start.elapsed()
    }
}

async fn send_bare(http: &reqwest::Client, bare: &Bare) -> reqwest::Result<()> {
    let request = http.post(&bare.url).header("content-type", &bare.content_type).body(bare.body.clone());
    core::hint::black_box(request.send().await?.bytes().await?);
    Ok(())
}

/// The least that anyone needs who looks at the answer.
async fn read_bare(http: &reqwest::Client, bare: &Bare) -> Result<()> {
    let request = http.post(&bare.url).header("content-type", &bare.content_type).body(bare.body.clone());
    let answer = request.send().await?.text().await?;
    core::hint::black_box(by_hand::events(&answer)?);
    Ok(())
}

fn blocking(server: &Server, options: &Options, report: &mut Report) -> Result<()> {
    let endpoint = endpoint();
    let bare = Bare::of(&endpoint, server)?;
    let (http, client) = (reqwest::blocking::Client::new(), builder(server).build_blocking()?);
    client.send(&endpoint)?;
    let mut lost = 0;
    let times = contest(
        length(options),
        vec![
            Contestant::timed("bare", |times| {
                let start = Instant::now();
                for _ in 0..times {
                    let request = http
                        .post(&bare.url)
                        .header("content-type", &bare.content_type)
                        .body(bare.body.clone());
                    let answer = request.send().and_then(reqwest::blocking::Response::bytes);
                    lost += u32::from(core::hint::black_box(answer).is_err());
                }
                start.elapsed()
            }),
            Contestant::timed("call", |times| {
                let start = Instant::now();
                for _ in 0..times {
                    core::hint::black_box(client.send(&endpoint).is_ok());
                }
                start.elapsed()
            }),
        ],
    );
    none_lost(lost)?;
    report.note("blocking_call_time_of_bare", times.ratio("call", "bare"));
    report.note("blocking_call_us", times.seconds("call") * 1e6);
    report.note("blocking_call_us_bare", times.seconds("bare") * 1e6);
    Ok(())
}

fn none_lost(lost: u32) -> Result<()> {
    if lost > 0 { Err(format!("{lost} calls failed").into()) } else { Ok(()) }
}

/// 1,000 campaigns from a server that takes 20 ms for each, 16 at a time.
pub(crate) fn bulk(options: &Options) -> Result<Report> {
    const DELAY: Duration = Duration::from_millis(20);
    const AT_ONCE: u8 = 16;
    let campaigns = if options.quick { 160 } else { 1_000 };
    let server = Server::start(include_str!("poll_results.xml"), DELAY)?;
    let client = builder(&server).build()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let ideal = DELAY.as_secs_f64() * f64::from(campaigns) / f64::from(AT_ONCE);
    let mut ratios = Vec::new();
    for _ in 0..if options.quick { 1 } else { 5 } {
        let start = Instant::now();
        let answered = runtime.block_on(all(&client, campaigns, AT_ONCE.into()));
        if answered != campaigns as usize {
            return Err(format!("{answered} of {campaigns} campaigns answered").into());
        }
        ratios.push(start.elapsed().as_secs_f64() / ideal);
    }
    let mut report = Report::default();
    report.note("bulk_time_of_ideal", median(ratios));
    Ok(report)
}

async fn all(client: &Client, campaigns: u32, at_once: usize) -> usize {
    let requests = (1..=campaigns).map(|id| AutodialerGetCampaignIvrPollResults::new(CampaignId(id.into())));
    let answers = client.send_all(requests).concurrency(at_once).collect().await;
    answers.iter().filter(|answer| answer.is_ok()).count()
}
