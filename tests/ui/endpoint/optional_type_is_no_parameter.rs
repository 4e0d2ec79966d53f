use mor_api::Endpoint;
use mor_endpoints::autodialer::PollResults;

pub struct User;

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = PollResults)]
pub struct UsersGet {
    #[nohash]
    pub id: Option<User>,
}

fn main() {}
