use mor_api::{Endpoint, FromXml, ParamSet};

#[derive(FromXml)]
#[mor(root = "page")]
pub struct Answer {}

#[derive(Default, ParamSet)]
pub struct Settings {
    pub port: Option<u16>,
}

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = Answer)]
pub struct UsersGet {
    #[mor(flatten)]
    pub new: Settings,
}

fn main() {}
