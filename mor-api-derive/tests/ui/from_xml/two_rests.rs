use mor_api::{ElementMap, FromXml};

#[derive(FromXml)]
struct User {
    #[mor(rest)]
    columns: ElementMap,
    #[mor(rest)]
    others: ElementMap,
}

fn main() {}
