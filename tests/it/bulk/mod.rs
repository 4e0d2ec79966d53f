//! Many calls at once, over real HTTP.

mod blocking;
mod dropping;
mod order;
mod pace;
mod requests;
mod server;

use std::time::Duration;

use mor_api::{Client, Error};
use mor_endpoints::CampaignId;
use mor_endpoints::autodialer::{AutodialerGetCampaignIvrPollResults, PollFault, PollResults};

use crate::bulk::server::Server;

type CallResult = Result<PollResults, Error<PollFault>>;

const MILLISECOND: Duration = Duration::from_millis(1);

fn client(server: &Server) -> Client {
    Client::builder(server.url()).username("some_user").api_key("secret").build().unwrap()
}

fn campaign(id: u64) -> AutodialerGetCampaignIvrPollResults {
    AutodialerGetCampaignIvrPollResults::new(CampaignId(id))
}

/// Requests for the campaigns 0 and on.
fn campaigns(count: u64) -> impl Iterator<Item = AutodialerGetCampaignIvrPollResults> {
    (0..count).map(campaign)
}

/// The server's answer for a campaign names it.
fn id_in(outcome: &CallResult) -> u64 {
    outcome.as_ref().unwrap().as_str().parse().unwrap()
}
