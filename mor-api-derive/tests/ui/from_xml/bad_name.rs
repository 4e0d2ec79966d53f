use mor_api::FromXml;

#[derive(FromXml)]
struct User {
    #[mor(rename = "user id")]
    id: u64,
}

fn main() {}
