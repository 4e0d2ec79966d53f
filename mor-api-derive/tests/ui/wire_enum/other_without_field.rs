use mor_api::WireEnum;

#[derive(WireEnum)]
enum OrderBy {
    Time,
    #[mor(other)]
    Other,
}

fn main() {}
