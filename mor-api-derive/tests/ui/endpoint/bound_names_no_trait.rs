use mor_api::{Endpoint, FromXml};

#[derive(FromXml)]
#[mor(root = "page")]
pub struct Answer {}

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = Answer, bound = "T: Params")]
pub struct UsersGet<T> {
    #[nohash]
    pub id: T,
}

fn main() {}
