use mor_api::{Endpoint, FromXml};

#[derive(FromXml)]
#[mor(root = "page")]
pub struct Answer {}

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = Answer)]
pub struct UsersGet {
    #[nohash]
    pub card_pin: String,
}

fn main() {}
