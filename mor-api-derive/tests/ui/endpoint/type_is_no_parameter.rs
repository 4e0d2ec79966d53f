use mor_api::{Endpoint, FromXml};

#[derive(FromXml)]
#[mor(root = "page")]
pub struct Answer {}

pub struct User;

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = Answer)]
pub struct UsersGet {
    #[nohash]
    pub id: User,
}

fn main() {}
