use mor_api::FromXml;

#[derive(FromXml)]
#[mor(root = "page", bound = "T: Copy")]
struct Users<T> {
    user: T,
}

fn main() {}
