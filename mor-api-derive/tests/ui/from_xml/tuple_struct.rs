use mor_api::FromXml;

#[derive(FromXml)]
struct User(u64);

fn main() {}
