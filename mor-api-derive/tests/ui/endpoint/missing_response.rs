use mor_api::Endpoint;

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read)]
pub struct UsersGet {
    #[nohash]
    pub id: u64,
}

fn main() {}
