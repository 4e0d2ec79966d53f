//! The client without `async`.

use mor_api::Client;
use mor_endpoints::CampaignId;
use mor_endpoints::autodialer::AutodialerGetCampaignIvrPollResults;
use mor_sim::Simulator;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let simulator = Simulator::start()?;
    let client = Client::builder(simulator.url()).username("some_user").api_key("secret").build_blocking()?;

    for campaign in [CampaignId(2), CampaignId(3), CampaignId(99)] {
        match client.send(&AutodialerGetCampaignIvrPollResults::new(campaign)) {
            Ok(results) => println!("campaign {campaign}: {} records", results.records().len()),
            Err(error) => println!("campaign {campaign}: {error}"),
        }
    }
    Ok(())
}
