//! A function of the API in 25 lines: declare it, call it.

use mor_api::{Client, Endpoint, FromXml};

/// Version of the server's software.
#[derive(Endpoint)]
#[mor(function = "system_version_get", effect = read, response = SystemVersion)]
struct SystemVersionGet {}

/// What the server runs.
#[derive(FromXml)]
#[mor(root = "page")]
struct SystemVersion {
    /// For example `X8`.
    version: String,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let simulator = mor_sim::Simulator::start()?;
    let client = Client::builder(simulator.url()).username("admin").api_key("secret").build()?;
    println!("{}", client.send(&SystemVersionGet::new()).await?.version);
    Ok(())
}
