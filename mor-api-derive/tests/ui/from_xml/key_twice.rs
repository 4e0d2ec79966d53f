use mor_api::FromXml;

#[derive(FromXml)]
struct User {
    #[mor(rename = "user_id")]
    #[mor(rename = "userid")]
    id: u64,
}

fn main() {}
