use mor_api::FromXml;

#[derive(FromXml)]
#[mor(root = "page")]
struct Users {
    #[mor(rows)]
    user: Option<String>,
}

fn main() {}
