use mor_api::FromXml;

#[derive(FromXml)]
#[mor(root = "page")]
enum Answer {
    Done,
}

fn main() {
    let _ = mor_api::from_xml::<Answer>("<page/>");
}
