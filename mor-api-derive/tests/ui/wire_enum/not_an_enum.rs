use mor_api::WireEnum;

#[derive(WireEnum)]
struct OrderBy {
    word: String,
}

fn main() {
    let _ = "time".parse::<OrderBy>();
}
