use mor_api::FromXml;

struct User;

#[derive(FromXml)]
#[mor(root = "page")]
struct Users {
    first: Option<Box<User>>,
}

fn main() {}
