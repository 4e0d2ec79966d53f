//! The toggle of a campaign, against a simulator that keeps its state.

use mor_api::Client;
use mor_endpoints::CampaignId;
use mor_endpoints::autodialer::{AutodialerChangeCampaignStatus, CampaignStatus, CampaignStatusFault};
use mor_sim::Simulator;

#[tokio::test]
async fn every_call_flips_the_state() {
    let simulator = Simulator::start().unwrap();
    let client = Client::builder(simulator.url()).username("some_user").api_key("secret").build().unwrap();
    let request = AutodialerChangeCampaignStatus::new(CampaignId(1));
    assert_eq!(client.send(&request).await.unwrap(), CampaignStatus::Started);
    assert_eq!(client.send(&request).await.unwrap(), CampaignStatus::Stopped);
}

#[tokio::test]
async fn a_message_is_a_refusal() {
    let simulator = Simulator::start().unwrap();
    let client = Client::builder(simulator.url()).username("some_user").api_key("secret").build().unwrap();
    let refused = async |id| {
        let request = AutodialerChangeCampaignStatus::new(CampaignId(id));
        client.send(&request).await.unwrap_err().fault().cloned().unwrap()
    };
    let text = |text: &str| text.to_owned();
    let no_numbers = CampaignStatusFault::NoFreeNumbers(text("No free numbers for Campaign: No numbers"));
    assert_eq!(refused(4).await, no_numbers);
    let no_actions = CampaignStatusFault::NoActions(text("No actions for Campaign: No actions"));
    assert_eq!(refused(5).await, no_actions);
    assert_eq!(refused(99).await, CampaignStatusFault::CampaignNotFound);
}
