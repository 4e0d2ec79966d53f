use mor_api::WireEnum;

#[derive(WireEnum)]
enum OrderBy {
    Time,
    Custom(String),
}

fn main() {}
