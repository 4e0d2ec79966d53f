use mor_api::FromXml;

struct Tariff;

#[derive(FromXml)]
struct User {
    tariffs: Vec<Tariff>,
}

fn main() {}
