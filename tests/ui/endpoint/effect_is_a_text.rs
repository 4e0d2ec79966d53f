use mor_api::Endpoint;
use mor_endpoints::autodialer::PollResults;

#[derive(Endpoint)]
#[mor(function = "users_get", effect = "read", response = PollResults)]
pub struct UsersGet {
    #[nohash]
    pub id: u64,
}

fn main() {}
