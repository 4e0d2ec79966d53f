use mor_api::{Endpoint, FromXml};

#[derive(FromXml)]
#[mor(root = "page")]
pub struct Answer {}

pub struct Label;

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = Answer)]
pub struct UsersGet {
    #[mor(skip)]
    pub label: Label,
}

fn main() {}
