use mor_api::WireEnum;

#[derive(WireEnum)]
enum OrderBy {
    #[mor(other)]
    Other(String),
    Time,
}

fn main() {}
