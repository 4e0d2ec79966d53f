use mor_api::FromXml;

#[derive(FromXml)]
#[mor(rot = "page", root = "page/")]
struct User {
    #[mor(text, rename = "id")]
    id: u64,
    #[mor(default = 0)]
    credit: u64,
    #[mor(aliases = "kredit")]
    limit: u64,
    #[mor(rename = "limit")]
    other_limit: u64,
}

fn main() {
    let _ = mor_api::from_xml::<User>("<page/>");
}
