//! Counts heap allocations and prints them as JSON. A program of its own: counting takes time.

use std::alloc::System;

use http::{HeaderMap, StatusCode};
use mor_api::{Hash, decode_answer};
use mor_bench::Result;
use mor_bench::answers::List;
use mor_bench::report::Report;
use mor_bench::requests::Parts;
use mor_endpoints::did::{Did, DidStatus, DidsGet};
use stats_alloc::{Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: StatsAlloc<System> = StatsAlloc::system();

/// Allocations, growing ones included, while `work` runs; what it returns is dropped afterwards.
fn allocations<T>(work: impl FnOnce() -> T) -> (u64, T) {
    let region = Region::new(&ALLOCATOR);
    let result = work();
    let stats = region.change();
    ((stats.allocations + stats.reallocations) as u64, result)
}

fn main() -> Result<()> {
    let mut report = Report::default();
    let Parts { server, credentials, options, payment } = Parts::new()?;

    let (count, hash) = allocations(|| Hash::of_call(&payment, &credentials, &options));
    hash?.ok_or("no hash")?;
    report.count("sign_allocations", count);

    let (count, request) = allocations(|| server.prepare(&payment, &credentials, &options));
    request?;
    report.count("prepare_allocations", count);

    let xml = List::Dids.text(1, 1);
    let (count, dids) =
        allocations(|| decode_answer::<DidsGet>(StatusCode::OK, &HeaderMap::new(), xml.as_bytes()));
    let strings = dids?.dids.iter().map(owned_strings).sum::<u64>();
    report.count("one_row_allocations", count);
    report.count("one_row_strings", strings);
    report.count("one_row_allocations_beside_strings", count.saturating_sub(strings));

    println!("{}", report.to_json());
    Ok(())
}

/// The texts that a row owns.
fn owned_strings(did: &Did) -> u64 {
    let options = [
        &did.provider,
        &did.language,
        &did.reseller,
        &did.owner,
        &did.device,
        &did.dial_plan,
        &did.comment,
        &did.tone_zone,
    ];
    let others = 1 + usize::from(matches!(did.status, Some(DidStatus::Other(_)))) + 2 * did.other.len();
    (options.into_iter().flatten().count() + others) as u64
}
