use mor_api::{Endpoint, FromXml};

#[derive(FromXml)]
#[mor(root = "page")]
pub struct Answer {}

#[derive(Endpoint)]
#[mor(function = "quickstats_get", effect = read, response = Answer, unhashed_caller = "admin")]
pub struct QuickstatsGet {}

fn main() {}
