use mor_api::FromXml;

#[derive(FromXml)]
struct User {
    #[mor(attribute)]
    ids: Vec<u64>,
}

fn main() {}
