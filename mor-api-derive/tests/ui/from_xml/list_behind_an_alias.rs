//! The derive sees tokens: it takes `Rows` for one value.

use mor_api::FromXml;

type Rows = Vec<u64>;

#[derive(FromXml)]
#[mor(root = "page")]
struct Numbers {
    #[mor(path = "numbers/number")]
    numbers: Rows,
}

fn main() {}
