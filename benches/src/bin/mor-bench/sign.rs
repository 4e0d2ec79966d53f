//! A request on its way out: signed, and prepared whole.

use mor_api::{BodyPart, Hash};
use mor_bench::contest::{Contestant, contest};
use mor_bench::report::Report;
use mor_bench::requests::{KEY, Parts};
use mor_bench::{Result, by_hand};

use crate::Options;

pub(crate) fn sign(options: &Options) -> Result<Report> {
    let Parts { credentials, options: call, payment, .. } = Parts::new()?;
    let signed = || Hash::of_call(&payment, &credentials, &call);
    let expected = by_hand::hash_of_texts(&by_hand::TEXTS, KEY);
    if signed()?.ok_or("no hash")?.as_str().as_bytes() != expected
        || by_hand::hash_of_values(&payment, KEY) != expected
    {
        return Err("the hashes differ".into());
    }
    let texts = core::hint::black_box(by_hand::TEXTS);
    let times = contest(
        options.short(),
        vec![
            Contestant::new("texts", || by_hand::hash_of_texts(&texts, KEY)),
            Contestant::new("values", || by_hand::hash_of_values(&payment, KEY)),
            Contestant::new("signed", signed),
        ],
    );
    let mut report = Report::default();
    report.note("sign_time_of_texts", times.ratio("signed", "texts"));
    report.note("sign_time_of_values", times.ratio("signed", "values"));
    report.note("sign_ns", times.seconds("signed") * 1e9);
    report.note("sign_ns_texts", times.seconds("texts") * 1e9);
    report.note("sign_ns_values", times.seconds("values") * 1e9);
    Ok(report)
}

pub(crate) fn prepare(options: &Options) -> Result<Report> {
    let Parts { server, credentials, options: call, payment } = Parts::new()?;
    let prepared = || server.prepare(&payment, &credentials, &call);
    let request = prepared()?;
    let by_texts = by_hand::request_of_texts(&by_hand::TEXTS, KEY);
    let body = request.body().next();
    if request.url() != by_texts.0
        || body != Some(BodyPart::Bytes(by_texts.1.as_bytes()))
        || by_hand::request_of_values(&payment, KEY) != by_texts
    {
        return Err(format!("the requests differ: {by_texts:?}").into());
    }
    let texts = core::hint::black_box(by_hand::TEXTS);
    let times = contest(
        options.short(),
        vec![
            Contestant::new("texts", || by_hand::request_of_texts(&texts, KEY)),
            Contestant::new("values", || by_hand::request_of_values(&payment, KEY)),
            Contestant::new("prepared", prepared),
        ],
    );
    let mut report = Report::default();
    report.note("prepare_time_of_texts", times.ratio("prepared", "texts"));
    report.note("prepare_time_of_values", times.ratio("prepared", "values"));
    report.note("prepare_ns", times.seconds("prepared") * 1e9);
    report.note("prepare_ns_texts", times.seconds("texts") * 1e9);
    report.note("prepare_ns_values", times.seconds("values") * 1e9);
    Ok(report)
}
