use mor_api::Endpoint;

pub struct Users;

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = Users)]
pub struct UsersGet {
    #[nohash]
    pub id: u64,
}

fn main() {}
