use mor_api::{Endpoint, FromXml};

#[derive(FromXml)]
#[mor(root = "page")]
pub struct Answer {}

mor_api::id! {
    pub struct UserId;
}

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = Answer)]
pub struct UsersGet {
    #[nohash]
    pub id: UserId,
}

fn main() {
    let _ = UsersGet::new("five");
}
