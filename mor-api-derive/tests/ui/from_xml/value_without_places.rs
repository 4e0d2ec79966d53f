use mor_api::FromXml;

#[derive(FromXml)]
#[mor(root = "page")]
struct Done(String);

fn main() {}
