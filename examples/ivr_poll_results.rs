//! Fetches the IVR poll results of a campaign and prints them as a table.
//!
//! ```text
//! cargo run --example ivr_poll_results                    against a simulator started on the spot
//! cargo run --example ivr_poll_results -- 3               another campaign
//! cargo run --example ivr_poll_results -- --explain       what is hashed and sent
//! ```
//!
//! With `MOR_URL`, `MOR_USERNAME` and `MOR_API_KEY` set it asks that server instead.

use std::env;
use std::error::Error;
use std::process::ExitCode;

use mor_api::{Client, CommonFault};
use mor_endpoints::CampaignId;
use mor_endpoints::autodialer::{AutodialerGetCampaignIvrPollResults, PollResults};
use mor_sim::Simulator;

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            let mut source = error.source();
            while let Some(inner) = source {
                eprintln!("  caused by: {inner}");
                source = inner.source();
            }
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::read()?;
    // Kept until the end: the simulator stops when it is dropped.
    let (url, simulator) = match env::var("MOR_URL") {
        Ok(url) => (url, None),
        Err(_) => {
            let simulator = Simulator::start()?;
            (simulator.url(), Some(simulator))
        }
    };
    // What the environment does not say is known of the simulator only.
    let setting = |name: &str, simulators: &str| match env::var(name) {
        Ok(value) => Ok(value),
        Err(_) if simulator.is_some() => Ok(simulators.to_owned()),
        Err(_) => Err(format!("MOR_URL is set: set {name}, too")),
    };
    let client = Client::builder(url)
        .username(setting("MOR_USERNAME", "some_user")?)
        .api_key(setting("MOR_API_KEY", "secret")?)
        .build()?;

    let request = AutodialerGetCampaignIvrPollResults::new(arguments.campaign);
    if arguments.explain {
        println!("{}", client.explain(&request)?);
    }
    match client.send(&request).await {
        Ok(results) => {
            print_table(arguments.campaign, &results);
            Ok(())
        }
        Err(error) => {
            if let Some(hint) = error.hint() {
                eprintln!("hint: {hint}");
            }
            if error.common() == Some(&CommonFault::IncorrectHash) && !arguments.explain {
                eprintln!("hint: run with --explain to see the hash parts");
            }
            Err(error.into())
        }
    }
}

fn print_table(campaign: CampaignId, results: &PollResults) {
    let records = results.records();
    println!("IVR poll results of campaign {campaign}: {} numbers", records.len());
    let width =
        records.iter().map(|record| record.number.len()).max().unwrap_or_default().max("number".len());
    println!("{:width$}  answers", "number");
    for record in records {
        let answers: Vec<String> = record.fields.iter().map(ToString::to_string).collect();
        println!("{:width$}  {}", record.number, answers.join("  "));
    }
}

struct Arguments {
    campaign: CampaignId,
    explain: bool,
}

impl Arguments {
    fn read() -> Result<Self, String> {
        let mut arguments = Self { campaign: CampaignId(2), explain: false };
        for argument in env::args().skip(1) {
            match argument.as_str() {
                "--explain" => arguments.explain = true,
                campaign => {
                    arguments.campaign = campaign
                        .parse()
                        .map_err(|_| format!("`{campaign}` is neither a campaign's ID nor --explain"))?;
                }
            }
        }
        Ok(arguments)
    }
}
