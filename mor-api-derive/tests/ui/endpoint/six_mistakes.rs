use mor_api::{Endpoint, FromXml};

#[derive(FromXml)]
#[mor(root = "page")]
pub struct Answer {}

#[derive(Endpoint)]
#[mor(function = "users get", effekt = read, effect = read, response = Answer)]
pub struct UsersGet {
    pub id: u64,
    #[hash(order = 0)]
    pub name: String,
    #[nohash(1)]
    pub kind: Option<String>,
    #[nohash]
    pub hash: String,
}

/// What uses the endpoint is not reported.
pub fn use_it(id: u64) -> Option<&'static str> {
    let request = UsersGet::new(id, "name", "hash").kind("kind");
    request.kind.map(|_| <UsersGet as Endpoint>::SPEC.function)
}

fn main() {}
