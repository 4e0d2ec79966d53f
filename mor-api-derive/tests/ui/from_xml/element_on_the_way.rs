use mor_api::FromXml;

#[derive(FromXml)]
struct User {
    owner: String,
    #[mor(path = "owner/name")]
    owner_name: String,
}

fn main() {}
