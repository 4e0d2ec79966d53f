use mor_api::WireEnum;

#[derive(WireEnum)]
#[mor(rename_all = "snake-case")]
enum OrderBy {
    Time,
}

fn main() {}
