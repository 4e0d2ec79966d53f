use mor_api::Endpoint;
use mor_endpoints::autodialer::PollResults;

type Id = Option<u64>;

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = PollResults)]
pub struct UsersGet {
    #[nohash]
    pub id: Id,
}

fn main() {}
