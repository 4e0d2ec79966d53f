use mor_api::Endpoint;
use mor_endpoints::autodialer::PollResults;

const FIRST: u16 = 1;

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = PollResults)]
pub struct UsersGet {
    #[hash(order = FIRST)]
    pub id: u64,
}

fn main() {}
