use mor_api::FromXml;

#[derive(FromXml)]
#[mor(root = "page")]
struct Users {
    #[mor(skip, path = "users/user")]
    users: Vec<u64>,
}

fn main() {}
