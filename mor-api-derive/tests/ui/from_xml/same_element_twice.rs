use mor_api::FromXml;

#[derive(FromXml)]
struct User {
    #[mor(path = "owner/id")]
    owner: u64,
    #[mor(path = "owner/user_id", aliases = ["id"])]
    user: u64,
}

fn main() {}
