use mor_api::WireEnum;

#[derive(WireEnum)]
enum OrderBy {}

fn main() {}
