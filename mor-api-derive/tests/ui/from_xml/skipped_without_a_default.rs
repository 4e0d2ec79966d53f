use mor_api::FromXml;

struct Label;

#[derive(FromXml)]
#[mor(root = "page")]
struct Users {
    #[mor(skip)]
    label: Label,
}

fn main() {}
