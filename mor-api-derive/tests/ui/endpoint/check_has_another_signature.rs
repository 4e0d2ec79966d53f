use mor_api::{Endpoint, FromXml};

#[derive(FromXml)]
#[mor(root = "page")]
pub struct Answer {}

fn checked(_: &UsersGet) -> bool {
    true
}

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = Answer, check = checked)]
pub struct UsersGet {
    #[nohash]
    pub id: u64,
}

fn main() {}
