//! A transport of one's own: here one that counts calls and bytes and leaves the work to another.
//!
//! Anything that can send bytes over HTTP can be a transport, or no transport at all: `Server::prepare` and
//! `decode_answer` do everything but the sending.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use mor_api::{Client, HttpTransport, PreparedRequest, Transport, TransportError};
use mor_endpoints::CampaignId;
use mor_endpoints::autodialer::AutodialerGetCampaignIvrPollResults;
use mor_sim::Simulator;

struct Metered<T> {
    inner: T,
    meter: Arc<Meter>,
}

#[derive(Default)]
struct Meter {
    calls: AtomicUsize,
    bytes: AtomicUsize,
}

impl<T: Transport> Transport for Metered<T> {
    async fn send(&self, request: PreparedRequest) -> Result<http::Response<Vec<u8>>, TransportError> {
        self.meter.calls.fetch_add(1, Ordering::Relaxed);
        let answer = self.inner.send(request).await?;
        self.meter.bytes.fetch_add(answer.body().len(), Ordering::Relaxed);
        Ok(answer)
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let simulator = Simulator::start()?;
    let meter = Arc::new(Meter::default());
    let transport = Metered { inner: HttpTransport::new()?, meter: Arc::clone(&meter) };
    let client =
        Client::builder(simulator.url()).username("some_user").api_key("secret").build_with(transport)?;

    for campaign in 2..=4 {
        let request = AutodialerGetCampaignIvrPollResults::new(CampaignId(campaign));
        match client.send(&request).await {
            Ok(results) => println!("campaign {campaign}: {} records", results.records().len()),
            Err(error) => println!("campaign {campaign}: {error}"),
        }
    }
    let (calls, bytes) = (meter.calls.load(Ordering::Relaxed), meter.bytes.load(Ordering::Relaxed));
    println!("{calls} calls, {bytes} bytes of answers");
    Ok(())
}
