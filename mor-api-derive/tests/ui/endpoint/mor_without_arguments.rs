use mor_api::Endpoint;

#[derive(Endpoint)]
#[mor]
pub struct UsersGet {
    #[nohash]
    pub id: u64,
}

fn main() {}
