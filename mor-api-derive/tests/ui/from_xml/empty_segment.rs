use mor_api::FromXml;

#[derive(FromXml)]
struct Users {
    #[mor(path = "users//user")]
    users: Vec<u64>,
}

fn main() {}
