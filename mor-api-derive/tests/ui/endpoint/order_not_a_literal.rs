use mor_api::{Endpoint, FromXml};

#[derive(FromXml)]
#[mor(root = "page")]
pub struct Answer {}

const FIRST: u16 = 1;

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = Answer)]
pub struct UsersGet {
    #[hash(order = FIRST)]
    pub id: u64,
}

fn main() {}
