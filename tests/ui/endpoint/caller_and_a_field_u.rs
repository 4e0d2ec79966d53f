use mor_api::Endpoint;
use mor_endpoints::autodialer::PollResults;

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = PollResults, caller = sent)]
pub struct UsersGet {
    #[nohash]
    pub u: String,
}

fn main() {}
