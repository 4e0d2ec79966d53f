use mor_api::Endpoint;
use mor_endpoints::autodialer::PollResults;

fn checked(_: &UsersGet) -> bool {
    true
}

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = PollResults, check = checked)]
pub struct UsersGet {
    #[nohash]
    pub id: u64,
}

fn main() {}
