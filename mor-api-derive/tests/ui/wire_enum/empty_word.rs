use mor_api::WireEnum;

#[derive(WireEnum)]
enum OrderBy {
    #[mor(value = "")]
    Nothing,
    Time,
}

fn main() {}
