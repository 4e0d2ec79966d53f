use mor_api::ParamSet;

#[derive(Default, ParamSet)]
pub struct Settings(Option<u64>);

fn main() {}
