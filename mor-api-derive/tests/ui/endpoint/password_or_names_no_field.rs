use mor_api::{Endpoint, FromXml};

#[derive(FromXml)]
#[mor(root = "page")]
pub struct Answer {}

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = Answer, password_or = "uniquehash")]
pub struct UsersGet {
    #[nohash]
    pub p: Option<String>,
}

fn main() {}
