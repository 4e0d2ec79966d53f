use mor_api::{Endpoint, FromXml};

#[derive(FromXml)]
#[mor(root = "page")]
struct Answer {}

#[derive(Endpoint)]
#[mor(function = "user_find", effect = read, response = Answer, one_of(id, nane))]
struct UserFind {
    #[hash(order = 1)]
    id: Option<u64>,
    #[nohash]
    name: Option<String>,
    #[nohash]
    kind: u64,
}

fn main() {}
