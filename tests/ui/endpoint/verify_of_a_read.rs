use mor_api::Endpoint;

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = String, verify = "`users_get` lists the users")]
struct UsersGet {}

fn main() {}
