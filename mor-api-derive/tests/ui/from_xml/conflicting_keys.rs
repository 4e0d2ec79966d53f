use mor_api::FromXml;

#[derive(FromXml)]
struct User {
    #[mor(attribute, path = "owner/id")]
    owner: u64,
}

fn main() {}
