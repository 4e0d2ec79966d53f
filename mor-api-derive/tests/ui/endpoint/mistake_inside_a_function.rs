use mor_api::{Endpoint, FromXml};

#[derive(FromXml)]
#[mor(root = "page")]
pub struct Answer {}



fn main() {
    #[derive(Endpoint)]
    #[mor(function = "users_get", effect = read, response = Answer)]
    struct UsersGet {
        #[nohash]
        card_pin: String,
    }
}
