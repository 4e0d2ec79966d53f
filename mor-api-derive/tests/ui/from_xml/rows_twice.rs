use mor_api::FromXml;

#[derive(FromXml)]
#[mor(root = "page")]
struct Users {
    #[mor(rows)]
    user: Vec<String>,
    #[mor(rows)]
    admin: Vec<String>,
}

fn main() {}
