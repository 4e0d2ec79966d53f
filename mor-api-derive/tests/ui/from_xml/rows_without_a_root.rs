use mor_api::FromXml;

#[derive(FromXml)]
struct Users {
    #[mor(path = "users/user", rows)]
    users: Vec<String>,
}

fn main() {}
