//! A function that is not declared yet, in a crate of your own: declare it, and read its rows one by one.

use mor_api::{Client, Endpoint, FromXml};
use mor_sim::{Simulator, catalog::Function};

/// The fax boxes of a user.
#[derive(Endpoint)]
#[mor(function = "fax_boxes_get", effect = read, response = FaxBoxes)]
struct FaxBoxesGet {
    /// ID of the user.
    #[hash(order = 1)]
    user_id: u64,
}

#[derive(FromXml)]
#[mor(root = "page")]
struct FaxBoxes {
    #[mor(path = "fax_boxes/fax_box", rows)]
    fax_boxes: Vec<FaxBox>,
}

#[derive(FromXml)]
struct FaxBox {
    number: String,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let response = "<page><fax_boxes><fax_box><number>3701</number></fax_box></fax_boxes></page>";
    let function = Function::from(FaxBoxesGet::SPEC).with_sample(response);
    let simulator = Simulator::builder().function(function).start()?;
    let client = Client::builder(simulator.url()).username("admin").api_key("secret").build()?;
    let mut rows = client.call(&FaxBoxesGet::new(2)).rows();
    while let Some(fax_box) = rows.next().await {
        println!("{}", fax_box?.number);
    }
    Ok(())
}
