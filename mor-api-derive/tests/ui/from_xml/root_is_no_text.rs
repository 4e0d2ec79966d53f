use mor_api::FromXml;

#[derive(FromXml)]
#[mor(root = page)]
struct User {
    id: u64,
}

fn main() {
    let _ = mor_api::from_xml::<User>("<page/>");
}
