use mor_api::Endpoint;
use mor_endpoints::autodialer::PollResults;

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = PollResults)]
pub struct UsersGet {
    #[hash(order = 1)]
    pub id: u64,
    #[hash(order = 3)]
    pub name: String,
}

fn main() {}
