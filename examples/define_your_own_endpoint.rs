//! A function of the API in 25 lines: declare it, call it.

use mor_api::{Client, Endpoint, FromXml};

/// Version of the server's software.
#[derive(Debug, Endpoint)]
#[mor(function = "system_version_get", effect = read, response = SystemVersion)]
pub struct SystemVersionGet {}

/// What the server runs.
#[derive(Debug, FromXml)]
#[mor(root = "page")]
pub struct SystemVersion {
    /// For example `X8`.
    pub version: String,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let simulator = mor_sim::Simulator::start()?;
    let client = Client::builder(simulator.url()).username("admin").api_key("secret").build()?;
    let answer = client.send(&SystemVersionGet::new()).await?;
    println!("{}", answer.version);
    Ok(())
}
