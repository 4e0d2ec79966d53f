//! How a program that calls MOR is tested without a MOR server: `cargo test --examples` runs the tests below,
//! `cargo run --example test_your_code_with_the_simulator` the program.

use mor_api::{Client, Error};
use mor_endpoints::CampaignId;
use mor_endpoints::autodialer::{AutodialerGetCampaignIvrPollResults, PollFault};
use mor_sim::Simulator;

/// The code under test: how many of the called people answered the poll with more than silence?
async fn answered(client: &Client, campaign: CampaignId) -> Result<usize, Error<PollFault>> {
    match client.send(&AutodialerGetCampaignIvrPollResults::new(campaign)).await {
        Ok(results) => Ok(results.records().iter().filter(|record| !record.fields.is_empty()).count()),
        // A campaign without numbers is no reason to complain.
        Err(error) if error.fault() == Some(&PollFault::NoNumbers) => Ok(0),
        Err(error) => Err(error),
    }
}

fn client_of(simulator: &Simulator) -> Client {
    Client::builder(simulator.url())
        .username("some_user")
        .api_key("secret")
        .build()
        .expect("the settings are right")
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let simulator = Simulator::start()?;
    println!("{} answered", answered(&client_of(&simulator), CampaignId(2)).await?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use mor_sim::Fault;

    use super::*;

    #[tokio::test]
    async fn counts_those_who_answered() {
        let simulator = Simulator::start().unwrap();
        simulator.campaign(2, |campaign| campaign.poll_results = "1111,1\n2222\n3333,2".to_owned());
        assert_eq!(answered(&client_of(&simulator), CampaignId(2)).await.unwrap(), 2);
    }

    #[tokio::test]
    async fn a_campaign_without_numbers_counts_none() {
        let simulator = Simulator::start().unwrap();
        assert_eq!(answered(&client_of(&simulator), CampaignId(4)).await.unwrap(), 0);
    }

    #[tokio::test]
    async fn an_error_page_is_an_error() {
        let simulator = Simulator::start().unwrap();
        simulator.on("autodialer_get_campaign_ivr_poll_results").fail(Fault::HtmlPage).times(1);
        let client = client_of(&simulator);
        assert!(answered(&client, CampaignId(2)).await.is_err());
        assert_eq!(answered(&client, CampaignId(2)).await.unwrap(), 1);
    }
}
