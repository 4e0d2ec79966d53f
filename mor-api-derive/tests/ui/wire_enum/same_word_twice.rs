use mor_api::WireEnum;

#[derive(WireEnum)]
enum OrderBy {
    Time,
    #[mor(value = "billsec", aliases = ["TIME"])]
    Duration,
}

fn main() {}
